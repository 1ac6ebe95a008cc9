import { type BackupHeader, NotABackup } from '../../core/backup/format.ts';
import { journalPath } from '../../core/backup/paths.ts';
import { checkChain, lineHash, readLine } from '../../core/journal/chain.ts';
import type { Hashing } from '../ports.ts';
import { type DossierHead, ERASED_KINDS, StoreError } from '../witness-ports.ts';
import type { NewRow, ReadyDossier, RestoredDossier, RestoreReport, RestoreTarget } from './backup-ports.ts';

/** What becomes of a dossier of the back-up. `unread`: its journal has not come yet. */
type Fate = 'unread' | 'added' | 'continued' | 'known' | 'diverged';

interface Dossier {
  readonly id: string;
  readonly label: string;
  readonly row: unknown;
  readonly head: DossierHead;
  /** Ours of the same id, as it stood when the restore began. */
  readonly local: DossierHead | undefined;
  fate: Fate;
  /** Every line follows from the one before, and the last one is the head's. */
  whole: boolean;
  /** Lines whose record the person erased, as the new lines say. */
  readonly erased: Set<number>;
  /** Lines that an authority stamped, with the SHA-256 (hex) of its reply, as the chain says. */
  readonly stamped: Map<number, string>;
  /** Nothing new came for it but stamps that it lacked. */
  mended: boolean;
}

interface Deps {
  readonly target: Pick<
    RestoreTarget,
    'parseHead' | 'localHead' | 'localLine' | 'localHas' | 'stageLine' | 'stageFile'
  >;
  readonly hashing: Pick<Hashing, 'sha256'>;
}

const decoder = new TextDecoder();
/** What tells of another version, and not of damage. */
const HARMLESS = ['unknown-type'];

/** The dossiers of one back-up, each compared with ours. A dossier of ours that does not open is left as it is. */
export async function createRestoredDossiers(header: BackupHeader, { target, hashing }: Deps) {
  const dossiers = new Map<string, Dossier>();
  for (const { id, label, head: row } of header.dossiers) {
    if (dossiers.has(id)) throw new NotABackup('damaged', 'a dossier stands twice');
    const head = target.parseHead(id, row);
    const local = await target.localHead(id).catch((error: unknown) => {
      if (error instanceof StoreError && error.trouble === 'database-broken') return 'damaged' as const;
      throw error;
    });
    const fate: Fate = local === 'damaged' ? 'diverged' : 'unread';
    dossiers.set(id, {
      id,
      label,
      row,
      head,
      local: local === 'damaged' ? undefined : local,
      fate,
      whole: false,
      erased: new Set(),
      stamped: new Map(),
      mended: false,
    });
  }

  const find = (id: string): Dossier => {
    const dossier = dossiers.get(id);
    if (!dossier) throw new NotABackup('damaged', 'a dossier is not announced');
    return dossier;
  };

  /** `lines`: the back-up's. */
  async function fateOf({ id, head, local }: Dossier, lines: readonly string[]): Promise<Fate> {
    if (!local) return 'added';
    const shorter = Math.min(local.seq, head.seq);
    const ours = shorter === local.seq ? local.hash : hashOf(await target.localLine(id, shorter));
    const theirs = shorter === head.seq ? head.hash : hashOf(lines[shorter - 1]);
    if (ours !== theirs) return 'diverged';
    return head.seq > local.seq ? 'continued' : 'known';
  }
  const hashOf = (line: string | undefined): string =>
    line === undefined ? '' : lineHash(line, hashing.sha256);

  function isWhole({ id, head }: Dossier, lines: readonly string[]): boolean {
    const { head: end, problems } = checkChain(lines, hashing.sha256);
    if (problems.some(({ kind }) => !HARMLESS.includes(kind))) return false;
    const first = lines[0] === undefined ? undefined : readLine(lines[0]);
    return (
      first?.type === 'dossier.opened' &&
      first.dossier === id &&
      (first.rehearsal === true) === (head.rehearsal === true) &&
      end.hash === head.hash
    );
  }

  /** A stamp stands under the line that it stamps, which may be older than the line that tells of it. */
  async function lacks({ id, stamped }: Dossier, file: NewRow): Promise<boolean> {
    const told = stamped.get(file.seq);
    if (told === undefined || (file.kind !== 'query' && file.kind !== 'reply')) return false;
    return (file.kind === 'query' || file.sha256 === told) && !(await target.localHas(id, file));
  }

  return {
    async addJournal(id: string, bytes: Uint8Array): Promise<void> {
      const dossier = find(id);
      const lines = decoder.decode(bytes).split('\n');
      if (lines.pop() !== '' || lines.length !== dossier.head.seq)
        throw new NotABackup('damaged', 'a journal is not as long as its head says');
      dossier.whole = isWhole(dossier, lines);
      if (dossier.fate !== 'unread') return;
      dossier.fate = await fateOf(dossier, lines);
      const { local, fate } = dossier;
      if (fate === 'diverged') return;
      for (const [index, line] of lines.entries()) {
        const seq = index + 1;
        const read = readLine(line);
        if (read?.type === 'timestamp') dossier.stamped.set(read.of, read.tokenSha256);
        // One that was gone already stays gone: nobody can say what it was.
        if (seq <= (local?.seq ?? 0) || line === '') continue;
        await target.stageLine(id, seq, line, local !== undefined);
        if (read?.type === 'deletion') for (const gone of read.erased) dossier.erased.add(gone);
      }
    },

    async addFile(id: string, file: NewRow): Promise<void> {
      const dossier = find(id);
      const { fate, local, head, erased } = dossier;
      if (fate === 'unread' || file.seq > head.seq) throw new NotABackup('damaged', 'a file has no line');
      if (fate === 'diverged') return;
      if (file.seq > (local?.seq ?? 0)) {
        if (erased.has(file.seq) && ERASED_KINDS.some((kind) => kind === file.kind)) return;
        await target.stageFile(id, file, local !== undefined);
      } else if (await lacks(dossier, file)) {
        await target.stageFile(id, file, true);
        dossier.mended = fate === 'known';
      }
    },

    /** Those to be shown. `damaged`: paths that were damaged where the back-up was made, and may be so here. */
    ready(damaged: ReadonlySet<string>): ReadyDossier[] {
      for (const { id, fate, whole } of dossiers.values()) {
        if (fate === 'unread') throw new NotABackup('damaged', 'a dossier has no journal');
        if (!whole && !damaged.has(journalPath(id))) throw new NotABackup('damaged', 'a chain does not hold');
      }
      return [...dossiers.values()]
        .filter(({ fate }) => fate === 'added' || fate === 'continued')
        .map(({ id, label, head, row, local, erased }) => {
          const base = local ? { seq: local.seq, hash: local.hash } : null;
          return { id, label, head, row, base, erased: [...erased] };
        });
    },

    mended: (): string[] => [...dossiers.values()].filter(({ mended }) => mended).map(({ id }) => id),

    /** `grown`: ours has gone on by itself while this was being read. */
    report(
      grown: readonly string[],
    ): Pick<RestoreReport, 'covered' | 'added' | 'continued' | 'known' | 'diverged'> {
      const told = (wanted: Fate): RestoredDossier[] =>
        [...dossiers.values()]
          .filter(({ id, fate }) => (grown.includes(id) ? 'diverged' : fate) === wanted)
          .map(({ label, head, local }) => ({
            label,
            captures:
              wanted === 'continued' ? Math.max(0, head.captures - (local?.captures ?? 0)) : head.captures,
            rehearsal: head.rehearsal === true,
          }));
      const here = [...dossiers.values()].filter(
        ({ id, fate }) => fate !== 'diverged' && !grown.includes(id),
      );
      return {
        covered: here.map(({ id, head }) => ({ id, captures: head.captures })),
        added: told('added'),
        continued: told('continued'),
        known: told('known'),
        diverged: told('diverged'),
      };
    },
  };
}
export type RestoredDossiers = Awaited<ReturnType<typeof createRestoredDossiers>>;
