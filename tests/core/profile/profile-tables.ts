import { INCIDENT_COLUMNS } from '../../../lib/core/bundle/incident-columns.ts';
import { PATHS, SIDE_FILES, sideFilePath, stampPaths } from '../../../lib/core/bundle/layout.ts';
import { DESCRIPTION_FIELDS } from '../../../lib/core/profile/fields.ts';
import { mayCarry } from '../../../lib/core/profile/files.ts';
import { PROFILES, type Profile } from '../../../lib/core/profile/profile.ts';
import { type DocumentParts, PROFILE_RULES } from '../../../lib/core/profile/rules.ts';

/** The tables of `docs/profils.md`, as the code has them. */
const SEQ = 424_242;
const named = (path: string): string => path.replace(String(SEQ), '<seq>');

const FILES = [
  PATHS.readme,
  PATHS.bagit,
  PATHS.bagInfo,
  PATHS.manifest,
  PATHS.tagManifest,
  PATHS.verifier,
  PATHS.publicKey,
  PATHS.manifestSignature,
  PATHS.tagManifestSignature,
  PATHS.manifestQuery,
  PATHS.manifestReply,
  PATHS.authorityCertificates,
  stampPaths(SEQ).query,
  stampPaths(SEQ).reply,
  PATHS.dossier,
  PATHS.journal,
  PATHS.incidentsTable,
  PATHS.absencesTable,
  PATHS.chronology,
  ...new Set(Object.keys(SIDE_FILES).map((kind) => sideFilePath(kind as keyof typeof SIDE_FILES, SEQ))),
];

const PARTS: Readonly<Record<keyof DocumentParts, string>> = {
  captures: 'les pages capturées et leurs faits',
  pictures: 'les images, en copie réduite',
  statements: 'les phrases de la personne',
  lists: 'les listes de documents',
  files: 'le nom des fichiers du dossier',
};

/** With what the person may leave out. */
const chosen = (profile: Profile, path: string): boolean =>
  PROFILE_RULES[profile].journal === 'chosen' &&
  (path === PATHS.journal || path.startsWith('scelles/journal-'));

function table(title: string, rows: readonly (readonly [string, (profile: Profile) => string])[]): string {
  const cells = [
    [title, 'complet', 'tribunal', 'administration', 'association'],
    ...rows.map(([name, cell]) => [name, ...PROFILES.map(cell)]),
  ];
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join(
    '\n',
  );
}

const yes = (is: boolean): string => (is ? 'oui' : 'non');

export const profileTables = (): Readonly<Record<string, string>> => ({
  files: table(
    'fichier',
    FILES.map((path) => [
      `\`${named(path)}\``,
      (profile) => (chosen(profile, path) ? 'au choix' : yes(mayCarry(profile, path))),
    ]),
  ),
  fields: table(
    'champ de `dossier.json`',
    DESCRIPTION_FIELDS.map((field) => [
      `\`${field}\``,
      (profile) => yes(PROFILE_RULES[profile].fields.includes(field)),
    ]),
  ),
  columns: table(
    'colonne de `incidents.csv`',
    INCIDENT_COLUMNS.map((column) => [
      `\`${column}\``,
      (profile) => yes(PROFILE_RULES[profile].incidentColumns.includes(column)),
    ]),
  ),
  parts: table('partie du PDF', [
    ['les incidents, les absences, le dépôt', (profile) => yes(PROFILE_RULES[profile].document !== null)],
    [
      'le texte que la page affichait',
      (profile) => yes(PROFILE_RULES[profile].document !== null && PROFILE_RULES[profile].quotes),
    ],
    ...Object.entries(PARTS).map(([part, name]): [string, (profile: Profile) => string] => [
      name,
      (profile) => yes(PROFILE_RULES[profile].document?.[part as keyof DocumentParts] ?? false),
    ]),
    [
      'ce que la personne n’affiche plus',
      (profile) =>
        yes(PROFILE_RULES[profile].document !== null && PROFILE_RULES[profile].hidden === 'carried'),
    ],
  ]),
});
