import {
  ERASED_KINDS,
  type NewFile,
  NotOpened,
  StoreError,
  type WitnessStore,
} from '../../app/witness-ports.ts';
import type { TemoinDatabase } from './database.ts';
import { parseHead } from './dossier-head.ts';
import { seal } from './envelope.ts';
import { type KeyRing, WAITING } from './key-ring.ts';

export const fileContext = (file: Pick<NewFile, 'seq' | 'kind' | 'sha256' | 'crc32'>): string =>
  `file ${file.seq} ${file.kind} ${file.sha256} ${file.crc32}`;

/** Done means on the disk, not in the system's memory: what was acknowledged must survive a power cut. */
export const ON_DISK = { durability: 'strict' } as const;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Refusals that more space would not change: a row in the way, a damaged key, a row of another shape. */
const NOT_THE_DISK = ['ConstraintError', 'OperationError', 'InvalidAccessError', 'TypeError'];

/** Turns what the database refuses into StoreError. */
export function createRefusals() {
  /** Chromium closes the database with the write that found the disk full: what fails next fails for that reason. */
  let full = false;

  return {
    /**
     * A full disk says `QuotaExceededError`, `DataError`, `UnknownError` or, in Firefox, `InvalidStateError`, while
     * older rows stay whole. So any failed write counts as trouble with the disk, but for the few that cannot be.
     */
    async writing<Value>(job: () => Promise<Value>): Promise<Value> {
      try {
        const value = await job();
        full = false;
        return value;
      } catch (error) {
        if (error instanceof StoreError) throw error;
        const broken = error instanceof Error && NOT_THE_DISK.includes(error.name);
        full ||= !broken;
        throw new StoreError(broken ? 'database-broken' : 'disk-full', 'a write was refused', error);
      }
    },

    /** A read that fails by itself says nothing of the disk: the database is damaged or gone. */
    reading:
      <Arguments extends unknown[], Value>(job: (...values: Arguments) => Promise<Value>) =>
      async (...values: Arguments): Promise<Value> => {
        try {
          return await job(...values);
        } catch (error) {
          if (error instanceof StoreError) throw error;
          const gone = error instanceof Error && error.name === 'InvalidStateError';
          throw new (gone ? NotOpened : StoreError)(
            full ? 'disk-full' : 'database-broken',
            'a read failed',
            error,
          );
        }
      },
  };
}

export function createWitnessStore(database: TemoinDatabase, keys: KeyRing): WitnessStore {
  const { writing, reading } = createRefusals();
  return {
    createDossier: (head, label, openingLine) =>
      writing(async () => {
        const made = await keys.newKeys();
        const sealed = await seal(made.publicKey, encoder.encode(label), `${head.id} label`);
        const transaction = database.transaction(['keys', 'dossiers', 'journal'], 'readwrite', ON_DISK);
        await Promise.all([
          transaction.objectStore('keys').add({ owner: head.id, ...made }),
          transaction.objectStore('dossiers').add({ id: head.id, head, label: sealed }),
          transaction.objectStore('journal').add({ dossier: head.id, seq: head.seq, line: openingLine }),
          transaction.done,
        ]);
      }),

    dossiers: reading(async () => {
      const rows = await database.getAll('dossiers');
      const read = await Promise.allSettled(
        rows.map(async (row) => ({
          head: parseHead(row),
          label: decoder.decode(await keys.open(row.id, row.label, 'label')),
        })),
      );
      const whole = read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      // One damaged dossier must not hide the others.
      if (rows.length > 0 && whole.length === 0) throw new StoreError('database-broken', 'no dossier opens');
      return whole;
    }),

    head: reading(async (dossierId: string) => {
      const row = await database.get('dossiers', dossierId);
      return row && parseHead(row);
    }),

    commit: ({ before, after, lines, files, drained, erased = [] }) =>
      writing(async () => {
        const dossier = before.id;
        // Sealed before the transaction starts: waiting for WebCrypto inside would end it.
        const rows = await Promise.all(
          files.map(async ({ bytes, ...file }) => ({
            dossier,
            ...file,
            sealed: await keys.seal(dossier, bytes, fileContext(file)),
          })),
        );
        const transaction = database.transaction(
          ['dossiers', 'journal', 'files', 'waiting'],
          'readwrite',
          ON_DISK,
        );
        const store = transaction.objectStore('dossiers');
        const row = await store.get(dossier);
        if (!row || parseHead(row).hash !== before.hash) {
          transaction.abort();
          await transaction.done.catch(() => undefined); // aborted on purpose just above
          return false;
        }
        const journal = transaction.objectStore('journal');
        const waiting = transaction.objectStore('waiting');
        const fileStore = transaction.objectStore('files');
        await Promise.all([
          ...lines.map((line, index) => journal.add({ dossier, seq: before.seq + 1 + index, line })),
          ...rows.map((file) => fileStore.add(file)),
          ...drained.map((key) => waiting.delete(key)),
          ...erased.flatMap((seq) => ERASED_KINDS.map((kind) => fileStore.delete([dossier, seq, kind]))),
          store.put({ ...row, head: after }),
          transaction.done,
        ]);
        return true;
      }),

    linesFrom: reading(async (dossierId: string, from: number) => {
      const range = IDBKeyRange.bound([dossierId, from], [dossierId, Number.MAX_SAFE_INTEGER]);
      const rows = await database.getAll('journal', range);
      return rows.map(({ seq, line }) => ({ seq, line }));
    }),

    recentFiles: reading(async (dossierId: string, kind: NewFile['kind'], from: number, limit: number) => {
      const range = IDBKeyRange.bound([dossierId, kind, from], [dossierId, kind, Number.MAX_SAFE_INTEGER]);
      const found = [];
      let cursor = await database.transaction('files').store.index('by-kind').openKeyCursor(range, 'prev');
      while (cursor && found.length < limit) {
        found.push(cursor.primaryKey);
        cursor = await cursor.continue();
      }
      const read = await Promise.allSettled(
        found.map(async (key) => {
          const row = await database.get('files', key);
          if (!row) throw new StoreError('database-broken', 'a file is gone');
          return { seq: row.seq, bytes: await keys.open(dossierId, row.sealed, fileContext(row)) };
        }),
      );
      // One damaged file must not hide the others: the export says what is missing.
      return read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    }),

    wait: (item, content) =>
      writing(async () => {
        const { facts, picture } = content;
        const row = {
          ...item,
          facts: await keys.seal(WAITING, facts, `${item.room} facts`),
          picture: picture && (await keys.seal(WAITING, picture, `${item.room} picture`)),
        };
        const transaction = database.transaction('waiting', 'readwrite', ON_DISK);
        const [key] = await Promise.all([transaction.store.add(row), transaction.done]);
        return key;
      }),

    waiting: reading(async () => {
      const items = [];
      // Keys only: the pictures that wait stay on disk.
      let cursor = await database.transaction('waiting').store.index('by-room').openKeyCursor();
      while (cursor) {
        const [room, kind, at] = cursor.key;
        items.push({ key: cursor.primaryKey, room, kind, at });
        cursor = await cursor.continue();
      }
      items.sort((a, b) => a.key - b.key);
      return items;
    }),

    waitingContent: reading(async (key: number) => {
      const row = await database.get('waiting', key);
      if (!row) return undefined;
      const { facts, picture } = row;
      try {
        return {
          facts: await keys.open(WAITING, facts, `${row.room} facts`),
          picture: picture && (await keys.open(WAITING, picture, `${row.room} picture`)),
        };
      } catch {
        return undefined; // damaged: it must not hold back what waits with it
      }
    }),

    discardWaiting: (discarded) =>
      writing(async () => {
        const transaction = database.transaction('waiting', 'readwrite', ON_DISK);
        await Promise.all([...discarded.map((key) => transaction.store.delete(key)), transaction.done]);
      }),

    eraseDossier: (dossierId) =>
      writing(async () => {
        const transaction = database.transaction(
          ['dossiers', 'keys', 'journal', 'files'],
          'readwrite',
          ON_DISK,
        );
        // Every key that begins with the dossier's id: a list sorts after all numbers and strings.
        const its = IDBKeyRange.bound([dossierId], [dossierId, []]);
        await Promise.all([
          transaction.objectStore('dossiers').delete(dossierId),
          transaction.objectStore('keys').delete(dossierId),
          transaction.objectStore('journal').delete(its),
          transaction.objectStore('files').delete(its),
          transaction.done,
        ]);
        keys.forget(dossierId);
      }),
  };
}
