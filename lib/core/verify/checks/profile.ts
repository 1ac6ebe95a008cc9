import { PATHS, PAYLOAD_FOLDER } from '../../bundle/layout.ts';
import { holdsOnly, readAbsence, readIncident } from '../../bundle/read-record.ts';
import { mayCarry, mustCarry } from '../../profile/files.ts';
import type { Profile } from '../../profile/profile.ts';
import { PROFILE_RULES } from '../../profile/rules.ts';
import type { Check, OpenedBundle, Problem } from '../check.ts';
import { readForeignJson, readLines, readRecord } from '../guarded.ts';
import { claimedProfile } from '../profile-of.ts';

/** What the bundle says it is for against what it carries: nothing that this must not have, nothing short. */
export const profile: Check = {
  id: 'profile',
  async run(bundle) {
    const claimed = await claimedProfile(bundle);
    if (claimed === null) return [];
    if (claimed === 'unknown') return [{ kind: 'unknown', id: 'profile-unknown' }];
    const forbidden = [...bundle.paths].filter((path) => !mayCarry(claimed, path));
    const lacking = mustCarry(claimed).filter((path) => !bundle.paths.has(path));
    return [
      ...forbidden.map((path): Problem => ({ kind: 'altered', id: 'profile-forbids', values: { path } })),
      ...lacking.map((path): Problem => ({ kind: 'missing', id: 'profile-lacks', values: { path } })),
      ...(claimed === 'complete' ? [] : await contentProblems(bundle, claimed)),
    ];
  },
};

const altered = (id: Problem['id'], values: Problem['values'] = {}): Problem => ({
  kind: 'altered',
  id,
  values,
});

/** A file of the right name may still hold what the profile leaves out. */
async function contentProblems(bundle: OpenedBundle, claimed: Profile): Promise<readonly Problem[]> {
  const { fields, incidentColumns } = PROFILE_RULES[claimed];
  const problems = namesIn(await readForeignJson(bundle, PATHS.dossier))
    .filter((name) => !(fields as readonly string[]).includes(name))
    .map((name) => altered('profile-field', { name, path: PATHS.dossier }));
  if (incidentColumns.length > 0 && bundle.paths.has(PATHS.incidentsTable)) {
    const header = (await readLines(bundle, PATHS.incidentsTable)).replace(/^\ufeff/, '').split('\r\n', 1)[0];
    if (header !== incidentColumns.join(';'))
      problems.push(altered('profile-columns', { path: PATHS.incidentsTable }));
  }
  for (const path of bundle.paths) {
    if (!path.startsWith(`${PAYLOAD_FOLDER}incidents/`)) continue;
    const bytes = await readRecord(bundle, path);
    const record = readIncident(bytes) ?? readAbsence(bytes);
    if (!record || !holdsOnly(bytes, record)) problems.push(altered('profile-record', { path }));
  }
  return problems;
}

/** Its fields by name, those of `procedure` one by one. */
function namesIn(description: unknown): readonly string[] {
  if (typeof description !== 'object' || description === null) return [];
  return Object.entries(description).flatMap(([name, value]) =>
    name === 'procedure' && typeof value === 'object' && value !== null
      ? Object.keys(value).map((inner) => `${name}.${inner}`)
      : [name],
  );
}
