import { ImportList } from '../../components/verifier/ImportList.tsx';
import { KeepCopy } from '../../components/verifier/KeepCopy.tsx';
import { useImports } from './use-imports.ts';
import type { Verifier } from './use-verifier.ts';

/** What the extension's own page has beyond the one in a bundle: a copy can be kept, and those that are. */
export function useKeeping(verifier: Verifier) {
  const { keep, list } = useImports(verifier);
  return { offer: keep && <KeepCopy {...keep} />, list: <ImportList {...list} /> };
}
