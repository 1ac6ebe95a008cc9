import type { JournalLine } from '../journal/line.ts';
import type { Profile } from '../profile/profile.ts';
import { parisDay } from '../time.ts';

/** Paths of format 1, below the top folder. ASCII only: some archivers garble anything else. */
export const PATHS = {
  readme: 'LISEZMOI.txt',
  bagit: 'bagit.txt',
  bagInfo: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  verifier: 'verifier.html',
  publicKey: 'scelles/cle-publique.pem',
  manifestSignature: 'scelles/manifest-sha256.txt.sig',
  tagManifestSignature: 'scelles/tagmanifest-sha256.txt.sig',
  manifestQuery: 'scelles/manifest-sha256.txt.tsq',
  manifestReply: 'scelles/manifest-sha256.txt.tsr',
  authorityCertificates: 'scelles/tsa-chaine.pem',
  dossier: 'data/dossier.json',
  journal: 'data/journal.jsonl',
  incidentsTable: 'data/incidents.csv',
  absencesTable: 'data/absences.csv',
  chronology: 'data/pieces/01_Chronologie_des_tentatives.pdf',
} as const;

export const PAYLOAD_FOLDER = 'data/';

/** Kinds of side file, with the folder and the ending that each gets. */
export const SIDE_FILES = {
  incident: { folder: 'data/incidents', ending: 'json' },
  absence: { folder: 'data/incidents', ending: 'json' },
  capture: { folder: 'data/captures', ending: 'json' },
  picture: { folder: 'data/captures', ending: 'png' },
  snapshot: { folder: 'data/captures', ending: 'html' },
  display: { folder: 'data/affichage', ending: 'json' },
  documents: { folder: 'data/documents', ending: 'json' },
  filing: { folder: 'data/depots', ending: 'json' },
} as const;
export type SideFileKind = keyof typeof SIDE_FILES;

/** Records that a journal line commits to; pictures and snapshots hang on theirs. */
export const RECORD_KINDS = [
  'incident',
  'absence',
  'capture',
  'display',
  'documents',
  'filing',
] as const satisfies readonly SideFileKind[];
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The kind of record that a line of that type commits to; null for one that commits to none. */
export function recordKindOf(type: JournalLine['type']): RecordKind | null {
  if (type === 'incident.hidden' || type === 'incident.shown') return 'display';
  return RECORD_KINDS.find((kind) => kind === type) ?? null;
}

/** `000012`: number of a journal line in a file name. */
export const seqName = (seq: number): string => String(seq).padStart(6, '0');

/** e.g. `data/captures/000012.png` */
export const sideFilePath = (kind: SideFileKind, seq: number): string =>
  `${SIDE_FILES[kind].folder}/${seqName(seq)}.${SIDE_FILES[kind].ending}`;

/** Timestamp of a journal line, as asked for and as given: `scelles/journal-000012.tsq` and `.tsr`. */
export const stampPaths = (seq: number): { readonly query: string; readonly reply: string } => ({
  query: `scelles/journal-${seqName(seq)}.tsq`,
  reply: `scelles/journal-${seqName(seq)}.tsr`,
});

/** Ends the name of a bundle that is not the complete one: the wrong file must not be sent to the wrong reader. */
const PROFILE_SUFFIXES: Readonly<Record<Profile, string>> = {
  complete: '',
  court: '-tribunal',
  administration: '-administration',
  association: '-association',
};

/**
 * `dossier-0f3a9c21-20261121`: first eight digits of the dossier's id, day of the export in Paris. A rehearsal's begins
 * with `repetition`; one that is not complete ends with the name of its reader.
 */
export function topFolderName(
  dossierId: string,
  exportedAt: number,
  rehearsal = false,
  profile: Profile = 'complete',
): string {
  const id = dossierId
    .toLowerCase()
    .replace(/[^0-9a-f]/g, '')
    .slice(0, 8)
    .padEnd(8, '0');
  return `${rehearsal ? 'repetition' : 'dossier'}-${id}-${parisDay(exportedAt).replaceAll('-', '')}${PROFILE_SUFFIXES[profile]}`;
}
