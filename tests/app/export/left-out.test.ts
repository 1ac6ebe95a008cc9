import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { PATHS } from '../../../lib/core/bundle/layout.ts';
import type { ProfileChoice } from '../../../lib/core/profile/profile.ts';
import { type Files, readFiles, textOf } from '../../node/fixtures/tamper.ts';
import { OPENED_AT } from '../fixtures/dossier.ts';
import { exportToFile } from '../fixtures/export-to-file.ts';
import { described, exportedOnce, exportNow } from '../fixtures/exported-profiles.ts';
import { fullDossier } from '../fixtures/full-dossier.ts';

vi.setConfig({ testTimeout: 60_000 });

const PAGE = {
  origin: 'https://administration-etrangers-en-france.interieur.gouv.fr',
  path: '/usagers/',
  lang: 'fr',
  topFrame: true,
};
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
    const { synthesis } = described((await exportedOnce({ profile: 'court' })).files);
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
