import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { StoredFile } from '../../../lib/app/ports.ts';
import { dossierRecord } from '../../../lib/core/bundle/dossier-record.ts';
import { PATHS } from '../../../lib/core/bundle/layout.ts';
import { holdsOnly } from '../../../lib/core/bundle/read-record.ts';
import { PROFILES, type ProfileChoice } from '../../../lib/core/profile/profile.ts';
import { PROFILE_RULES } from '../../../lib/core/profile/rules.ts';
import { reportText } from '../../../lib/core/verify/report-text.ts';
import { hashing } from '../../../lib/node/hashing.ts';
import { verifyBundle } from '../../../lib/node/verify-bundle.ts';
import {
  type Files,
  readFiles,
  rehash,
  removeTampered,
  setText,
  textOf,
  writeZip,
} from '../../node/fixtures/tamper.ts';
import { failing } from '../../reader/fixtures/opened.ts';
import { OPENED_AT } from '../fixtures/dossier.ts';
import { exportToFile } from '../fixtures/export-to-file.ts';
import { fullDossier } from '../fixtures/full-dossier.ts';

vi.setConfig({ testTimeout: 60_000 });
afterAll(removeTampered);

const PAGE = {
  origin: 'https://administration-etrangers-en-france.interieur.gouv.fr',
  path: '/usagers/',
  lang: 'fr',
  topFrame: true,
};
const CHOICES: readonly ProfileChoice[] = [
  ...PROFILES.map((profile) => ({ profile })),
  { profile: 'association', journal: false },
];
const nameOf = ({ profile, journal = true }: ProfileChoice) =>
  `${profile}${journal ? '' : ' without the journal'}`;
const each = CHOICES.map((choice) => [nameOf(choice), choice] as const);

async function exportNow(choice: ProfileChoice, dossier = fullDossier()) {
  const made = await exportToFile(dossier.source(), { choice });
  try {
    const report = await verifyBundle(made.zipPath);
    return { ...(await readFiles(made.zipPath)), report, progress: made.progress };
  } finally {
    made.remove();
  }
}
/** Of the full dossier: made once for each profile, its files free to be changed. */
const known = new Map<string, ReturnType<typeof exportNow>>();
async function exported(choice: ProfileChoice) {
  const made = known.get(nameOf(choice)) ?? exportNow(choice);
  known.set(nameOf(choice), made);
  const { files, ...rest } = await made;
  return { ...rest, files: new Map(files) as Files };
}
const dataOf = (files: Files) => [...files.keys()].filter((path) => path.startsWith('data/')).sort();
const described = (files: Files) => JSON.parse(textOf(files, PATHS.dossier));

describe.each(each)('an export: %s', (_name, choice) => {
  it('is intact, says for whom it is, and its folder too', async () => {
    const { report, files, topFolder, progress } = await exported(choice);
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
    const { files } = await exported(choice);
    const bytes = files.get(PATHS.dossier) ?? new Uint8Array();
    expect(holdsOnly(bytes, dossierRecord.parse(described(files)))).toBe(true);
    const { procedure, ...rest } = described(files);
    const names = [...Object.keys(rest), ...Object.keys(procedure ?? {}).map((name) => `procedure.${name}`)];
    expect(
      names.filter((name) => !PROFILE_RULES[choice.profile].fields.some((field) => field === name)),
    ).toEqual([]);
  });

  it('says in LISEZMOI only of files that are there', async () => {
    const { files } = await exported(choice);
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
    expect(dataOf((await exported({ profile })).files)).toEqual([...wanted].sort());
  });

  it('complete: everything but what was erased', async () => {
    const { files } = await exported({ profile: 'complete' });
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
    const { files } = await exported({ profile: 'association' });
    const texts = [...files.keys()]
      .filter((path) => path !== PATHS.verifier)
      .map((path) => textOf(files, path));
    expect(texts.join('\n')).not.toMatch(/erreur est survenue|reste gris|Passeport|2024-01-24|203\.0\.113/);
    expect(textOf(files, PATHS.incidentsTable)).not.toContain('texte_releve');
  });
});

/** As a newer version, or a hand in the database, could have left it. */
const another = (file: StoredFile, text: string): StoredFile => {
  const bytes = new TextEncoder().encode(text);
  return { ...file, bytes, sha256: hashing.sha256(bytes), crc32: hashing.crc32(bytes) };
};

describe('a record that is not quite one', () => {
  const changed = async (change: (record: Record<string, unknown>) => string, choice: ProfileChoice) => {
    const dossier = fullDossier();
    const file = dossier.files.get('incident 4');
    if (file)
      dossier.files.set(
        'incident 4',
        another(file, change(JSON.parse(new TextDecoder().decode(file.bytes)))),
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

/** What the person, the page and the browser put into what is kept, of any length and content. */
const anyText = fc.string({ unit: 'binary', maxLength: 300 });
const anyBytes = fc.uint8Array({ maxLength: 3_000 });
const anyKept = fc.record({
  text: anyText,
  snapshot: anyText,
  picture: anyBytes,
  labels: fc.array(anyText, { maxLength: 3 }),
  fingerprint: fc.stringMatching(/^[0-9a-f]{32}$/),
  quote: anyText,
  withPicture: fc.boolean(),
});
type Kept = typeof anyKept extends fc.Arbitrary<infer Value> ? Value : never;

describe('what an export says of what it leaves out', () => {
  const key = { spki: new Uint8Array(120).fill(7), sign: async () => new Uint8Array(96).fill(1) };
  const AT = OPENED_AT + 400_000;
  const cut = (text: string) => text.slice(0, 200);
  const detailsOf = ({ labels, text }: Kept) => ({
    form: labels.map((label) => ({
      label: cut(label),
      type: 'text',
      required: true,
      filled: true,
      valid: true,
      message: cut(text),
    })),
    trail: labels.map((label) => ({ at: '2026-11-03T08:00:00.000Z', kind: 'click', label: cut(label) })),
    piiZones: labels.map((_, x) => ({ x, y: 1, w: 1, h: 1, kind: 'email' })),
  });
  /** The same events; everything that an association must not read of them is as told. */
  const ofAssociation = (kept: Kept) => {
    const dossier = fullDossier();
    const seq = dossier.capture(AT, {
      snapshot: kept.snapshot,
      ...(kept.withPicture ? { picture: new Uint8Array(kept.picture) } : {}),
      trigger: { kind: 'finding', incidentSeq: 3, quote: kept.quote },
      more: {
        ...detailsOf(kept),
        statement: kept.text,
        page: { ...PAGE, title: kept.text, route: cut(kept.quote) },
      },
    });
    dossier.documents(AT, seq, { items: [], lang: kept.text.slice(0, 20), cut: kept.withPicture });
    dossier.filing(AT, seq, { host: kept.text.slice(0, 120), filedTime: kept.withPicture ? '09:00' : null });
    dossier.display(AT, kept.fingerprint, true);
    return dossier;
  };
  /** The same, but for what a court or the administration reads. */
  const ofReaders = (kept: Kept) => {
    const dossier = fullDossier();
    dossier.capture(AT, {
      snapshot: kept.snapshot,
      trigger: { kind: 'finding', incidentSeq: 3 },
      more: detailsOf(kept),
    });
    dossier.display(AT, kept.fingerprint, true);
    return dossier;
  };
  const filesFor = async (choice: ProfileChoice, dossier: ReturnType<typeof fullDossier>) => {
    const made = await exportToFile(dossier.source(), { choice, key });
    const { files } = await readFiles(made.zipPath);
    made.remove();
    return files;
  };
  const differing = (one: Files, other: Files): string[] => {
    expect([...other.keys()]).toEqual([...one.keys()]);
    return [...other].flatMap(([path, bytes]) =>
      Buffer.from(bytes).equals(one.get(path) ?? new Uint8Array()) ? [] : [path],
    );
  };
  const commitments = (files: Files) =>
    textOf(files, PATHS.journal).replace(/"(commit|prev)":"[0-9a-f]{64}"/g, '"$1":""');

  it('association: whatever it was, only commitments in the journal differ, and what hashes them', async () => {
    const check = async (one: Kept, other: Kept) => {
      const [before, after] = [
        await filesFor({ profile: 'association' }, ofAssociation(one)),
        await filesFor({ profile: 'association' }, ofAssociation(other)),
      ];
      expect(commitments(after)).toBe(commitments(before));
      const allowed = [PATHS.journal, PATHS.manifest, PATHS.tagManifest];
      expect(differing(before, after).filter((path) => !allowed.some((each) => each === path))).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(anyKept, anyKept, check), { numRuns: 15 });
  });

  it('association without the journal: whatever it was, not one byte differs', async () => {
    const choice = { profile: 'association', journal: false } as const;
    const check = async (one: Kept, other: Kept): Promise<void> => {
      expect(
        differing(await filesFor(choice, ofAssociation(one)), await filesFor(choice, ofAssociation(other))),
      ).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(anyKept, anyKept, check), { numRuns: 15 });
  });

  it.each(['court', 'administration'] as const)(
    '%s: of what it never shows, not one byte',
    async (profile) => {
      const check = async (one: Kept, other: Kept): Promise<void> => {
        expect(
          differing(
            await filesFor({ profile }, ofReaders(one)),
            await filesFor({ profile }, ofReaders(other)),
          ),
        ).toEqual([]);
      };
      await fc.assert(fc.asyncProperty(anyKept, anyKept, check), { numRuns: 3 });
    },
  );

  it('court: of what she no longer wants to see, not even that there was anything', async () => {
    const hiding = (kept: Kept | null) => {
      const dossier = fullDossier();
      if (!kept) return dossier;
      const fingerprint = 'c3'.repeat(16);
      dossier.attempt(AT);
      const seq = dossier.incident(AT, { fingerprint, httpStatus: kept.labels.length });
      const capture = dossier.capture(AT, {
        picture: new Uint8Array(kept.picture),
        trigger: {
          kind: 'finding',
          quote: kept.quote,
          ...(kept.withPicture ? { incidentSeq: seq } : { fingerprint }),
        },
        more: { statement: kept.text },
      });
      dossier.documents(AT, capture);
      dossier.display(AT, fingerprint, true);
      return dossier;
    };
    const choice = { profile: 'court' } as const;
    const without = await filesFor(choice, hiding(null));
    const check = async (kept: Kept): Promise<void> => {
      expect(differing(without, await filesFor(choice, hiding(kept)))).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(anyKept, check), { numRuns: 4 });
  });

  it('court: of a confirmation that she no longer wants to see, the day of filing only', async () => {
    const dossier = fullDossier();
    const fingerprint = 'c3'.repeat(16);
    const incidentSeq = dossier.incident(AT, { fingerprint });
    const capture = dossier.capture(AT, { trigger: { kind: 'finding', incidentSeq } });
    dossier.documents(AT, capture);
    dossier.filing(AT, capture, { filedOn: '2026-11-03' });
    dossier.display(AT, fingerprint, true);
    const { files, report } = await exportNow({ profile: 'court' }, dossier);
    const { synthesis } = described((await exported({ profile: 'court' })).files);
    expect(report.verdict).toBe('intact');
    expect(described(files)).toMatchObject({ procedure: { filedOn: '2026-11-03' }, synthesis });
  });

  it('administration: no picture, whether there was one or not', async () => {
    const pictured = (picture: boolean) => {
      const dossier = fullDossier();
      dossier.capture(AT, {
        ...(picture ? { picture: new Uint8Array(9_000).fill(9) } : {}),
        trigger: { kind: 'finding', incidentSeq: 4 },
        more: { statement: picture ? 'Une phrase' : null },
      });
      return dossier;
    };
    const choice = { profile: 'administration' } as const;
    expect(
      differing(await filesFor(choice, pictured(true)), await filesFor(choice, pictured(false))),
    ).toEqual([]);
  });

  it('complete: of what was erased, only the commitment that the chain keeps', async () => {
    const erased = (text: string) => {
      const dossier = fullDossier();
      const seq = dossier.capture(AT, { snapshot: text, more: { statement: text.slice(0, 2000) } });
      dossier.erase(AT, seq);
      return dossier;
    };
    const choice = { profile: 'complete' } as const;
    const check = async (one: string, other: string) => {
      const [before, after] = [await filesFor(choice, erased(one)), await filesFor(choice, erased(other))];
      expect(commitments(after)).toBe(commitments(before));
      const allowed = [PATHS.journal, PATHS.manifest, PATHS.tagManifest];
      expect(differing(before, after).filter((path) => !allowed.some((each) => each === path))).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(anyText, anyText, check), { numRuns: 3 });
  });
});

describe('a bundle that is not what it says it is for', () => {
  const tampered = async (choice: ProfileChoice, change: (files: Files) => void) => {
    const { files, topFolder } = await exported(choice);
    change(files);
    const payload = [...files].filter(([path]) => path.startsWith('data/'));
    const total = payload.reduce((sum, [, { length }]) => sum + length, 0);
    setText(
      files,
      PATHS.bagInfo,
      textOf(files, PATHS.bagInfo).replace(/Oxum: .*/, `Oxum: ${total}.${payload.length}`),
    );
    rehash(files);
    const report = await verifyBundle(
      await writeZip([...files].map(([path, bytes]) => [`${topFolder}/${path}`, bytes] as const)),
    );
    return {
      verdict: report.verdict,
      failing: failing(report),
      ids: report.results.flatMap(({ problems }) => problems.map(({ id }) => id)),
    };
  };
  const edit = (files: Files, change: (record: Record<string, unknown>) => void) => {
    const record = described(files);
    change(record);
    setText(files, PATHS.dossier, JSON.stringify(record));
  };
  const cases: [string, ProfileChoice, (files: Files) => void, string, string][] = [
    [
      'a picture for an association',
      { profile: 'association' },
      (files) => void files.set('data/captures/000005.png', new Uint8Array(9)),
      'altered',
      'profile-forbids',
    ],
    [
      'a journal for a court',
      { profile: 'court' },
      (files) => setText(files, PATHS.journal, ''),
      'altered',
      'profile-forbids',
    ],
    [
      'a file of no kind for the administration',
      { profile: 'administration' },
      (files) => setText(files, 'data/notes.txt', 'x'),
      'altered',
      'profile-forbids',
    ],
    [
      'no exhibit for a court',
      { profile: 'court' },
      (files) => {
        files.delete(PATHS.chronology);
        edit(files, (record) => {
          record.exhibits = [];
        });
      },
      'incomplete',
      'profile-lacks',
    ],
    [
      'no table for an association',
      { profile: 'association' },
      (files) => void files.delete(PATHS.incidentsTable),
      'incomplete',
      'profile-lacks',
    ],
    [
      'a field too many',
      { profile: 'association' },
      (files) =>
        edit(files, (record) => {
          record.createdAt = 'x';
        }),
      'altered',
      'profile-field',
    ],
    [
      'the prefecture for an association',
      { profile: 'association' },
      (files) =>
        edit(files, (record) => {
          record.procedure = { prefecture: 'Paris' };
        }),
      'altered',
      'profile-field',
    ],
    [
      'a column too many',
      { profile: 'association' },
      (files) => setText(files, PATHS.incidentsTable, `\ufefftexte_releve\r\n`),
      'altered',
      'profile-columns',
    ],
    [
      'a profile that nobody knows',
      { profile: 'association' },
      (files) =>
        edit(files, (record) => {
          record.profile = 'presse';
        }),
      'incomplete',
      'profile-unknown',
    ],
    [
      'the profile of a complete bundle, without its journal',
      { profile: 'association', journal: false },
      (files) =>
        edit(files, (record) => {
          record.profile = 'complete';
        }),
      'incomplete',
      'file-missing',
    ],
  ];
  it.each(cases)('%s', async (_name, choice, change, verdict, id) => {
    const found = await tampered(choice, change);
    expect(found.verdict).toBe(verdict);
    expect(found.ids).toContain(id);
  });

  it('a record that holds more than an association may read', async () => {
    const dossier = fullDossier();
    const file = dossier.files.get('incident 4');
    const { ids } = await tampered({ profile: 'association', journal: false }, (files) => {
      const text = new TextDecoder().decode(file?.bytes).replace('{', '{"note":"A. K.",');
      setText(files, 'data/incidents/000004.json', text);
    });
    expect(ids).toContain('profile-record');
  });

  it('something there that the journal says was erased', async () => {
    const { verdict, ids } = await tampered({ profile: 'complete' }, (files) =>
      setText(files, 'data/captures/000009.json', '{}'),
    );
    expect(verdict).toBe('altered');
    expect(ids).toContain('erased-there');
  });

  it('something said to be erased that the journal does not say so of', async () => {
    const { verdict, ids } = await tampered({ profile: 'complete' }, (files) => {
      files.delete('data/incidents/000004.json');
      edit(files, (record) => {
        record.withheld = [{ seq: 4, reason: 'erased' }];
      });
    });
    expect(verdict).toBe('incomplete');
    expect(ids).toContain('record-missing');
  });
});
