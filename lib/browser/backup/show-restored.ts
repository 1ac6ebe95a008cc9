import type { ReadyDossier } from '../../app/backup/backup-ports.ts';
import { ERASED_KINDS } from '../../app/witness-ports.ts';
import { withLock } from '../runtime-deps.ts';
import type { DossierRow, ImportRow, KeyRow, StagingRow, TemoinDatabase } from '../store/database.ts';
import { parseHead } from '../store/dossier-head.ts';
import { WAITING } from '../store/key-ring.ts';
import { ON_DISK } from '../store/witness-store.ts';

/** Owner of the rows that a dossier of ours will get. */
export const laidAside = (dossier: string): string => `+${dossier}`;
export const WAITING_ASIDE = laidAside(WAITING);

const EVERYTHING = [
  'staging',
  'stagedRows',
  'dossiers',
  'keys',
  'journal',
  'files',
  'waiting',
  'imports',
] as const;

interface Shown {
  readonly fresh: readonly { readonly keys: KeyRow; readonly row: DossierRow }[];
  readonly kept: readonly { readonly keys: KeyRow; readonly row: ImportRow }[];
  readonly continued: readonly ReadyDossier[];
  readonly mended: readonly string[];
  readonly staged: readonly StagingRow[];
}

const rowsOf = (owner: string): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []]);

/** Nobody else writes to these dossiers while the job runs. Always taken in one order. */
export function whileNobodyWrites<Value>(
  dossiers: readonly ReadyDossier[],
  job: () => Promise<Value>,
): Promise<Value> {
  return dossiers
    .map(({ id }) => id)
    .sort()
    .reduceRight((inner, id) => () => withLock(`dossier ${id}`, inner), job)();
}

/** Everything at once, or nothing. Returns the dossiers of ours that have grown since they were compared. */
export async function showRestored(
  database: TemoinDatabase,
  { fresh, kept, continued, mended, staged }: Shown,
): Promise<string[]> {
  const transaction = database.transaction(EVERYTHING, 'readwrite', ON_DISK);
  const dossierStore = transaction.objectStore('dossiers');
  const keyStore = transaction.objectStore('keys');
  const grown: string[] = [];
  const gone: string[] = [];
  try {
    for (const { id, base, row: head, erased } of continued) {
      const ours = await dossierStore.get(id);
      if (!ours || parseHead(ours).hash !== base?.hash) grown.push(id);
      else {
        await moveRows(laidAside(id));
        for (const seq of erased)
          for (const kind of ERASED_KINDS) await transaction.objectStore('files').delete([id, seq, kind]);
        await dossierStore.put({ ...ours, head });
      }
    }
    for (const id of mended) {
      // What it gets belongs to lines that it has, however far it has gone on.
      if ((await dossierStore.getKey(id)) === undefined) gone.push(id);
      else await moveRows(laidAside(id));
    }
    await moveRows(WAITING_ASIDE);
    await Promise.all([
      ...fresh.flatMap(({ keys: ownerKeys, row }) => [keyStore.add(ownerKeys), dossierStore.add(row)]),
      ...kept.flatMap(({ keys: ownerKeys, row }) => [
        keyStore.add(ownerKeys),
        transaction.objectStore('imports').add(row),
      ]),
      ...staged.map(({ owner }) => transaction.objectStore('staging').delete(owner)),
      ...[...grown, ...gone].map((id) => transaction.objectStore('stagedRows').delete(rowsOf(laidAside(id)))),
    ]);
    await transaction.done;
    return grown;
  } catch (error) {
    transaction.done.catch(() => undefined); // the error itself is told
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    throw error;
  }

  /** One row in memory at a time. */
  async function moveRows(owner: string): Promise<void> {
    let cursor = await transaction.objectStore('stagedRows').openCursor(rowsOf(owner));
    while (cursor) {
      const { store, row } = cursor.value;
      await (transaction.objectStore(store) as { add(added: unknown): Promise<unknown> }).add(row);
      await cursor.delete();
      cursor = await cursor.continue();
    }
  }
}
