import { readLine } from '../../core/journal/chain.ts';

/** When what that line announced was erased (ISO 8601 UTC), as these lines say; undefined: it was not. */
export function erasedIn(lines: readonly { readonly line: string }[], seq: number): string | undefined {
  for (const { line: raw } of lines) {
    const line = readLine(raw);
    if (line?.type === 'deletion' && line.erased.includes(seq)) return line.at;
  }
  return undefined;
}
