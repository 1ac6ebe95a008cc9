import { type BackupWaiting, NotABackup, parseWaiting } from '../../core/backup/format.ts';
import type { BackupPlace } from '../../core/backup/paths.ts';
import type { StoredEntry } from '../../core/bundle/stored-zip.ts';
import type { Hashing } from '../ports.ts';
import type { ImportAbout, RestoreTarget } from './backup-ports.ts';

interface Deps {
  readonly target: Pick<RestoreTarget, 'stageWaiting' | 'stageImport'>;
  readonly hashing: Pick<Hashing, 'running'>;
  /** Throws NotABackup. */
  readonly parseImport: (bytes: Uint8Array) => ImportAbout;
}

/** What belongs to no dossier: what waits for one, and the bundles of others. Each thing comes in two or three files. */
export function createRestoredOthers({ target, hashing, parseImport }: Deps) {
  let waiting = 0;
  let imports = 0;
  let item: { readonly number: number; readonly told: BackupWaiting } | null = null;
  let facts: Uint8Array<ArrayBuffer> | null = null;
  let about: { readonly id: string; readonly told: ImportAbout } | null = null;
  const notWhole = () => new NotABackup('damaged', 'something is not whole');

  async function put(picture: Uint8Array<ArrayBuffer> | null): Promise<void> {
    if (!item || !facts || item.told.picture !== (picture !== null)) throw notWhole();
    const { room, kind, at } = item.told;
    if (await target.stageWaiting({ room, kind, at }, facts, picture)) waiting++;
    item = null;
    facts = null;
  }

  return {
    async addWaiting(
      { number, part }: Extract<BackupPlace, { kind: 'waiting' }>,
      bytes: Uint8Array<ArrayBuffer>,
    ): Promise<void> {
      if (part === 'item') {
        if (item) throw notWhole();
        item = { number, told: parseWaiting(bytes) };
        return;
      }
      if (item?.number !== number) throw notWhole();
      if (part === 'picture') return put(bytes);
      facts = bytes;
      if (!item.told.picture) await put(null);
    },

    announceImport(id: string, bytes: Uint8Array): void {
      about = { id, told: parseImport(bytes) };
    },

    /** Read to its end, whether it is wanted or not. Returns what was found. */
    async addImport(
      id: string,
      entry: StoredEntry,
    ): Promise<{ readonly bytes: number; readonly sha256: string }> {
      const told = about?.id === id ? about.told : null;
      if (told?.bytes !== entry.bytes) throw notWhole();
      const running = hashing.running();
      const hashed = async function* () {
        for await (const chunk of entry.chunks()) {
          running.update(chunk);
          yield chunk;
        }
      };
      const chunks = hashed();
      if (await target.stageImport(id, told, chunks)) imports++;
      for await (const _rest of chunks);
      const { sha256, bytes } = running.digest();
      if (sha256 !== told.sha256) throw new NotABackup('damaged', 'an import has changed');
      about = null;
      return { bytes, sha256 };
    },

    /** Throws NotABackup when something was announced that has not come. */
    finish(): void {
      if (item || about) throw notWhole();
    },
    counts: () => ({ waiting, imports }),
  };
}
