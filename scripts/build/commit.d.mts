export function isCheckout(root: string): boolean;
export function commitId(root: string): string;
