import { PATHS } from '../bundle/layout.ts';
import { type ChainReport, checkChain } from '../journal/chain.ts';
import type { OpenedBundle } from './check.ts';

/**
 * The chain as the bundle has it; undefined when there is no journal. `ended`: its last line has its newline. `raws`: its
 * lines as they stand.
 */
export async function journalOf(
  bundle: OpenedBundle,
): Promise<
  { readonly chain: ChainReport; readonly ended: boolean; readonly raws: readonly string[] } | undefined
> {
  if (!bundle.paths.has(PATHS.journal)) return undefined;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bundle.read(PATHS.journal));
  const ended = text.endsWith('\n');
  const raws = (ended ? text.slice(0, -1) : text).split('\n');
  return { chain: checkChain(text === '' ? [] : raws, bundle.sha256), ended, raws };
}
