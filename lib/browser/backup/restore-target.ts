import type { ImportAbout, NewRow, RestoreTarget } from '../../app/backup/backup-ports.ts';
import { importText } from '../../app/backup/import-about.ts';
import { NotABackup } from '../../core/backup/format.ts';
import { giveBack } from '../../render/give-back.ts';
import type { StagedRow, TemoinDatabase } from '../store/database.ts';
import { parseHead } from '../store/dossier-head.ts';
import { type OwnerKeys, type Sealed, seal } from '../store/envelope.ts';
import { type KeyRing, WAITING } from '../store/key-ring.ts';
import { readPutAway } from '../store/put-away.ts';
import { createStaging } from '../store/staging.ts';
import { createRefusals, fileContext } from '../store/witness-store.ts';
import { importOwner, PART_BYTES, partContext } from './import-parts.ts';
import { findImport } from './imports.ts';
import { laidAside, showRestored, WAITING_ASIDE, whileNobodyWrites } from './show-restored.ts';
import { createWaitingHere } from './waiting-here.ts';

const encoder = new TextEncoder();

/** The database as a restore sees it. To be used within `whileStaging`. */
export function createRestoreTarget(database: TemoinDatabase, keys: KeyRing): RestoreTarget {
  const staging = createStaging(database);
  const { writing, reading } = createRefusals();
  /** Keys of what was not here before: they come with the row that shows it. */
  const made = new Map<string, OwnerKeys>();
  const imports = new Map<string, ImportAbout>();
  const waitingHere = createWaitingHere(database, keys);
  let putAway: ReturnType<typeof readPutAway> | undefined;

  const newKeysOf = async (owner: string): Promise<OwnerKeys> => {
    const known = made.get(owner) ?? (await keys.newKeys());
    made.set(owner, known);
    return known;
  };

  async function layAside(
    owner: string,
    staged: Pick<StagedRow, 'store' | 'row'>,
    size: number,
    sealed: readonly (Sealed | null)[] = [],
  ): Promise<void> {
    staging.announce(owner, 'rows');
    const row = { owner, number: staging.nextNumber(), ...staged } as StagedRow;
    await staging.put({ store: 'stagedRows', row }, size, sealed);
  }

  return {
    parseHead(id, head) {
      try {
        const parsed = parseHead({
          id,
          head,
          label: { v: 1, from: new ArrayBuffer(), iv: new Uint8Array(), data: new ArrayBuffer() },
        });
        if (parsed.id === id) return parsed;
      } catch {
        // told below
      }
      throw new NotABackup('damaged', 'a dossier has no head');
    },

    localHead: reading(async (id: string) => {
      const row = await database.get('dossiers', id);
      return row && parseHead(row);
    }),
    localLine: reading(async (id: string, seq: number) => (await database.get('journal', [id, seq]))?.line),
    localHas: reading(
      async (id: string, { seq, kind }: Pick<NewRow, 'seq' | 'kind'>) =>
        (await database.getKey('files', [id, seq, kind])) !== undefined,
    ),

    async stageLine(dossier, seq, line, continues) {
      const row = { dossier, seq, line };
      if (continues) return layAside(laidAside(dossier), { store: 'journal', row }, line.length);
      staging.announce(dossier, 'dossier');
      await staging.put({ store: 'journal', row }, line.length);
    },

    async stageFile(dossier, { bytes, ...file }: NewRow, continues) {
      // Kinds of a later version are carried as they are.
      const kind = file.kind as Parameters<typeof fileContext>[0]['kind'];
      const context = fileContext({ ...file, kind });
      const sealed = continues
        ? await keys.seal(dossier, bytes, context)
        : await seal((await newKeysOf(dossier)).publicKey, bytes, `${dossier} ${context}`);
      const row = { dossier, ...file, kind, sealed };
      const size = bytes.length;
      giveBack(bytes);
      if (continues) return layAside(laidAside(dossier), { store: 'files', row }, size, [sealed]);
      staging.announce(dossier, 'dossier');
      await staging.put({ store: 'files', row }, size, [sealed]);
    },

    async stageWaiting(item, facts, picture) {
      putAway ??= readPutAway(database, keys);
      if ((await putAway).has(item.kind, facts)) return false;
      if (await waitingHere.has(item, facts)) return false;
      const row = {
        ...item,
        facts: await keys.seal(WAITING, facts, `${item.room} facts`),
        picture: picture && (await keys.seal(WAITING, picture, `${item.room} picture`)),
      };
      const size = facts.length + (picture?.length ?? 0);
      await layAside(WAITING_ASIDE, { store: 'waiting', row }, size, [row.facts, row.picture]);
      return true;
    },

    async stageImport(id, about, chunks) {
      if (imports.has(id) || (await findImport(database, keys, id, about.sha256))) return false;
      const owner = importOwner(id);
      const { publicKey } = await newKeysOf(owner);
      staging.announce(id, 'import');
      let part = 0;
      for await (const bytes of inParts(chunks)) {
        const sealed = await seal(publicKey, bytes, `${owner} ${partContext(part)}`);
        const row = { import: id, part, sealed };
        await staging.put({ store: 'importParts', row }, bytes.length, [sealed]);
        giveBack(bytes);
        part++;
      }
      imports.set(id, about);
      return true;
    },

    async commit(dossiers, mended = []) {
      const fresh = await Promise.all(
        dossiers
          .filter(({ base }) => base === null)
          .map(async ({ id, label, row }) => {
            const owner = await newKeysOf(id);
            const sealed = await seal(owner.publicKey, encoder.encode(label), `${id} label`);
            return { keys: { owner: id, ...owner }, row: { id, head: row, label: sealed } };
          }),
      );
      const kept = await Promise.all(
        [...imports].map(async ([id, about]) => {
          const owner = importOwner(id);
          const ownerKeys = await newKeysOf(owner);
          const sealed = await seal(ownerKeys.publicKey, encoder.encode(importText(about)), `${owner} about`);
          return { keys: { owner, ...ownerKeys }, row: { id, about: sealed } };
        }),
      );
      await staging.finish();
      const continued = dossiers.filter(({ base }) => base !== null);
      const shown = { fresh, kept, continued, mended, staged: staging.owners() };
      return whileNobodyWrites(continued, () => writing(() => showRestored(database, shown)));
    },

    discard: () => staging.discard(),
  };
}

/** The same bytes, so many at a time. */
async function* inParts(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let held = new Uint8Array(PART_BYTES);
  let used = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, at + PART_BYTES - used);
      held.set(piece, used);
      used += piece.length;
      at += piece.length;
      if (used < PART_BYTES) continue;
      yield held;
      held = new Uint8Array(PART_BYTES);
      used = 0;
    }
  }
  if (used > 0) yield held.slice(0, used);
}
