import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { surveyDossier } from '../../../lib/app/export/survey-dossier.ts';
import { dossierRecord } from '../../../lib/core/bundle/dossier-record.ts';
import { ALWAYS, DESCRIPTION_FIELDS, pickFields } from '../../../lib/core/profile/fields.ts';
import { mayCarry } from '../../../lib/core/profile/files.ts';
import { planExport } from '../../../lib/core/profile/plan.ts';
import { PROFILES, type ProfileChoice } from '../../../lib/core/profile/profile.ts';
import { PROFILE_RULES } from '../../../lib/core/profile/rules.ts';
import { hashing } from '../../../lib/node/hashing.ts';
import { fullDossier } from '../../app/fixtures/full-dossier.ts';
import { profileTables } from './profile-tables.ts';

async function planned(choice: ProfileChoice, dossier = fullDossier()) {
  const source = dossier.source();
  const read = await surveyDossier({ source, hashing, onRecord: () => {} });
  return planExport(choice, { ...read, hidden: source.hidden ?? [] });
}

describe('docs/profils.md', () => {
  const page = readFileSync('docs/profils.md', 'utf8');
  it.each(Object.entries(profileTables()))('has the table of %s as the code has it', (_name, table) => {
    expect(page).toContain(table);
  });
});

describe('the rules of a profile', () => {
  it('name every field that a description can have', () => {
    const { procedure, ...rest } = dossierRecord.shape;
    const inner = Object.keys(procedure._zod.def.innerType.shape).map((name) => `procedure.${name}`);
    expect([...Object.keys(rest), ...inner].sort()).toEqual([...DESCRIPTION_FIELDS].sort());
  });

  it.each(PROFILES)('%s: what identifies a bundle is always there', (profile) => {
    expect(PROFILE_RULES[profile].fields).toEqual(expect.arrayContaining([...ALWAYS]));
  });

  it.each(['court', 'administration', 'association'] as const)(
    '%s carries no file that nobody knows',
    (profile) => {
      for (const path of [
        'data/x.txt',
        'data/captures/000005.txt',
        'data/incidents/a.json',
        'data/constructor',
      ])
        expect(mayCarry(profile, path)).toBe(false);
    },
  );

  it('only a picture that was drawn into an exhibit ever leaves with another profile than the complete one', () => {
    const { court, administration, association } = PROFILE_RULES;
    for (const rules of [court, administration, association]) {
      expect(rules.sideFiles).not.toContain('picture');
      expect(rules.sideFiles).not.toContain('capture');
      expect(rules.sideFiles).not.toContain('snapshot');
    }
    expect(administration.document).toMatchObject({ captures: false, pictures: false, statements: false });
    expect(association.document).toBeNull();
  });
});

describe('a plan', () => {
  it('of the complete export leaves nothing but what was erased', async () => {
    const { withheld, journal, survey } = await planned({ profile: 'complete' });
    expect(journal).toBe(true);
    expect(withheld).toEqual([
      { seq: 9, reason: 'erased', at: '2026-11-03T08:05:00.000Z' },
      { seq: 10, reason: 'erased', at: '2026-11-03T08:05:00.000Z' },
    ]);
    expect(survey.captures.map(({ seq }) => seq)).toEqual([5, 6]);
  });

  it('for an association names each line of the journal whose record stays', async () => {
    const { withheld, survey } = await planned({ profile: 'association' });
    expect(withheld.map(({ seq, reason }) => `${seq} ${reason}`)).toEqual([
      '5 profile',
      '6 profile',
      '7 profile',
      '8 profile',
      '9 erased',
      '10 erased',
      '12 profile',
    ]);
    expect(survey).toMatchObject({ captures: [], displays: [], documents: [], filings: [], attempts: 1 });
    expect(survey.absences.map(({ seq }) => seq)).toEqual([11]);
  });

  it('without the journal names none', async () => {
    const { withheld, journal, survey } = await planned({ profile: 'association', journal: false });
    expect({ withheld, journal, erased: survey.erased }).toEqual({
      withheld: [],
      journal: false,
      erased: [],
    });
  });

  it.each(['complete', 'court', 'administration'] as const)(
    '%s leaves no choice of the journal',
    async (profile) => {
      const [asked, refused] = [
        await planned({ profile, journal: true }),
        await planned({ profile, journal: false }),
      ];
      expect(refused.journal).toBe(asked.journal);
    },
  );

  it('for a court leaves out what she no longer wants to see, and counts what is left', async () => {
    const { survey, withheld } = await planned({ profile: 'court' });
    expect(survey.incidents.map(({ number, first }) => [number, first.seq])).toEqual([[1, 3]]);
    expect(survey.captures.map(({ seq }) => seq)).toEqual([5, 6]);
    expect(survey.captures.every(({ snapshot }) => snapshot === null)).toBe(true);
    expect(withheld).toEqual([]);
  });

  it('for a court leaves out the captures of what she no longer wants to see', async () => {
    const dossier = fullDossier();
    dossier.display(Date.parse('2026-11-03T09:00:00Z'), 'a1'.repeat(16), true);
    const { survey } = await planned({ profile: 'court' }, dossier);
    expect(survey.incidents).toEqual([]);
    expect(survey.captures.map(({ seq }) => seq)).toEqual([6]);
  });

  it('for a court leaves out the lists of documents of what she no longer wants to see, not the filing', async () => {
    const dossier = fullDossier();
    const at = Date.parse('2026-11-03T09:00:00Z');
    const fingerprint = 'c3'.repeat(16);
    const hidden = dossier.incident(at, { fingerprint });
    const byLine = dossier.capture(at, { trigger: { kind: 'finding', incidentSeq: hidden } });
    dossier.documents(at, byLine);
    const filed = dossier.filing(at, byLine, { filedOn: '2026-11-03' });
    const byFingerprint = dossier.capture(at, { trigger: { kind: 'finding', fingerprint } });
    dossier.documents(at, byFingerprint);
    dossier.display(at, fingerprint, true);
    const { survey } = await planned({ profile: 'court' }, dossier);
    expect(survey.captures.map(({ seq }) => seq)).toEqual([5, 6]);
    expect(survey.documents.map(({ seq }) => seq)).toEqual([7]);
    expect(survey.filings.map(({ seq }) => seq)).toEqual([8, filed]);
  });

  it('for a court keeps the list of a capture that cannot be read: nobody hid it', async () => {
    const dossier = fullDossier();
    dossier.files.delete('capture 6');
    expect((await planned({ profile: 'court' }, dossier)).survey.documents.map(({ seq }) => seq)).toEqual([
      7,
    ]);
  });

  it('for a court says nothing of the damages of what she no longer wants to see', async () => {
    const dossier = fullDossier();
    const at = Date.parse('2026-11-03T09:00:00Z');
    const fingerprint = 'c3'.repeat(16);
    const hidden = dossier.incident(at, { fingerprint });
    const capture = dossier.capture(at, { trigger: { kind: 'finding', incidentSeq: hidden } });
    const list = dossier.documents(at, capture);
    dossier.display(at, fingerprint, true);
    for (const name of [`incident ${hidden}`, `capture ${capture}`, `documents ${list}`]) {
      const file = dossier.files.get(name);
      if (file) dossier.files.set(name, { ...file, bytes: new Uint8Array([...file.bytes, 32]) });
    }
    expect((await planned({ profile: 'complete' }, dossier)).survey.gaps).toHaveLength(3);
    expect((await planned({ profile: 'court' }, dossier)).survey.gaps).toEqual([]);
  });

  it('for the administration has quotations and no capture', async () => {
    const { survey } = await planned({ profile: 'administration' });
    expect(survey.captures).toMatchObject([{ seq: 5, picture: null, snapshot: null }]);
    expect(survey.incidents.map(({ first }) => first.seq)).toEqual([3, 4]);
    expect(survey.filings.map(({ seq }) => seq)).toEqual([8]);
    expect(survey.documents).toEqual([]);
  });

  it('says of damages only those of what it shows', async () => {
    const damaged = () => {
      const dossier = fullDossier();
      for (const name of ['picture 5', 'snapshot 5', 'filing 8', 'incident 4', 'display 12'])
        dossier.files.delete(name);
      return dossier;
    };
    const kinds = async (choice: ProfileChoice) =>
      (await planned(choice, damaged())).survey.gaps.map(({ seq, kind }) => `${kind} ${seq}`);
    expect(await kinds({ profile: 'complete' })).toEqual(['incident 4', 'filing 8', 'display 12']);
    expect(await kinds({ profile: 'court' })).toEqual(['incident 4', 'filing 8']);
    expect(await kinds({ profile: 'association' })).toEqual(['incident 4']);
  });
});

describe('pickFields', () => {
  it('takes fields and fields of fields, and nothing by accident', () => {
    const whole = { a: 1, b: { c: 2, d: 3 }, e: { f: 4 }, constructor: 5 };
    expect(pickFields(whole, ['a', 'b.c'])).toEqual({ a: 1, b: { c: 2 } });
  });
});
