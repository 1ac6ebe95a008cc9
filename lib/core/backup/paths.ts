import { seqName } from '../bundle/layout.ts';

/** Where things stand in a back-up. ASCII; the endings are for whoever opens one by hand. */
const ENDINGS: Readonly<Record<string, string>> = {
  picture: 'png',
  snapshot: 'html',
  thumbnail: 'txt',
  query: 'tsq',
  reply: 'tsr',
};

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const FILE = new RegExp(`^dossiers/(${UUID})/fichiers/(\\d{6,12})-([a-z][a-z.-]{0,23})\\.[a-z]{1,5}$`);
const JOURNAL = new RegExp(`^dossiers/(${UUID})/journal\\.jsonl$`);
const WAITING = /^attente\/(\d{6,9})(?:(\.json)|(-faits\.json)|(-photo\.png))$/;
const IMPORT = new RegExp(`^imports/(${UUID})\\.(json|zip)$`);

/** Whole dossiers that did not open, among what is damaged. */
export const dossierPath = (dossier: string): string => `dossiers/${dossier}`;
export const journalPath = (dossier: string): string => `dossiers/${dossier}/journal.jsonl`;
/** Any kind of file: one that a later version adds is carried like the others. */
export const filePath = (dossier: string, seq: number, kind: string): string =>
  `dossiers/${dossier}/fichiers/${seqName(seq)}-${kind}.${ENDINGS[kind] ?? 'json'}`;
/** `part`: what it is (its room, when), what it says, what it shows. They stand in this order. */
export const waitingPath = (number: number, part: 'item' | 'facts' | 'picture'): string =>
  `attente/${seqName(number)}${{ item: '.json', facts: '-faits.json', picture: '-photo.png' }[part]}`;
/** What is said of an imported bundle, then the bundle itself. */
export const importPath = (id: string, part: 'json' | 'zip'): string => `imports/${id}.${part}`;

export type BackupPlace =
  | { readonly kind: 'journal'; readonly dossier: string }
  | { readonly kind: 'file'; readonly dossier: string; readonly seq: number; readonly file: string }
  | { readonly kind: 'waiting'; readonly number: number; readonly part: 'item' | 'facts' | 'picture' }
  | { readonly kind: 'import'; readonly id: string; readonly part: 'json' | 'zip' };

/** What stands at a path; undefined for one that this format does not know. */
export function placeOf(path: string): BackupPlace | undefined {
  const [, journal] = JOURNAL.exec(path) ?? [];
  if (journal !== undefined) return { kind: 'journal', dossier: journal };
  const [, dossier, seq, file] = FILE.exec(path) ?? [];
  if (dossier !== undefined && file !== undefined) return { kind: 'file', dossier, seq: Number(seq), file };
  const [, number, item, facts] = WAITING.exec(path) ?? [];
  if (number !== undefined) {
    return { kind: 'waiting', number: Number(number), part: item ? 'item' : facts ? 'facts' : 'picture' };
  }
  const [, id, part] = IMPORT.exec(path) ?? [];
  return id === undefined ? undefined : { kind: 'import', id, part: part === 'json' ? 'json' : 'zip' };
}
