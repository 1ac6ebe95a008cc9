import { PATHS, PAYLOAD_FOLDER, SIDE_FILES, type SideFileKind } from '../bundle/layout.ts';
import type { Profile } from './profile.ts';
import { PROFILE_RULES, type ProfileRules } from './rules.ts';

const EXHIBITS = 'data/pieces/';
const LINE_STAMP = /^scelles\/journal-/;

/** Files that are there or not by one word of the rules. */
const BY_RULE: Readonly<Record<string, (rules: ProfileRules) => boolean>> = {
  [PATHS.dossier]: () => true,
  [PATHS.journal]: ({ journal }) => journal !== 'left-out',
  [PATHS.incidentsTable]: ({ incidentColumns }) => incidentColumns.length > 0,
  [PATHS.absencesTable]: ({ absencesTable }) => absencesTable,
};

/** Whether a bundle of that profile may have a file of that name. The complete one has whatever there is. */
export function mayCarry(profile: Profile, path: string): boolean {
  const rules = PROFILE_RULES[profile];
  if (LINE_STAMP.test(path)) return rules.journal !== 'left-out';
  if (profile === 'complete' || !path.startsWith(PAYLOAD_FOLDER)) return true;
  if (path.startsWith(EXHIBITS)) return rules.document !== null;
  if (Object.hasOwn(BY_RULE, path)) return BY_RULE[path]?.(rules) ?? false;
  return kindsOf(path).some((kind) => rules.sideFiles.includes(kind));
}

/** Files without which a bundle of that profile is not one. Others are missed elsewhere, by what announces them. */
export function mustCarry(profile: Profile): readonly string[] {
  const { documentNeeded, incidentColumns } = PROFILE_RULES[profile];
  return [
    ...(documentNeeded ? [PATHS.chronology] : []),
    ...(incidentColumns.length > 0 ? [PATHS.incidentsTable] : []),
  ];
}

/** The kinds of side file that have such a name. */
const kindsOf = (path: string): readonly SideFileKind[] =>
  (Object.keys(SIDE_FILES) as SideFileKind[]).filter((kind) => {
    const { folder, ending } = SIDE_FILES[kind];
    const name = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';
    return /^\d{6,}\.[a-z]+$/.test(name) && name.endsWith(`.${ending}`);
  });
