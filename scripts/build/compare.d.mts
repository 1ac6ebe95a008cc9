export type Hashes = ReadonlyMap<string, string>;
export function hashBuild(output: string): { readonly hashes: Hashes; readonly sources: readonly string[] };
export function compareBuilds(
  first: Hashes,
  second: Hashes,
): { readonly lines: readonly string[]; readonly same: boolean };
