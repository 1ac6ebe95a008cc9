import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureRecord } from '../../lib/core/bundle/capture-record.ts';
import type { IncidentRecord } from '../../lib/core/bundle/incident-record.ts';
import { DISTINCTIVE } from '../portal/fictitious.mjs';
import { login, type Skin, showScenario } from '../portal/journey.mjs';
import { unpack } from './bundle-checks.ts';
import { exportDossier, startFor } from './person.ts';
import { capturesOf, incidentsOf } from './records.ts';
import { openStage, type Stage } from './stage.ts';
import { parsedLines, readStored } from './stored.ts';

interface Play {
  readonly scenario: string;
  readonly rule: string;
  readonly skin: Skin;
  /** What the person does once the scenario stands there. */
  readonly act?: (page: Page) => Promise<void>;
}

const PLAYS: readonly Play[] = [
  { scenario: 'greyed-button', rule: 'form-button-greyed', skin: 'usagers' },
  { scenario: 'greyed-button', rule: 'form-button-greyed', skin: 'particuliers' },
  { scenario: 'dead-button', rule: 'form-dead-click', skin: 'usagers' },
  { scenario: 'validation-loop', rule: 'form-validation-loop', skin: 'particuliers' },
  {
    scenario: 'empty-list',
    rule: 'form-no-choice',
    skin: 'usagers',
    act: (page) => page.focus('[name="nationalite"]'),
  },
  { scenario: 'endless-spinner', rule: 'page-endless-wait', skin: 'particuliers' },
  { scenario: 'blank-page', rule: 'page-blank', skin: 'usagers' },
];

describe('a form that does not let the person go on', () => {
  let stage: Stage;
  let page: Page;
  let incidents: IncidentRecord[];
  let captures: CaptureRecord[];
  const sightings = async () =>
    parsedLines(await readStored(stage.witnessed)).filter(({ type }) => type === 'incident').length;

  beforeAll(async () => {
    stage = await openStage();
    page = await stage.witnessed.newPage();
    await login(page, 'ak');
    await (await startFor(stage, page, 'A. K.')).close();
  });
  afterAll(async () => {
    await stage?.close();
  });

  it.each(PLAYS)('$scenario in /$skin/ is noticed', async ({ scenario, skin, act }) => {
    const before = await sightings();
    await page.bringToFront();
    await showScenario(page, scenario, { skin });
    await act?.(page);
    // The longest of them is watched for twenty seconds before anything is said.
    await expect.poll(sightings, { timeout: 45_000, interval: 300 }).toBeGreaterThan(before);
  });

  it('each is called by its name, once, with what was seen', async () => {
    const popup = await stage.witnessed.popup(page);
    const exported = await exportDossier(stage, popup);
    const bundle = unpack(exported.path);
    incidents = incidentsOf(bundle);
    captures = capturesOf(bundle);
    expect(incidents.map(({ ruleId }) => ruleId)).toEqual(PLAYS.map(({ rule }) => rule));
  });

  it('and never with what was typed', () => {
    const said = JSON.stringify([incidents, captures]);
    for (const value of DISTINCTIVE) expect(said).not.toContain(value);
    const greyed = captures.find(({ trigger }) => trigger.ruleId === 'form-button-greyed');
    expect(greyed?.trigger.evidence).toMatchObject({ label: 'Enregistrer et poursuivre' });
  });
});
