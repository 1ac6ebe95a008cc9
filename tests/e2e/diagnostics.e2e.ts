import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DISTINCTIVE } from '../portal/fictitious.mjs';
import { login } from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import { failOn } from './failing.ts';
import { photograph, startFor } from './person.ts';
import { openStage, type Stage } from './stage.ts';
import { parsedLines, readStored } from './stored.ts';
import { until } from './until.ts';

/** What a person can send without fear when the witness itself goes wrong. */
describe('the diagnostics page', () => {
  let stage: Stage;
  let page: Surface;
  let dossier = '';
  const text = () => page.evaluate(() => document.querySelector('.diagnostics-text')?.textContent ?? '');

  beforeAll(async () => {
    stage = await openStage();
    const portal = await stage.witnessed.newPage();
    await login(portal, 'ak');
    const popup = await startFor(stage, portal, 'Étiquette Q. Z.');
    await photograph(popup, 'Une phrase que nul ne doit lire.');
    await popup.close();
    dossier = parsedLines(await readStored(stage.witnessed))[0]?.dossier ?? '';
    await failOn(portal, '#/notifications', 500);
    await until('an incident', async () =>
      parsedLines(await readStored(stage.witnessed)).some(({ type }) => type === 'incident'),
    );
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('is reached from the popup, and shows its text at once', async () => {
    const portal = await stage.witnessed.newPage();
    const popup = await stage.witnessed.popup(portal);
    await popup.click('text=Diagnostic technique');
    page = await stage.witnessed.waitForExtensionPage('/diagnostics.html');
    await page.waitForText('Copier ce texte');
    expect(await text()).toMatch(/ANEF Témoin \d+\.\d+\.\d+ \([0-9a-f]{7,12}|unknown\)/);
    expect(await text()).toMatch(/Dossiers\s: 1\n/);
    expect(await text()).toContain('Accès au portail ANEF');
  });

  it('holds nothing of any dossier', async () => {
    const told = await text();
    const secret = [...DISTINCTIVE, 'Q. Z.', 'phrase', 'notifications', 'interieur.gouv', dossier];
    expect(secret.filter((word) => told.includes(word))).toEqual([]);
  });

  it('says whether it could be copied', async () => {
    await page.click('text=Copier ce texte');
    await page.waitFor(() => document.querySelector('.diagnostics-outcome')?.textContent !== '');
  });
});
