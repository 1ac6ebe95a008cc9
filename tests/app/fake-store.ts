import {
  type DossierHead,
  ERASED_KINDS,
  type NewFile,
  StoreError,
  type WaitingContent,
  type WaitingItem,
  type WitnessStore,
} from '../../lib/app/witness-ports.ts';

interface StoredDossier {
  head: DossierHead;
  readonly label: string;
  readonly lines: string[];
  readonly files: NewFile[];
}

export interface FakeStore extends WitnessStore {
  /** Journal lines of that dossier, parsed, oldest first. */
  lines(dossierId: string): Record<string, unknown>[];
  rawLines(dossierId: string): readonly string[];
  /** Side files of that kind, parsed, oldest first. */
  records(dossierId: string, kind: NewFile['kind']): Record<string, unknown>[];
  files(dossierId: string): readonly NewFile[];
  /** What waits, parsed, in the order it came. */
  waitingFacts(): { readonly room: string; readonly facts: Record<string, unknown> }[];
  /** Times a transaction was committed. */
  readonly commits: number;
  /** Every write is refused until `mend`, or every one that brings such a file. */
  breakDown(kinds?: readonly NewFile['kind'][]): void;
  mend(): void;
  /** The content of that waiting item can no longer be read. */
  damage(key: number): void;
  /** Another context writes between the reading of the head and each of the next `times` commits. */
  growElsewhere(times: number): void;
}

const parse = (bytes: Uint8Array): Record<string, unknown> => JSON.parse(new TextDecoder().decode(bytes));

/** A disk in memory, with its accidents. */
export function fakeStore(): FakeStore {
  const dossiers = new Map<string, StoredDossier>();
  const rows = new Map<number, { readonly item: WaitingItem; content: WaitingContent }>();
  let nextKey = 1;
  let commits = 0;
  let refuses: (files: readonly NewFile[]) => boolean = () => false;
  let growing = 0;

  const dossier = (id: string): StoredDossier => {
    const found = dossiers.get(id);
    if (!found) throw new Error(`no dossier ${id}`);
    return found;
  };
  const write = async <Value>(job: () => Value, files: readonly NewFile[] = []): Promise<Value> => {
    await Promise.resolve();
    if (refuses(files)) throw new StoreError('disk-full', 'a write was refused');
    return job();
  };

  return {
    createDossier: (head, label, openingLine) =>
      write(() => void dossiers.set(head.id, { head, label, lines: [openingLine], files: [] })),
    dossiers: async () => [...dossiers.values()].map(({ head, label }) => ({ head, label })),
    head: async (id) => dossiers.get(id)?.head,
    commit: ({ before, after, lines, files, drained, erased = [] }) =>
      write(() => {
        const kept = dossier(before.id);
        if (growing-- > 0) kept.head = { ...kept.head, hash: `grown ${growing}` };
        if (kept.head.hash !== before.hash) return false;
        // As the real one, which adds each line under its number: a fork aborts.
        if (after.seq !== before.seq + lines.length) throw new Error('a head that is not its last line');
        kept.lines.push(...lines);
        kept.files.push(...files);
        const gone = ({ seq, kind }: NewFile) =>
          erased.includes(seq) && ERASED_KINDS.some((each) => each === kind);
        kept.files.splice(0, kept.files.length, ...kept.files.filter((file) => !gone(file)));
        kept.head = after;
        for (const key of drained) rows.delete(key);
        commits++;
        return true;
      }, files),
    linesFrom: async (id, from) =>
      dossier(id)
        .lines.map((line, at) => ({ seq: at + 1, line }))
        .slice(from - 1),
    recentFiles: async (id, kind, from, limit) =>
      dossier(id)
        .files.filter((file) => file.kind === kind && file.seq >= from)
        .sort((a, b) => b.seq - a.seq)
        .slice(0, limit),
    wait: (item, content) =>
      write(() => {
        const key = nextKey++;
        rows.set(key, { item: { ...item, key }, content });
        return key;
      }),
    waiting: async () => [...rows.values()].map(({ item }) => item),
    waitingContent: async (key) => rows.get(key)?.content,
    discardWaiting: (keys) =>
      write(() => {
        for (const key of keys) rows.delete(key);
      }),
    eraseDossier: (id) => write(() => void dossiers.delete(id)),

    lines: (id) => dossier(id).lines.map((line) => JSON.parse(line)),
    rawLines: (id) => dossier(id).lines,
    files: (id) => dossier(id).files,
    records: (id, kind) =>
      dossier(id)
        .files.filter((file) => file.kind === kind)
        .map(({ bytes }) => parse(bytes)),
    waitingFacts: () =>
      [...rows.values()].map(({ item, content }) => ({ room: item.room, facts: parse(content.facts) })),
    get commits() {
      return commits;
    },
    breakDown(kinds) {
      refuses = (files) => !kinds || files.some(({ kind }) => kinds.includes(kind));
    },
    mend() {
      refuses = () => false;
    },
    damage(key) {
      const row = rows.get(key);
      if (row) row.content = { ...row.content, facts: new TextEncoder().encode('{"kind":') };
    },
    growElsewhere(times) {
      growing = times;
    },
  };
}
