import { readLine } from '../../core/journal/chain.ts';
import type { WitnessStore } from '../witness-ports.ts';
import type { DossierWriter } from './dossier-writer.ts';
import { erasedIn } from './erased-in.ts';

/** What came of « Effacer cette capture ». `at`: when it was erased, ISO 8601 UTC. */
export type Erasure =
  | { readonly kind: 'erased' | 'already-erased'; readonly at: string }
  /** No line of that number, or one of something else: an incident, an absence, a filing stay. */
  | { readonly kind: 'no-capture' };

interface Deps {
  readonly store: Pick<WitnessStore, 'linesFrom' | 'recentFiles'>;
  readonly writer: DossierWriter;
}

/** Lists of documents that are looked through for the one before. */
const RECENT = 20;

/**
 * Erases one capture: its facts, picture, snapshot and thumbnail, and the list of documents that hangs on it, in the
 * transaction of the line that says so. What it was cannot be brought back; that it was stays in the chain.
 */
export function createErasures({ store, writer }: Deps) {
  let before: Promise<unknown> = Promise.resolve();

  async function erase(dossierId: string, seq: number): Promise<Erasure> {
    const lines = await store.linesFrom(dossierId, seq);
    const [own, next] = lines;
    if (own?.seq !== seq) return { kind: 'no-capture' };
    const line = readLine(own.line);
    // A damaged line says nothing any more of what it announced: what is there goes.
    if (line && line.type !== 'capture') return { kind: 'no-capture' };
    const erasedAt = erasedIn(lines, seq);
    if (erasedAt !== undefined) return { kind: 'already-erased', at: erasedAt };
    // A list is written with its capture, right after it.
    const list = next?.seq === seq + 1 && readLine(next.line)?.type === 'documents' ? [seq + 1] : [];
    const lists = await store.recentFiles(dossierId, 'documents', 0, RECENT);
    const lastList = lists.find((file) => !list.includes(file.seq))?.seq ?? null;
    const at = await writer.write(dossierId, (draft) =>
      draft.erase({ seqs: [seq, ...list], captures: line ? 1 : 0, lastList }),
    );
    return { kind: 'erased', at };
  }

  return {
    /** One after the other: two clicks must not write two lines. Rejects with StoreError. */
    erase(dossierId: string, seq: number): Promise<Erasure> {
      const result = before.then(() => erase(dossierId, seq));
      before = result.catch(() => undefined); // whoever asked gets the failure itself
      return result;
    },
  };
}
export type Erasures = ReturnType<typeof createErasures>;
