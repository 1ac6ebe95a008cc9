import * as z from 'zod/mini';

/**
 * What a back-up holds once it is deciphered: a ZIP whose first entry says of whom and from when, whose last one lists
 * every other with its hash. In that order it is written and read in one go, with nothing in clear on the disk.
 */
export const BACKUP_FORMAT = 'anef-backup/1';
const INDEX_FORMAT = 'anef-backup-index/1';

export const BACKUP_PATHS = { header: 'sauvegarde.json', index: 'index.json' } as const;

const text = (most: number) => z.string().check(z.maxLength(most));
const count = z.number().check(z.gte(0));
const uuid = z.string().check(z.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const header = z.object({
  format: z.literal(BACKUP_FORMAT),
  createdAt: text(40),
  software: z.object({ version: text(40), commit: text(60) }),
  /** What the person chose once. Consents are not carried: they are given where one is. */
  settings: z.object({
    language: z.nullable(text(10)),
    timestamps: z.object({ on: z.boolean(), url: text(300) }),
  }),
  /** `head` as it stood in its row: whoever restores parses it. */
  dossiers: z.array(z.object({ id: uuid, label: text(200), head: z.unknown() })).check(z.maxLength(5_000)),
});
export type BackupHeader = z.infer<typeof header>;

const index = z.object({
  format: z.literal(INDEX_FORMAT),
  counts: z.object({ dossiers: count, captures: count, waiting: count, imports: count }),
  files: z.array(z.object({ path: text(200), bytes: count, sha256 })).check(z.maxLength(1_000_000)),
  /** What did not open, or did not hold together, where the back-up was made; dossiers that are missing as a whole. */
  damaged: z.array(text(200)).check(z.maxLength(1_000_000)),
});
export type BackupIndex = z.infer<typeof index>;

/** A thing that waits for its dossier, beside the files of what it says and shows. */
const waiting = z.object({
  room: text(400),
  kind: z.enum(['incident', 'capture']),
  at: count,
  picture: z.boolean(),
});
export type BackupWaiting = z.infer<typeof waiting>;

/** Made of what cannot be read, and of what is not ours. `newer`: a later version of this program wrote it. */
export class NotABackup extends Error {
  override readonly name = 'NotABackup';
  readonly reason: 'foreign' | 'newer' | 'damaged';

  constructor(reason: NotABackup['reason'], message: string) {
    super(message);
    this.reason = reason;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

/** Throws NotABackup. */
export function parseHeader(bytes: Uint8Array): BackupHeader {
  const value = parsed(bytes);
  const result = header.safeParse(value);
  if (result.success) return result.data;
  const named = z.object({ format: z.string() }).safeParse(value);
  const told = named.success ? /^anef-backup\/(\d+)$/.exec(named.data.format) : null;
  if (told && Number(told[1]) > 1) throw new NotABackup('newer', 'a later format');
  throw new NotABackup(told ? 'damaged' : 'foreign', 'no header of a back-up');
}

function parseOurs<Value>(
  schema: { safeParse(value: unknown): { success: true; data: Value } | { success: false } },
  bytes: Uint8Array,
  what: string,
): Value {
  const result = schema.safeParse(parsed(bytes));
  if (!result.success) throw new NotABackup('damaged', `${what} does not read`);
  return result.data;
}

/** Both throw NotABackup. */
export const parseIndex = (bytes: Uint8Array): BackupIndex => parseOurs(index, bytes, 'the index');
export const parseWaiting = (bytes: Uint8Array): BackupWaiting => parseOurs(waiting, bytes, 'a waiting item');

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
export const headerText = (told: Omit<BackupHeader, 'format'>): string =>
  json({ format: BACKUP_FORMAT, ...told });
export const indexText = (told: Omit<BackupIndex, 'format'>): string =>
  json({ format: INDEX_FORMAT, ...told });
export const waitingText = (told: BackupWaiting): string => json(told);
