/** The project's root, with a final separator. */
export const ROOT: string;
export const PINNED_NODE: string;
export function runPinned(script: string, args?: string[], extra?: Record<string, string>): Promise<number>;
