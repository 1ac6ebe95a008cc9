import 'fake-indexeddb/auto';
import { randomFillSync } from 'node:crypto';
import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { makeBackup } from '../../lib/app/backup/make-backup.ts';
import { createDossierWriter } from '../../lib/app/dossier/dossier-writer.ts';
import { openEncryption } from '../../lib/browser/backup/age.ts';
import { createBackupSource } from '../../lib/browser/backup/backup-source.ts';
import { systemClock, systemRandomness } from '../../lib/browser/runtime-deps.ts';
import { openDatabase } from '../../lib/browser/store/database.ts';
import { createKeyRing } from '../../lib/browser/store/key-ring.ts';
import { createWitnessStore } from '../../lib/browser/store/witness-store.ts';
import { createZipSink } from '../../lib/browser/store/zip-sink.ts';
import { hashing } from '../../lib/node/hashing.ts';
import { capture, incident } from '../app/witnessed-builders.ts';
import { restore } from '../browser/backup/backup-trip.ts';
import type { StoredState } from '../e2e/stored.ts';

export const PASSPHRASE = 'six chevaux bleus dorment ici';
const SETTINGS = { language: null, timestamps: { on: false, url: 'https://autorite.example/tsa' } };
/** A key that a test need not wait for. */
const QUICK = 8;
/** `crypto.getRandomValues` and its like give so much at a time. */
const noise = (bytes: number): Uint8Array<ArrayBuffer> => randomFillSync(new Uint8Array(bytes));

const encoder = new TextEncoder();
const BEGAN = Date.parse('2026-11-21T09:00:00.000Z');

let next = 0;
let seen = 0;

/** One like no other, whose record says what its files are. */
function newCapture(bytes: number) {
  const picture = noise(bytes);
  const { facts } = capture({ picture });
  const { record } = facts;
  const at = new Date(BEGAN + seen++ * 1_000).toISOString();
  const image = record.image && { ...record.image, sha256: hashing.sha256(picture) };
  const snapshot = record.snapshot && {
    ...record.snapshot,
    sha256: hashing.sha256(encoder.encode(facts.snapshotHtml ?? '')),
  };
  const told = {
    ...record,
    startedAt: at,
    endedAt: at,
    ...(image && { image }),
    ...(snapshot && { snapshot }),
  };
  return { picture, facts: { ...facts, record: told } };
}

/** A profile that lives in this process: its back-ups are the product's own, of any size, without a browser. */
export async function createElsewhere() {
  const database = await openDatabase(`elsewhere-${next++}`);
  const keys = createKeyRing(database);
  const store = createWitnessStore(database, keys);
  const lock = <Value>(_name: string, job: () => Promise<Value>) => job();
  const random = systemRandomness;
  const writer = createDossierWriter({ store, hashing, random, clock: systemClock, places: new Map(), lock });

  return {
    open: (label: string): Promise<string> => writer.open(label),

    /** `bytes`: of each picture, of which no two are alike. */
    async photograph(dossier: string, count: number, bytes: number): Promise<void> {
      await writer.write(dossier, (draft) => draft.incident(incident(), 'live'));
      for (let done = 0; done < count; done++)
        await writer.write(dossier, (draft) => draft.capture(newCapture(bytes), 'live'));
    },

    async wait(bytes: number): Promise<void> {
      const { facts, picture } = newCapture(bytes);
      const item = { room: 'default|elsewhere', kind: 'capture', at: BEGAN + seen * 1_000 } as const;
      await store.wait(item, { facts: encoder.encode(JSON.stringify(facts)), picture });
    },

    /** Writes its back-up to `path`. `workFactor`: 18 is what a browser takes. */
    async backUp(path: string, workFactor = QUICK): Promise<void> {
      const file = openSync(path, 'w');
      try {
        const encryption = await openEncryption(
          PASSPHRASE,
          (chunk) => void writeSync(file, chunk),
          workFactor,
        );
        const sink = createZipSink((chunk) => encryption.write(chunk), new Date());
        const source = createBackupSource(database, keys, async () => SETTINGS);
        const software = { version: '0', commit: 'elsewhere' };
        await makeBackup(
          { source, sink, hashing, clock: systemClock, software },
          { onProgress: () => undefined, aborted: () => false },
        );
        await encryption.close();
      } finally {
        closeSync(file);
      }
    },

    /** Brings a back-up here, with all that a restore checks. */
    restore: (path: string) => restore(database, new Blob([readFileSync(path)]), undefined, PASSPHRASE),

    async stored(): Promise<StoredState> {
      const files = await database.getAll('files');
      return {
        lines: await database.getAll('journal'),
        files: files.map(({ dossier, seq, kind, sha256 }) => ({ dossier, seq, kind, sha256 })),
        waiting: (await database.getAll('waiting')).map(({ room, kind, at }) => ({ room, kind, at })),
      };
    },
    close: () => database.close(),
  };
}
export type Elsewhere = Awaited<ReturnType<typeof createElsewhere>>;

export const megabytesOf = (path: string): number => Math.round(statSync(path).size / 1_000_000);
