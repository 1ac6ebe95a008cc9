import type { BackupPart, BackupSource } from '../../app/backup/backup-ports.ts';
import { parseImport } from '../../app/backup/import-about.ts';
import { readAhead } from '../../app/export/read-ahead.ts';
import type { DossierHead } from '../../app/witness-ports.ts';
import { type BackupHeader, waitingText } from '../../core/backup/format.ts';
import { dossierPath, filePath, importPath, journalPath, waitingPath } from '../../core/backup/paths.ts';
import { checkChain } from '../../core/journal/chain.ts';
import { giveBack } from '../../render/give-back.ts';
import type { TemoinDatabase } from '../store/database.ts';
import { parseHead } from '../store/dossier-head.ts';
import { hashing } from '../store/hashing.ts';
import { type KeyRing, WAITING } from '../store/key-ring.ts';
import { fileContext } from '../store/witness-store.ts';
import { importOwner, readImportParts } from './import-parts.ts';

/** Lines read at once. */
const PAGE = 500;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One file that is in memory as a whole. */
function part(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  { sha256, crc32 } = { sha256: hashing.sha256(bytes), crc32: hashing.crc32(bytes) },
): BackupPart & { readonly bytes: number } {
  const chunks = async function* () {
    yield bytes;
  };
  return { path, bytes: bytes.length, sha256, crc32, chunks, release: () => giveBack(bytes) };
}

/** Everything in the database and the settings, as it stands when it is described. */
export function createBackupSource(
  database: TemoinDatabase,
  keys: KeyRing,
  readSettings: () => Promise<BackupHeader['settings']>,
): BackupSource {
  let dossiers: {
    readonly id: string;
    readonly label: string;
    readonly row: unknown;
    readonly head: DossierHead;
  }[] = [];
  let lastWaiting = 0;

  async function findDossiers(): Promise<string[]> {
    const damaged: string[] = [];
    dossiers = [];
    for (const row of await database.getAll('dossiers')) {
      try {
        const label = decoder.decode(await keys.open(row.id, row.label, 'label'));
        dossiers.push({ id: row.id, label, row: row.head, head: parseHead(row) });
      } catch {
        damaged.push(dossierPath(row.id));
      }
    }
    return damaged;
  }

  const filesOf = (id: string) => IDBKeyRange.bound([id], [id, []]);

  /** An empty line stands for one that is gone, so that the others keep their number. */
  async function journal({ id, head }: (typeof dossiers)[number]): Promise<BackupPart> {
    const lines = Array.from({ length: head.seq }, () => '');
    for (let from = 1; from <= head.seq; from += PAGE) {
      const to = Math.min(head.seq, from + PAGE - 1);
      for (const { seq, line } of await database.getAll('journal', IDBKeyRange.bound([id, from], [id, to])))
        lines[seq - 1] = line;
    }
    const { head: end, problems } = checkChain(lines, hashing.sha256);
    const broken = problems.some(({ kind }) => kind !== 'unknown-type') || end.hash !== head.hash;
    const text = part(journalPath(id), encoder.encode(lines.map((line) => `${line}\n`).join('')));
    return broken ? { ...text, damaged: true } : text;
  }

  async function* files({ id, head }: (typeof dossiers)[number]): AsyncGenerator<BackupPart> {
    const found = (await database.getAllKeys('files', filesOf(id)))
      .filter(([, seq]) => seq <= head.seq)
      .map(([, seq, kind]) => ({ seq, kind }));
    const read = async ({ seq, kind }: (typeof found)[number]): Promise<BackupPart | undefined> => {
      const path = filePath(id, seq, kind);
      const row = await database.get('files', [id, seq, kind]).catch(() => null);
      if (row === undefined) return undefined; // erased by the person since it was listed
      try {
        if (row === null) throw new Error('a row that does not read');
        const bytes = await keys.open(id, row.sealed, fileContext(row));
        giveBack(new Uint8Array(row.sealed.data));
        // Under one seal with the bytes: they are the bytes' own.
        return part(path, bytes, row);
      } catch {
        return { path, damaged: true };
      }
    };
    for await (const one of readAhead(found, read, (each) => each?.bytes ?? 0)) if (one) yield one;
  }

  async function* waiting(): AsyncGenerator<BackupPart> {
    let number = 0;
    for (const key of await database.getAllKeys('waiting', IDBKeyRange.upperBound(lastWaiting))) {
      const row = await database.get('waiting', key);
      if (!row) continue; // put away since
      number++;
      const { room, kind, at } = row;
      const item = waitingPath(number, 'item');
      try {
        const facts = await keys.open(WAITING, row.facts, `${room} facts`);
        const picture = row.picture && (await keys.open(WAITING, row.picture, `${room} picture`));
        yield part(item, encoder.encode(waitingText({ room, kind, at, picture: picture !== null })));
        yield part(waitingPath(number, 'facts'), facts);
        if (picture) yield part(waitingPath(number, 'picture'), picture);
      } catch {
        yield { path: item, damaged: true };
      }
    }
  }

  async function* imports(): AsyncGenerator<BackupPart> {
    for (const { id, about } of await database.getAll('imports')) {
      const path = importPath(id, 'zip');
      const read = () => readImportParts(database, keys, id);
      try {
        const text = await keys.open(importOwner(id), about, 'about');
        const { bytes, sha256, crc32 } = parseImport(text);
        // Its size is announced before its bytes: what does not open must be known by then.
        let found = 0;
        for await (const chunk of read()) found += chunk.length;
        if (found !== bytes) throw new Error('a part is gone');
        yield part(importPath(id, 'json'), text);
        yield { path, bytes, sha256, crc32, chunks: read, release: () => undefined };
      } catch {
        yield { path, damaged: true };
      }
    }
  }

  return {
    async describe() {
      const damaged = await findDossiers();
      const waitingKeys = await database.getAllKeys('waiting');
      lastWaiting = waitingKeys.at(-1) ?? 0;
      const imported = await database.count('imports');
      let rows = 0;
      for (const { id } of dossiers) rows += 1 + (await database.count('files', filesOf(id)));
      return {
        dossiers: dossiers.map(({ id, label, row }) => ({ id, label, head: row })),
        settings: await readSettings(),
        covered: dossiers.map(({ id, head }) => ({ id, captures: head.captures })),
        waiting: waitingKeys.length,
        imports: imported,
        damaged,
        files: rows + waitingKeys.length * 3 + imported * 2,
      };
    },

    async *parts() {
      for (const dossier of dossiers) {
        yield await journal(dossier);
        yield* files(dossier);
      }
      yield* waiting();
      yield* imports();
    },
  };
}
