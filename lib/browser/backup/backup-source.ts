import type { BackupPart, BackupSource } from '../../app/backup/backup-ports.ts';
import { parseImport } from '../../app/backup/import-about.ts';
import { readAhead } from '../../app/export/read-ahead.ts';
import type { DossierHead } from '../../app/witness-ports.ts';
import type { BackupHeader } from '../../core/backup/format.ts';
import { dossierPath, filePath, importPath, journalPath } from '../../core/backup/paths.ts';
import { checkChain } from '../../core/journal/chain.ts';
import { giveBack } from '../../render/give-back.ts';
import type { DossierRow, TemoinDatabase } from '../store/database.ts';
import { parseHead } from '../store/dossier-head.ts';
import { hashing } from '../store/hashing.ts';
import { journalRows } from '../store/journal-rows.ts';
import type { KeyRing } from '../store/key-ring.ts';
import { fileContext } from '../store/witness-store.ts';
import { importOwner, readImportParts } from './import-parts.ts';
import { waitingParts } from './waiting-parts.ts';
import { wholePart } from './whole-part.ts';

/** What stands under the line that was stamped. */
const STAMP_KINDS: readonly string[] = ['query', 'reply'];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

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
  let waitingKeys: readonly number[] = [];
  /** How far each dossier was, damaged ones too. */
  let described = new Map<string, string>();
  const standing = (row: DossierRow): string => JSON.stringify(row.head);

  /** What waits and what is in a dossier are of one moment: nothing is between the two. */
  async function findAll(): Promise<string[]> {
    const transaction = database.transaction(['dossiers', 'waiting']);
    const [rows, found] = await Promise.all([
      transaction.objectStore('dossiers').getAll(),
      transaction.objectStore('waiting').getAllKeys(),
    ]);
    waitingKeys = found;
    described = new Map(rows.map((row) => [row.id, standing(row)]));
    const damaged: string[] = [];
    dossiers = [];
    for (const row of rows) {
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

  /** A dossier has been written since all was described, or is new. */
  const hasGrown = async (): Promise<boolean> =>
    (await database.getAll('dossiers')).some((row) => described.get(row.id) !== standing(row));

  /**
   * An empty line stands for one that is gone, so that the others keep their number. `isStamped`: whether an authority
   * stamped a line, as far as the chain goes; where it does not read, it may have.
   */
  async function journal({ id, head }: (typeof dossiers)[number]) {
    const lines = Array.from({ length: head.seq }, () => '');
    for await (const { seq, line } of journalRows(database, id, head.seq)) lines[seq - 1] = line;
    const { head: end, problems, lines: known } = checkChain(lines, hashing.sha256);
    const broken = problems.some(({ kind }) => kind !== 'unknown-type') || end.hash !== head.hash;
    const text = wholePart(journalPath(id), encoder.encode(lines.map((line) => `${line}\n`).join('')));
    const stamped = new Set(known.flatMap((line) => (line.type === 'timestamp' ? line.of : [])));
    return {
      text: broken ? { ...text, damaged: true as const } : text,
      isStamped: (seq: number): boolean => problems.length > 0 || stamped.has(seq),
    };
  }

  async function* filesFrom(
    { id, head }: (typeof dossiers)[number],
    isStamped: (seq: number) => boolean,
  ): AsyncGenerator<BackupPart> {
    const found = (await database.getAllKeys('files', filesOf(id)))
      .filter(([, seq]) => seq <= head.seq)
      .map(([, seq, kind]) => ({ seq, kind }))
      // A stamp stands under a line that may be older than the one that tells of it, which is not carried.
      .filter(({ seq, kind }) => !STAMP_KINDS.includes(kind) || isStamped(seq));
    const read = async ({ seq, kind }: (typeof found)[number]): Promise<BackupPart | undefined> => {
      const path = filePath(id, seq, kind);
      const row = await database.get('files', [id, seq, kind]).catch(() => null);
      if (row === undefined) return undefined; // erased by the person since it was listed
      try {
        if (row === null) throw new Error('a row that does not read');
        const bytes = await keys.open(id, row.sealed, fileContext(row));
        giveBack(new Uint8Array(row.sealed.data));
        // Under one seal with the bytes: they are the bytes' own.
        return wholePart(path, bytes, row);
      } catch {
        return { path, damaged: true };
      }
    };
    for await (const one of readAhead(found, read, (each) => each?.bytes ?? 0)) if (one) yield one;
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
        yield wholePart(importPath(id, 'json'), text);
        yield { path, bytes, sha256, crc32, chunks: read, release: () => undefined };
      } catch {
        yield { path, damaged: true };
      }
    }
  }

  return {
    async describe() {
      const damaged = await findAll();
      const imported = await database.count('imports');
      let rows = 0;
      for (const { id } of dossiers) rows += 1 + (await database.count('files', filesOf(id)));
      return {
        dossiers: dossiers.map(({ id, label, row }) => ({ id, label, head: row })),
        settings: await readSettings(),
        covered: dossiers.map(({ id, head }) => ({ id, captures: head.captures })),
        damaged,
        files: rows + waitingKeys.length * 3 + imported * 2,
      };
    },

    async *parts() {
      // First: what is put away in a dossier from then on is carried all the same.
      yield* waitingParts(database, keys, { waitingKeys, hasGrown });
      for (const dossier of dossiers) {
        const { text, isStamped } = await journal(dossier);
        yield text;
        yield* filesFrom(dossier, isStamped);
      }
      yield* imports();
    },
  };
}
