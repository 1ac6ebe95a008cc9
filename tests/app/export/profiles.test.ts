import { describe, expect, it, vi } from 'vitest';
import { dossierRecord } from '../../../lib/core/bundle/dossier-record.ts';
import { PATHS } from '../../../lib/core/bundle/layout.ts';
import { holdsOnly } from '../../../lib/core/bundle/read-record.ts';
import type { ProfileChoice } from '../../../lib/core/profile/profile.ts';
import { PROFILE_RULES } from '../../../lib/core/profile/rules.ts';
import { reportText } from '../../../lib/core/verify/report-text.ts';
import { textOf } from '../../node/fixtures/tamper.ts';
import { dataOf, described, eachProfile, exportedOnce, exportNow } from '../fixtures/exported-profiles.ts';
import { fullDossier } from '../fixtures/full-dossier.ts';
import { withBytes } from '../fixtures/with-bytes.ts';

vi.setConfig({ testTimeout: 60_000 });

describe.each(eachProfile)('an export: %s', (_name, choice) => {
  it('is intact, says for whom it is, and its folder too', async () => {
    const { report, files, topFolder, progress } = await exportedOnce(choice);
    expect({
      verdict: report.verdict,
      problems: report.results.flatMap(({ problems }) => problems).filter(({ kind }) => kind !== 'left-out'),
    }).toEqual({ verdict: 'intact', problems: [] });
    expect(described(files).profile).toBe(choice.profile);
    const whole = files.has(PATHS.journal);
    expect(reportText(report)).toContain(whole ? 'tous les contrôles sont passés' : 'que cet export permet');
    const suffix = {
      complete: '',
      court: '-tribunal',
      administration: '-administration',
      association: '-association',
    };
    expect(topFolder).toBe(`dossier-0f3a9c21-20261121${suffix[choice.profile]}`);
    expect(textOf(files, PATHS.readme)).toMatch(/^[\n\x20-\x7e]*$/);
    expect(progress.at(-1)).toMatchObject({ done: progress.at(-1)?.total });
  });

  it('has a description of the frozen format, with the fields of its profile and no other', async () => {
    const { files } = await exportedOnce(choice);
    const bytes = files.get(PATHS.dossier) ?? new Uint8Array();
    expect(holdsOnly(bytes, dossierRecord.parse(described(files)))).toBe(true);
    const { procedure, ...rest } = described(files);
    const names = [...Object.keys(rest), ...Object.keys(procedure ?? {}).map((name) => `procedure.${name}`)];
    expect(
      names.filter((name) => !PROFILE_RULES[choice.profile].fields.some((field) => field === name)),
    ).toEqual([]);
  });

  it('says in LISEZMOI only of files that are there', async () => {
    const { files } = await exportedOnce(choice);
    const told = textOf(files, PATHS.readme).matchAll(/^ {2}(data\/[\w./-]+)/gm);
    const there = (path: string) => [...files.keys()].some((file) => file === path || file.startsWith(path));
    expect([...told].map(([, path = '']) => path).filter((path) => !there(path))).toEqual([]);
  });
});

describe('the files of an export', () => {
  it.each([
    ['court', [PATHS.dossier, PATHS.chronology]],
    ['administration', [PATHS.dossier, PATHS.chronology]],
    [
      'association',
      [
        PATHS.absencesTable,
        PATHS.dossier,
        PATHS.incidentsTable,
        'data/incidents/000003.json',
        'data/incidents/000004.json',
        'data/incidents/000011.json',
        PATHS.journal,
      ],
    ],
  ] as const)('%s', async (profile, wanted) => {
    expect(dataOf((await exportedOnce({ profile })).files)).toEqual([...wanted].sort());
  });

  it('complete: everything but what was erased', async () => {
    const { files } = await exportedOnce({ profile: 'complete' });
    expect(dataOf(files).filter((path) => /0000(?:09|10)/.test(path))).toEqual([]);
    expect(dataOf(files)).toEqual(
      expect.arrayContaining([
        'data/captures/000005.png',
        'data/depots/000008.json',
        'data/affichage/000012.json',
      ]),
    );
    expect(described(files).withheld).toMatchObject([{ seq: 9 }, { seq: 10 }]);
    expect(described(files).limits).toContain(
      'Ligne 9 du journal : la capture a été effacée par la personne le 3 novembre 2026.',
    );
  });

  it('association: no text of the page or of the person', async () => {
    const { files } = await exportedOnce({ profile: 'association' });
    const texts = [...files.keys()]
      .filter((path) => path !== PATHS.verifier)
      .map((path) => textOf(files, path));
    expect(texts.join('\n')).not.toMatch(/erreur est survenue|reste gris|Passeport|2024-01-24|203\.0\.113/);
    expect(textOf(files, PATHS.incidentsTable)).not.toContain('texte_releve');
  });
});

/** As a newer version, or a hand in the database, could have left it. */
describe('a record that is not quite one', () => {
  const changed = async (change: (record: Record<string, unknown>) => string, choice: ProfileChoice) => {
    const dossier = fullDossier();
    const file = dossier.files.get('incident 4');
    if (file)
      dossier.files.set(
        'incident 4',
        withBytes(file, new TextEncoder().encode(change(JSON.parse(new TextDecoder().decode(file.bytes))))),
      );
    return exportNow(choice, dossier);
  };

  it('with a field that nobody here knows stays out of an association’s export, and it is said', async () => {
    const widen = (record: object) => JSON.stringify({ ...record, note: 'Dossier A. K.' });
    const { files, report } = await changed(widen, { profile: 'association' });
    expect(dataOf(files)).not.toContain('data/incidents/000004.json');
    expect(described(files).withheld).toContainEqual({ seq: 4, reason: 'profile' });
    expect([...files.keys()].filter((path) => textOf(files, path).includes('A. K.'))).toEqual([]);
    expect(report.verdict).toBe('intact');
  });

  it('that cannot be read is no reason: an association’s export leaves it and is incomplete', async () => {
    const { files, report } = await changed(() => '{"note":"Dossier A. K."', { profile: 'association' });
    expect(dataOf(files)).not.toContain('data/incidents/000004.json');
    expect([...files.keys()].filter((path) => textOf(files, path).includes('A. K.'))).toEqual([]);
    expect(report.verdict).toBe('incomplete');
  });
});
