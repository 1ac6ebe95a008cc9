import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JOIN_MS } from '../../lib/core/detect/incidents.ts';
import { parsedLines, readStored } from '../e2e/stored.ts';
import { until } from '../e2e/until.ts';
import { readAudit } from './audit/read-audit.ts';
import { chanceFrom, countFrom } from './chance.ts';
import { failAloud } from './fail-aloud.ts';
import { type Life, startLife } from './life.ts';
import { createProfile, type KeptProfile } from './profile.ts';

/** How often the background is stopped while a failure becomes a capture: STOPS=80 for a long run (90 at most). */
const STOPS = Math.min(countFrom('STOPS', 16), 90);
const SEED = countFrom('SEED', (Date.now() % 1_000_000) + 1);
/**
 * A failure is stored and photographed within this time (ms), when nothing dies. WITHIN=250 stops the background while
 * hardly anything is known of the failure.
 */
const WHOLE_WAY = countFrom('WITHIN', 1_800);
const ROUTES = ['#/notifications', '#/triage', '#/espace-personnel/mon-compte'] as const;
/** On one route, what follows sooner belongs to the same incident (ms). */
const SAME_ROUTE = JOIN_MS / (ROUTES.length - 1);
const PATIENT = 40_000;

describe('parts of the extension that die', () => {
  let profile: KeptProfile;
  let life: Life;
  const chance = chanceFrom(SEED);

  beforeAll(async () => {
    profile = await createProfile();
    life = await startLife(profile);
  });
  afterAll(async () => {
    await life?.end();
    await profile?.remove();
  });

  /** Where the failure stood on its way, just before the background died. */
  async function stopAfter(ms: number): Promise<string> {
    const { witnessed } = life.stage;
    const count = async () => (await readStored(witnessed)).files.map(({ kind }) => kind);
    const before = await count();
    const of = (kinds: string[], kind: string) => kinds.filter((one) => one === kind).length;
    await pause(ms);
    const now = await count();
    await witnessed.stopBackground();
    if (of(now, 'incident') === of(before, 'incident')) return 'before the incident was stored';
    return of(now, 'capture') === of(before, 'capture')
      ? 'between incident and capture'
      : 'after the capture';
  }

  it(
    `the background, ${STOPS} times (SEED=${SEED}): each failure is there once, and its capture once`,
    async () => {
      const met = new Map<string, number>();
      for (let status = 500; status < 500 + STOPS; status++) {
        const [last] = (await life.view()).incidents;
        await pause(last ? Math.max(0, last.lastAt + SAME_ROUTE - Date.now()) : 0);
        const failed = failAloud(life.page, ROUTES[status % ROUTES.length] ?? ROUTES[0], status);
        const where = await stopAfter(chance.between(0, WHOLE_WAY));
        await failed;
        met.set(where, (met.get(where) ?? 0) + 1);
        await expect
          .poll(
            async () => {
              const { incidents } = await life.view();
              const seen = incidents.find(({ httpStatus }) => httpStatus === status);
              return seen && (seen.thumbnail !== null || seen.imageMissing !== null);
            },
            { timeout: PATIENT, message: `${status}, stopped ${where}` },
          )
          .toBe(true);
      }
      console.log(`stopped ${[...met].map(([where, times]) => `${times} times ${where}`).join(', ')}`);
      const audit = await readAudit(life.stage.witnessed);
      expect([...audit.problems, ...audit.waiting]).toEqual([]);
      const sightings = audit.incidents.map(({ status, occurrence }) => `${status} seen ${occurrence}`);
      expect(sightings).toEqual(Array.from({ length: STOPS }, (_, index) => `${500 + index} seen 1`));
      const shown = audit.captures
        .map(({ incidentSeq }) => incidentSeq)
        .sort((a, b) => Number(a) - Number(b));
      expect(shown).toEqual(audit.incidents.map(({ seq }) => seq));
    },
    STOPS * (PATIENT + 10_000),
  );

  const startExport = async () => {
    const page = await life.stage.witnessed.openExtensionPage(`/export.html#${life.dossier}`);
    await page.click('text=Créer le fichier');
    return page;
  };
  const exportLines = async () =>
    parsedLines(await readStored(life.stage.witnessed)).filter(({ type }) => type === 'export').length;
  const noHalfExport = () =>
    until('no temporary file left', async () => (await readAudit(life.stage.witnessed)).exports.length === 0);

  it('the background during an export: the file comes, and the journal takes note', async () => {
    const page = await startExport();
    await pause(chance.between(0, 500));
    await life.stage.witnessed.stopBackground();
    await page.waitForText('Le fichier est prêt', { timeout: 60_000 });
    await until('the line of the export', async () => (await exportLines()) === 1);
    await page.close();
    await life.page.bringToFront();
    await noHalfExport();
  });

  it('the page of an export: nothing of it is left once the background has started again', async () => {
    for (let times = 0; times < 3; times++) {
      const page = await startExport();
      await pause(chance.between(50, 800));
      await page.close();
      await life.stage.witnessed.stopBackground();
      await life.view();
      await noHalfExport();
    }
    expect(await exportLines()).toBe(1);
  });

  it('the whole browser during an export: nothing of it is left at the next start', async () => {
    await startExport();
    const files = async () => (await readAudit(life.stage.witnessed)).exports.length;
    await until('a file that is being written', async () => (await files()) > 0);
    await life.cut();
    life = await startLife(profile);
    await noHalfExport();
    expect((await readAudit(life.stage.witnessed)).problems).toEqual([]);
  });
});
