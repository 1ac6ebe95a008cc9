import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForRoute } from '../portal/journey.mjs';
import { unpack } from './bundle-checks.ts';
import { exportDossier, startedPage } from './person.ts';
import { incidentsOf } from './records.ts';
import { openStage, type Stage } from './stage.ts';
import { parsedLines, readStored } from './stored.ts';
import { until } from './until.ts';

const RULE = 'form-dead-click';
/** Thrown by the page, as a portal's own errors name people. */
const SAID = 'ZEBULON-FICTIF';

/** A step of the portal's whose button runs a script that fails. */
async function showBrokenStep(page: Page, said: string): Promise<void> {
  await page.evaluate((words) => {
    const main = document.querySelector('main');
    if (main === null) return;
    main.innerHTML = `<form><label for="ville">Commune</label><input id="ville" name="ville" required>
      <button class="fr-btn" type="button" id="suite">Enregistrer et poursuivre</button></form>`;
    main.querySelector('#suite')?.addEventListener('click', () => {
      throw new TypeError(words);
    });
  }, said);
}

describe('a script of the page that fails when it is clicked', () => {
  let stage: Stage;
  let page: Page;
  const incidents = async () =>
    parsedLines(await readStored(stage.witnessed)).filter(({ type }) => type === 'incident').length;

  beforeAll(async () => {
    stage = await openStage();
    page = await startedPage(stage);
    await waitForRoute(page, '#/espace-personnel/mon-compte');
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('makes one dead click enough where the browser tells of it, and adds nothing elsewhere', async () => {
    const isTold = stage.witnessed.name === 'firefox';
    await showBrokenStep(page, SAID);
    await page.bringToFront();
    await page.type('#ville', 'Villefictive');
    await page.click('#suite');
    if (!isTold) {
      await page.waitForFunction(
        (since) => performance.now() - since > 800,
        {},
        await page.evaluate(() => performance.now()),
      );
      await page.click('#suite');
    }
    await until('the dead click', async () => (await incidents()) > 0);
    const popup = await stage.witnessed.popup(page);
    const exported = await exportDossier(stage, popup);
    const bundle = unpack(exported.path);
    const [found] = incidentsOf(bundle);
    expect(found?.ruleId).toBe(RULE);
    expect(found?.evidence).toMatchObject(
      isTold ? { tries: 1, scriptErrors: 1, errorName: 'TypeError' } : { tries: 2 },
    );
    expect('scriptErrors' in (found?.evidence ?? {})).toBe(isTold);
    const texts = bundle.files.filter((path) => /\.(?:json|csv|txt|jsonl)$/.test(path)).map(bundle.read);
    expect(texts.join('\n')).not.toContain(SAID);
  });
});
