import type { BackupWatch } from '../../../lib/app/backup/backup-ports.ts';
import { parseImport } from '../../../lib/app/backup/import-about.ts';
import { makeBackup } from '../../../lib/app/backup/make-backup.ts';
import { createRestore } from '../../../lib/app/backup/restore-backup.ts';
import { openDecryption, openEncryption } from '../../../lib/browser/backup/age.ts';
import { createBackupSource } from '../../../lib/browser/backup/backup-source.ts';
import { createRestoreTarget } from '../../../lib/browser/backup/restore-target.ts';
import type { TemoinDatabase } from '../../../lib/browser/store/database.ts';
import { hashing } from '../../../lib/browser/store/hashing.ts';
import { createKeyRing } from '../../../lib/browser/store/key-ring.ts';
import { createZipSink } from '../../../lib/browser/store/zip-sink.ts';
import { fakeClock } from '../../app/fake-clock.ts';

export const PASSPHRASE = 'quatre chevaux bleus dorment';
export const SETTINGS = { language: 'en', timestamps: { on: false, url: 'https://autorite.example/tsa' } };
export const NO_WATCH: BackupWatch = { onProgress: () => undefined, aborted: () => false };
/** A key that a test need not wait for. */
const QUICK = 8;

/** A back-up of that database, as the bytes of its file. */
export async function backUp(database: TemoinDatabase, watch = NO_WATCH, passphrase = PASSPHRASE) {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const encryption = await openEncryption(passphrase, (chunk) => void chunks.push(chunk), QUICK);
  const made = await makeBackup(
    {
      source: createBackupSource(database, createKeyRing(database), async () => SETTINGS),
      sink: createZipSink((chunk) => encryption.write(chunk), new Date(2026, 10, 21)),
      hashing,
      clock: fakeClock(),
      software: { version: '0.1.0', commit: 'abcdef012345' },
    },
    watch,
  );
  await encryption.close();
  return { made, file: new Blob(chunks) };
}

/** Enciphers any content as a back-up's is. */
export async function encipher(content: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const encryption = await openEncryption(PASSPHRASE, (chunk) => void chunks.push(chunk), QUICK);
  await encryption.write(content);
  await encryption.close();
  return new Blob(chunks);
}

export async function decipher(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await new Blob(await Array.fromAsync(openDecryption(file, PASSPHRASE))).arrayBuffer(),
  );
}

export const restore = (database: TemoinDatabase, file: Blob, watch = NO_WATCH, passphrase = PASSPHRASE) =>
  createRestore({
    target: createRestoreTarget(database, createKeyRing(database)),
    hashing,
    parseImport,
  }).run(openDecryption(file, passphrase), watch);

/** Every row there is, its sealed bytes as a hash: two equal ones are the same database. */
export async function rowsOf(database: TemoinDatabase): Promise<string[]> {
  const rows: string[] = [];
  for (const store of database.objectStoreNames) {
    if (store === 'vault') continue; // a key may be made by whoever looks first
    for (const row of await database.getAll(store)) {
      const text = JSON.stringify(row, (_name, value: unknown) =>
        value instanceof ArrayBuffer ? hashing.sha256(new Uint8Array(value)) : value,
      );
      rows.push(`${store} ${text}`);
    }
  }
  return rows;
}
