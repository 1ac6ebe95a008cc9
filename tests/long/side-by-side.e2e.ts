import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportDossier, photograph, startedPage } from '../e2e/person.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { parsedLines, readStored } from '../e2e/stored.ts';
import { until } from '../e2e/until.ts';
import { portalUrl, waitForRoute } from '../portal/journey.mjs';
import { type Desk, openDesk } from './desk.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PATIENT = { timeout: 60_000 };

/** Two windows of one session, used at the same time. */
describe('side by side', () => {
  let stage: Stage;
  let left: Page;
  let right: Page;
  let desk: Desk;

  const lines = async (type: string) =>
    parsedLines(await readStored(stage.witnessed)).filter((line) => line.type === type).length;
  const verify = (zip: string) =>
    execFileSync('npm', ['run', '--silent', 'verify', '--', zip], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  beforeAll(async () => {
    stage = await openStage();
    left = await startedPage(stage);
    desk = await openDesk(stage.witnessed, left);
    right = await stage.witnessed.newWindow(portalUrl('usagers', '#/notifications'));
    await waitForRoute(right, '#/notifications');
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('two popups say the same, and one click makes one capture', async () => {
    const first = await stage.witnessed.popup(left);
    await first.waitForText('Dossier A. K.');
    const second = await stage.witnessed.popup(right);
    await second.waitForText('Dossier A. K.');
    expect(await photograph(second, 'Dans la fenêtre de droite.')).toContain('enregistré, photo comprise');
    await second.waitForText('1 capture');
    // A browser may close the first when another window is clicked: what it would read is the same.
    if (await first.isOpen()) await first.waitForText('1 capture');
    const view = await desk.ask('popup.read', { tabId: desk.tabId, opened: false });
    expect(view.captures.map(({ statement }) => statement)).toEqual(['Dans la fenêtre de droite.']);
    expect(await lines('capture')).toBe(1);
  });

  it('both asked at once: each page is photographed once, or says why not', async () => {
    const popup = await stage.witnessed.popup(right);
    await popup.waitFor('textarea');
    const [, answer] = await Promise.all([
      popup.click('text=Photographier cette page'),
      desk.ask('popup.capture', { tabId: desk.tabId, statement: 'À gauche.' }),
    ]);
    expect(answer.outcome).toMatchObject({ kind: 'stored' });
    await popup.waitFor(() => document.querySelector('.capture-outcome')?.textContent !== '', PATIENT);
    await until('both', async () => (await lines('capture')) === 3);
    await popup.close();
  });

  it('two exports of one dossier at once are both whole', async () => {
    await desk.surface.close();
    const popup = await stage.witnessed.popup(right);
    const exported = await exportDossier(stage, popup);
    const address = new URL(await exported.page.url());
    const next = address.pathname + address.hash;
    await exported.page.close();
    const pages = [
      await stage.witnessed.openExtensionPage(next),
      await stage.witnessed.openExtensionPage(next),
    ];
    for (const page of pages) await page.waitForText('Créer le fichier', PATIENT);
    // Clicked by script: a real click would bring one page in front of the other.
    const press = () =>
      [...document.querySelectorAll('button')]
        .find(({ textContent }) => textContent?.includes('Créer le fichier'))
        ?.click();
    await Promise.all(pages.map((page) => page.evaluate(press)));
    for (const page of pages) await page.waitForText('Le fichier est prêt', PATIENT);
    for (const _ of pages) await stage.witnessed.waitForDownload(PATIENT);
    for (const page of pages) {
      // Both bear one name, which Chromium gives twice here: each is saved again and looked at by itself.
      await page.click('text=Enregistrer de nouveau');
      expect(verify(await stage.witnessed.waitForDownload(PATIENT))).toContain('INTACT');
    }
    expect(await lines('export')).toBe(3);
  });
});
