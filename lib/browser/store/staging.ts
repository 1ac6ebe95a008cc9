import { StoreError } from '../../app/witness-ports.ts';
import { giveBack } from '../../render/give-back.ts';
import { withLock } from '../runtime-deps.ts';
import { openDatabase, type StagedRow, type StagingRow, type TemoinDatabase } from './database.ts';
import { hasRoomFor } from './disk-space.ts';
import type { Sealed } from './envelope.ts';
import { createRefusals, ON_DISK } from './witness-store.ts';

/**
 * Rows that are written before they may be seen. What is announced in `staging` is a new dossier without its row in
 * `dossiers`, an import without its own, or rows laid aside in `stagedRows`: nothing else in the program finds them. The
 * announcement goes in the transaction that shows them, so that whatever still has one was given up.
 */

const LOCK = 'staging';

/** One at a time in the whole profile: another one's rows are never taken for abandoned. */
export const whileStaging = <Value>(job: () => Promise<Value>): Promise<Value> => withLock(LOCK, job);

type Put =
  | { readonly store: 'journal'; readonly row: { dossier: string; seq: number; line: string } }
  | { readonly store: 'files'; readonly row: Extract<StagedRow, { store: 'files' }>['row'] }
  | {
      readonly store: 'importParts';
      readonly row: {
        import: string;
        part: number;
        sealed: Extract<StagedRow, { store: 'files' }>['row']['sealed'];
      };
    }
  | { readonly store: 'stagedRows'; readonly row: StagedRow };

const STORES = [
  'staging',
  'journal',
  'files',
  'importParts',
  'stagedRows',
  'keys',
  'dossiers',
  'imports',
] as const;

async function expectRoom(bytes: number): Promise<void> {
  if (!(await hasRoomFor(bytes))) throw new StoreError('disk-full', 'no room for what is restored');
}

/** Rows and bytes written in one transaction. */
const MOST_ROWS = 250;
const MOST_BYTES = 4 * 1024 * 1024;
/** Rows deleted in one transaction. */
const REMOVED_AT_ONCE = 100;
/**
 * What rows that go from one store to another take of the disk meanwhile, for each of their bytes: 1.5 were seen in
 * Chromium 156 and Firefox 153 (2026-11-21, 60 MB in one transaction).
 */
const MOVED_TAKES = 2;

export function createStaging(database: TemoinDatabase) {
  const { writing } = createRefusals();
  const announced = new Map<string, StagingRow>();
  let numbers = 0;
  let held: Put[] = [];
  let spent: ArrayBuffer[] = [];
  let bytes = 0;
  /** Written into `stagedRows` (bytes): their key says whether they are seen, so showing them writes them once more. */
  let aside = 0;

  async function flush(): Promise<void> {
    const rows = held;
    const size = bytes;
    const buffers = spent;
    held = [];
    spent = [];
    bytes = 0;
    if (rows.length === 0) return;
    await expectRoom(size);
    await writing(async () => {
      const transaction = database.transaction(STORES, 'readwrite', ON_DISK);
      await Promise.all([
        ...[...announced.values()].map((owner) => transaction.objectStore('staging').put(owner)),
        ...rows.map((each) => {
          // The pair of a store and its row is checked where it is made.
          const store = transaction.objectStore(each.store) as { put(row: unknown): Promise<unknown> };
          return store.put(each.row);
        }),
        transaction.done,
      ]);
    });
    for (const buffer of buffers) giveBack(new Uint8Array(buffer));
  }

  return {
    announce(owner: string, kind: StagingRow['kind']): void {
      announced.set(owner, { owner, kind });
    },

    /** `size`: of what is sealed in it (bytes). `sealed`: nobody reads it once it is written. */
    async put(put: Put, size: number, sealed: readonly (Sealed | null)[] = []): Promise<void> {
      held.push(put);
      for (const each of sealed) if (each) spent.push(each.data);
      bytes += size;
      if (put.store === 'stagedRows') aside += size;
      if (held.length >= MOST_ROWS || bytes >= MOST_BYTES) await flush();
    },

    nextNumber: () => numbers++,

    /** Everything that was put is written, and there is room to show it. Rejects with StoreError. */
    async finish(): Promise<void> {
      await flush();
      await expectRoom(MOVED_TAKES * aside);
    },
    owners: (): readonly StagingRow[] => [...announced.values()],

    /** Takes all of it away again. */
    async discard(): Promise<void> {
      held = [];
      spent = [];
      bytes = 0;
      aside = 0;
      for (const owner of announced.values()) await writing(() => removeStaged(database, owner));
      announced.clear();
    },
  };
}
export type Staging = ReturnType<typeof createStaging>;

/** Where the rows of one owner are, as long as nothing shows them. */
const STAGED_IN = {
  rows: ['stagedRows'],
  import: ['importParts'],
  dossier: ['journal', 'files'],
} as const;
type StagedIn = (typeof STAGED_IN)[StagingRow['kind']][number];

/**
 * Deletes in slices: a transaction keeps what it deletes until it has ended, and 60 MB deleted at once were seen to take
 * 105 MB more of the disk meanwhile, in slices 31 (Chromium 156, 2026-11-22).
 */
async function removeRows(database: TemoinDatabase, name: StagedIn, owner: string): Promise<void> {
  const its = IDBKeyRange.bound([owner], [owner, []]);
  for (;;) {
    const transaction = database.transaction(name, 'readwrite');
    const keys = await transaction.store.getAllKeys(its, REMOVED_AT_ONCE);
    const [first, last] = [keys[0], keys.at(-1)];
    if (first === undefined || last === undefined) return;
    await Promise.all([transaction.store.delete(IDBKeyRange.bound(first, last)), transaction.done]);
  }
}

/**
 * The announcement goes last: what is left by a removal that ended in the middle is found by it. What is shown by now
 * stays: its announcement was only left behind.
 */
async function removeStaged(database: TemoinDatabase, { owner, kind }: StagingRow): Promise<void> {
  const shownIn = kind === 'dossier' ? 'dossiers' : kind === 'import' ? 'imports' : null;
  const shown = shownIn !== null && (await database.count(shownIn, owner)) > 0;
  if (!shown) for (const name of STAGED_IN[kind]) await removeRows(database, name, owner);
  const transaction = database.transaction('staging', 'readwrite', ON_DISK);
  await Promise.all([transaction.store.delete(owner), transaction.done]);
}

/** What a browser that ended in the middle has left. To be called within `whileStaging`. */
export async function removeAbandonedStaging(database: TemoinDatabase): Promise<void> {
  for (const owner of await database.getAll('staging')) await removeStaged(database, owner);
}

/**
 * The same at the start of the background or of a page, with a database of its own. A restore that is under way is left
 * alone: what it may leave is for the next start.
 */
export async function removeLeftStaging(open: () => Promise<TemoinDatabase> = openDatabase): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const database = await open();
    try {
      await removeAbandonedStaging(database);
    } finally {
      database.close();
    }
  });
}
