import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureRecord } from '../../lib/core/bundle/capture-record.ts';
import type { IncidentRecord } from '../../lib/core/bundle/incident-record.ts';
import { unpack } from '../e2e/bundle-checks.ts';
import { exportDossier, startedPage } from '../e2e/person.ts';
import { capturesOf, incidentsOf } from '../e2e/records.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { parsedLines, readStored } from '../e2e/stored.ts';
import { DISTINCTIVE, FICTITIOUS } from '../portal/fictitious.mjs';
import {
  hook,
  press,
  type Skin,
  showScenario,
  type,
  uploadDocument,
  writeDocuments,
} from '../portal/journey.mjs';

interface Play {
  readonly scenario: string;
  readonly rule: string;
  readonly skin: Skin;
  /** What the person goes on doing until it is noticed: her first steps may be faster than the watchers come. */
  readonly goOn?: (page: Page) => Promise<unknown>;
}

const submit = (page: Page) => press(page, hook('submit'));

const PLAYS: readonly Play[] = [
  {
    scenario: 'greyed-button',
    rule: 'form-button-greyed',
    skin: 'usagers',
    goOn: (page) => type(page, { commune: `${FICTITIOUS.commune}` }),
  },
  {
    scenario: 'greyed-button',
    rule: 'form-button-greyed',
    skin: 'particuliers',
    goOn: (page) => type(page, { commune: `${FICTITIOUS.commune}` }),
  },
  {
    scenario: 'dead-button',
    rule: 'form-dead-click',
    skin: 'usagers',
    goOn: async (page) => {
      for (let times = 0; times < 3; times += 1) await submit(page);
    },
  },
  {
    scenario: 'validation-loop',
    rule: 'form-validation-loop',
    skin: 'particuliers',
    goOn: async (page) => {
      for (const telephone of ['06 99 00 00 43', '06 99 00 00 44', `${FICTITIOUS.telephone}`]) {
        await type(page, { telephone });
        await submit(page);
      }
    },
  },
  {
    scenario: 'empty-list',
    rule: 'form-no-choice',
    skin: 'usagers',
    goOn: async (page) => (await page.waitForSelector('[name="nationalite"]'))?.focus(),
  },
  { scenario: 'endless-spinner', rule: 'page-endless-wait', skin: 'particuliers' },
  { scenario: 'blank-page', rule: 'page-blank', skin: 'usagers' },
  {
    scenario: 'upload-cross',
    rule: 'upload-refused',
    skin: 'particuliers',
    goOn: (page) => uploadDocument(page, 'domicile', writeDocuments().domicile),
  },
  { scenario: 'work-lost', rule: 'form-work-lost', skin: 'usagers' },
];
/** Long enough for the longest of them, in milliseconds; then the person tries again. */
const WATCHED_MS = 35_000;
const TRIED_AGAIN_MS = 12_000;

describe('a form that does not let the person go on', () => {
  let stage: Stage;
  let page: Page;
  let incidents: IncidentRecord[];
  let captures: CaptureRecord[];
  const sightings = async () =>
    parsedLines(await readStored(stage.witnessed)).filter(({ type }) => type === 'incident').length;

  beforeAll(async () => {
    stage = await openStage();
    page = await startedPage(stage);
  });
  afterAll(async () => {
    await stage?.close();
  });

  it.each(PLAYS)('$scenario in /$skin/ is noticed', async ({ scenario, skin, goOn }) => {
    const before = await sightings();
    const isNoticed = async () => (await sightings()) > before;
    await page.bringToFront();
    await showScenario(page, scenario, { skin });
    for (let times = 0; goOn !== undefined && times < 3 && !(await isNoticed()); times += 1) {
      await goOn(page);
      await expect
        .poll(isNoticed, { timeout: TRIED_AGAIN_MS, interval: 200 })
        .toBe(true)
        .catch(() => undefined);
    }
    await expect.poll(isNoticed, { timeout: WATCHED_MS, interval: 200 }).toBe(true);
  });

  it('each is called by its name, once, with what was seen', async () => {
    const popup = await stage.witnessed.popup(page);
    const exported = await exportDossier(stage, popup);
    const bundle = unpack(exported.path);
    incidents = incidentsOf(bundle);
    captures = capturesOf(bundle);
    const found = incidents.map(({ findings }) => findings.map(({ ruleId }) => ruleId));
    expect(found).toEqual(PLAYS.map(({ rule }) => expect.arrayContaining([rule])));
  });

  it('and never with what was typed', () => {
    const said = JSON.stringify([incidents, captures]);
    for (const value of DISTINCTIVE) expect(said).not.toContain(value);
    const greyed = captures.find(({ trigger }) => trigger.ruleId === 'form-button-greyed');
    expect(greyed?.trigger.evidence).toMatchObject({ label: 'Enregistrer et poursuivre' });
  });
});
