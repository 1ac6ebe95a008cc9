import { INCIDENT_COLUMNS, type IncidentColumn } from '../bundle/incident-columns.ts';
import { SIDE_FILES, type SideFileKind } from '../bundle/layout.ts';
import { ALWAYS, DESCRIPTION_FIELDS, type DescriptionField } from './fields.ts';
import type { Profile } from './profile.ts';

/** What the drawn exhibit shows beside the incidents and absences themselves. The trail of clicks is never printed. */
export interface DocumentParts {
  /** The pages captured, each with its facts. */
  readonly captures: boolean;
  /** Only with them. */
  readonly pictures: boolean;
  /** What the person wrote beside a capture. */
  readonly statements: boolean;
  /** Lists of documents that pages showed. */
  readonly lists: boolean;
  /** The files that stand in the bundle beside it, by their names. */
  readonly files: boolean;
}

/** What one profile carries: the same table serves who writes a bundle and who checks it. */
export interface ProfileRules {
  /** Side files, byte for byte as stored. */
  readonly sideFiles: readonly SideFileKind[];
  /** Even one that is no record of its format any more: nobody knows what stands in it. */
  readonly strange: boolean;
  /** Whose content shows in the exhibit, the tables or the description. */
  readonly shown: readonly SideFileKind[];
  /** Texts of the portal, as captures keep them. */
  readonly quotes: boolean;
  /** With its timestamps. `chosen`: unless the person prefers it left out. */
  readonly journal: 'carried' | 'left-out' | 'chosen';
  /** Columns of `incidents.csv`; none: no such file. */
  readonly incidentColumns: readonly IncidentColumn[];
  readonly absencesTable: boolean;
  /** Null: no exhibit is drawn. */
  readonly document: DocumentParts | null;
  /** The exhibit is what this profile is for. */
  readonly documentNeeded: boolean;
  /** Of `dossier.json`. */
  readonly fields: readonly DescriptionField[];
  /** Incidents that the person no longer wants on her screen, with their captures. */
  readonly hidden: 'carried' | 'left-out';
}

const EVERY_KIND = Object.keys(SIDE_FILES) as SideFileKind[];
/** What quotes the page, or names lines that are not there. */
const OF_CAPTURES: readonly IncidentColumn[] = ['texte_releve', 'lignes_captures'];
const OF_PROCEDURE = [
  'procedure.kind',
  'procedure.ground',
  'procedure.prefecture',
  'procedure.titleExpiresOn',
  'procedure.filedOn',
] as const satisfies readonly DescriptionField[];

export const PROFILE_RULES: Readonly<Record<Profile, ProfileRules>> = {
  complete: {
    sideFiles: EVERY_KIND,
    strange: true,
    shown: EVERY_KIND,
    quotes: true,
    journal: 'carried',
    incidentColumns: INCIDENT_COLUMNS,
    absencesTable: true,
    document: { captures: true, pictures: true, statements: true, lists: true, files: true },
    documentNeeded: false,
    fields: DESCRIPTION_FIELDS,
    hidden: 'carried',
  },
  court: {
    sideFiles: [],
    strange: false,
    shown: ['incident', 'absence', 'capture', 'picture', 'documents', 'filing'],
    quotes: true,
    journal: 'left-out',
    incidentColumns: [],
    absencesTable: false,
    document: { captures: true, pictures: true, statements: true, lists: true, files: false },
    documentNeeded: true,
    fields: [...ALWAYS, 'createdAt', ...OF_PROCEDURE],
    hidden: 'left-out',
  },
  administration: {
    sideFiles: [],
    strange: false,
    shown: ['incident', 'absence', 'filing'],
    quotes: true,
    journal: 'left-out',
    incidentColumns: [],
    absencesTable: false,
    document: { captures: false, pictures: false, statements: false, lists: false, files: false },
    documentNeeded: true,
    fields: [...ALWAYS, 'createdAt', ...OF_PROCEDURE],
    hidden: 'carried',
  },
  association: {
    sideFiles: ['incident', 'absence'],
    strange: false,
    shown: ['incident', 'absence'],
    quotes: false,
    journal: 'chosen',
    incidentColumns: INCIDENT_COLUMNS.filter((column) => !OF_CAPTURES.includes(column)),
    absencesTable: true,
    document: null,
    documentNeeded: false,
    fields: [...ALWAYS, 'procedure.kind', 'procedure.ground', 'absences'],
    hidden: 'carried',
  },
};
