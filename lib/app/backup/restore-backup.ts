import {
  BACKUP_PATHS,
  type BackupHeader,
  type BackupIndex,
  NotABackup,
  parseHeader,
  parseIndex,
} from '../../core/backup/format.ts';
import { type BackupPlace, placeOf } from '../../core/backup/paths.ts';
import { readStoredZip, type StoredEntry, UnreadableZip } from '../../core/bundle/stored-zip.ts';
import type { Hashing } from '../ports.ts';
import {
  BackupCancelled,
  type BackupWatch,
  type ImportAbout,
  type RestoreReport,
  type RestoreTarget,
} from './backup-ports.ts';
import { createRestoredDossiers, type RestoredDossiers } from './restored-dossiers.ts';
import { createRestoredOthers } from './restored-others.ts';

interface Deps {
  readonly target: RestoreTarget;
  readonly hashing: Hashing;
  /** Throws NotABackup. */
  readonly parseImport: (bytes: Uint8Array) => ImportAbout;
}

/** Of one file that is read whole into memory: a picture, a page, a journal (bytes). */
const MOST = 64 * 1024 * 1024;

type Seen = Map<string, { readonly bytes: number; readonly sha256: string }>;

/**
 * Brings back what is in a back-up, `zip` being its content as it is deciphered. Everything is read to its last byte,
 * hashed and followed line by line before anything of it can be seen; then all of it can at once. Rejects with
 * NotABackup, BackupCancelled, StoreError or what `zip` rejects with, and nothing has changed then.
 */
export function createRestore({ target, hashing, parseImport }: Deps) {
  return {
    async run(zip: AsyncIterable<Uint8Array<ArrayBuffer>>, watch: BackupWatch): Promise<RestoreReport> {
      try {
        return await restore(zip, watch);
      } catch (error) {
        // What could not be taken away now is taken away by the next one, and cannot be seen until then.
        await target.discard().catch(() => undefined);
        throw error instanceof UnreadableZip ? new NotABackup('damaged', error.message) : error;
      }
    },
  };

  async function restore(
    zip: AsyncIterable<Uint8Array<ArrayBuffer>>,
    watch: BackupWatch,
  ): Promise<RestoreReport> {
    let header: BackupHeader | undefined;
    let dossiers: RestoredDossiers | undefined;
    let index: BackupIndex | undefined;
    const seen: Seen = new Map();
    const others = createRestoredOthers({ target, hashing, parseImport });

    for await (const entry of readStoredZip(followed(zip, watch))) {
      const { path } = entry;
      if (index || seen.has(path)) throw new NotABackup('damaged', `${path} is one too many`);
      if (!header || !dossiers) {
        if (path !== BACKUP_PATHS.header) throw new NotABackup('foreign', 'another kind of archive');
        header = parseHeader(await readWhole(entry, seen));
        dossiers = await createRestoredDossiers(header, { target, hashing });
      } else if (path === BACKUP_PATHS.index) {
        index = parseIndex(await readWhole(entry, undefined));
      } else {
        const place = placeOf(path);
        if (!place) throw new NotABackup('damaged', `${path} has no place`);
        if (place.kind === 'journal') await dossiers.addJournal(place.dossier, await readWhole(entry, seen));
        else if (place.kind === 'file') await addFile(dossiers, place, entry);
        else if (place.kind === 'waiting') await others.addWaiting(place, await readWhole(entry, seen));
        else if (place.part === 'json') others.announceImport(place.id, await readWhole(entry, seen));
        else seen.set(path, await others.addImport(place.id, entry));
      }
    }
    if (!header || !dossiers || !index) throw new NotABackup('damaged', 'it has no end');
    expectIndex(index, seen);
    const ready = dossiers.ready(new Set(index.damaged));
    others.finish();
    if (watch.aborted()) throw new BackupCancelled('the person stopped it');
    const grown = await target.commit(ready, dossiers.mended());
    return {
      createdAt: Date.parse(header.createdAt),
      ...dossiers.report(grown),
      ...others.counts(),
      damaged: index.damaged.length,
      settings: header.settings,
    };

    async function addFile(
      known: RestoredDossiers,
      { dossier, seq, file: kind }: BackupPlace & { kind: 'file' },
      entry: StoredEntry,
    ): Promise<void> {
      const bytes = await readWhole(entry, seen);
      const sha256 = seen.get(entry.path)?.sha256 ?? '';
      await known.addFile(dossier, { seq, kind, bytes, sha256, crc32: entry.crc32 });
    }
  }

  /** Tells how far it is, and stops when nobody waits any more. */
  async function* followed(zip: AsyncIterable<Uint8Array<ArrayBuffer>>, watch: BackupWatch) {
    let done = 0;
    for await (const chunk of zip) {
      if (watch.aborted()) throw new BackupCancelled('the person stopped it');
      done += chunk.length;
      watch.onProgress(done, 0);
      yield chunk;
    }
  }

  /** Its bytes, found to be what the entry announces; `seen` remembers them for the index. */
  async function readWhole(entry: StoredEntry, seen: Seen | undefined): Promise<Uint8Array<ArrayBuffer>> {
    if (entry.bytes > MOST) throw new NotABackup('damaged', `${entry.path} is too large`);
    const bytes = new Uint8Array(entry.bytes);
    let at = 0;
    for await (const chunk of entry.chunks()) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    if (hashing.crc32(bytes) !== entry.crc32) throw new NotABackup('damaged', `${entry.path} has changed`);
    seen?.set(entry.path, { bytes: bytes.length, sha256: await hashing.digest(bytes) });
    return bytes;
  }
}

/** What came must be what was written, neither more nor less. */
function expectIndex({ files }: BackupIndex, seen: Seen): void {
  const same = files.every(({ path, bytes, sha256 }) => {
    const found = seen.get(path);
    return found?.bytes === bytes && found.sha256 === sha256;
  });
  if (!same || files.length !== seen.size) throw new NotABackup('damaged', 'not what its index says');
}
