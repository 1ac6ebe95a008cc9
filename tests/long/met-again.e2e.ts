import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '../e2e/bundle-checks.ts';
import { failOn } from '../e2e/failing.ts';
import { exportDossier, photograph, startFor } from '../e2e/person.ts';
import { capturesOf } from '../e2e/records.ts';
import { browserName, openStage, type Stage } from '../e2e/stage.ts';
import { parsedLines, readStored } from '../e2e/stored.ts';
import { until } from '../e2e/until.ts';
import { PORTAL } from '../portal/hosts.mjs';
import { login, logout, portalUrl, waitForRoute } from '../portal/journey.mjs';

const PATIENT = { timeout: 20_000 };

/** A page that the browser keeps whole behind another one, and shows again as it was left. */
describe('a page met again by the back button', () => {
  let stage: Stage;
  let page: Page;

  const stored = () => readStored(stage.witnessed);
  const linesOf = async (type: string) => parsedLines(await stored()).filter((line) => line.type === type);
  const captures = async () => (await linesOf('capture')).length;

  const tabInFront = () =>
    stage.witnessed.evaluateInBackground<number, []>(
      'chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab.id)',
    );
  const atHome = () => page.evaluate(() => location.pathname.startsWith('/replique/'));
  /** To another page of the site, and back to the very document that was left. */
  async function leaveAndComeBack(meanwhile: () => Promise<void> = async () => undefined) {
    await page.evaluate(() => void Object.assign(globalThis, { marked: true }));
    // By the page itself: after a return, Firefox loses what puppeteer's own navigation waits for.
    await page.evaluate((url) => void setTimeout(() => location.assign(url)), `${PORTAL}/replique/`);
    await until('the other page', () => atHome().catch(() => false));
    await meanwhile();
    await page.bringToFront();
    await page.evaluate(() => void setTimeout(() => history.back()));
    await until('the page as it was left', () =>
      page.evaluate(() => 'marked' in globalThis).catch(() => false),
    );
  }

  beforeAll(async () => {
    stage = await openStage();
    page = await stage.witnessed.newPage();
    await login(page, 'ak');
    await page.goto(`${PORTAL}/usagers/?langue=fr&conservable#/notifications`);
    await waitForRoute(page, '#/notifications');
    await (await startFor(stage, page, 'A. K.')).close();
    await failOn(page, '#/triage', 500);
    await until('the capture', async () => (await captures()) === 1);
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('is watched on: nothing is told again, and the next failure is noticed', async () => {
    await leaveAndComeBack();
    const popup = await stage.witnessed.popup(page);
    await popup.waitForText('Dossier A. K.');
    await popup.waitForText('Vu pendant cette visite');
    await popup.close();
    await failOn(page, '#/espace-personnel/mon-compte', 502);
    await expect.poll(captures, PATIENT).toBe(2);
    expect(await linesOf('incident')).toHaveLength(2);
  });

  it('as often as one likes', async () => {
    await leaveAndComeBack();
    await leaveAndComeBack();
    await failOn(page, '#/notifications', 503);
    await expect.poll(captures, PATIENT).toBe(3);
    expect(await linesOf('incident')).toHaveLength(3);
    expect((await stored()).waiting).toEqual([]);
  });

  it('is not given the answer of the page that stood there meanwhile', async () => {
    const popup = await stage.witnessed.popup(page);
    const exported = await exportDossier(stage, popup);
    await exported.page.close();
    const mains = capturesOf(unpack(exported.path)).map(
      ({ page: { path, route }, http }) => `${path}${route} ${http.main?.status}`,
    );
    expect(mains).toEqual([
      '/usagers/#/triage 200',
      '/usagers/#/espace-personnel/mon-compte undefined',
      '/usagers/#/notifications undefined',
    ]);
  });

  // Firefox prepares no page.
  const inChromium = browserName === 'chromium' ? it : () => undefined;
  inChromium('or prepared before it is asked for: nothing of it counts before it is shown', async () => {
    const before = (await linesOf('incident')).length;
    const shown = await stage.witnessed.newPage();
    await shown.setBypassCSP(true); // the rules of preparation are a script in the page
    await shown.goto(portalUrl('usagers', '#/triage'));
    await waitForRoute(shown, '#/triage');
    const tab = await tabInFront();
    stage.portal.setScenario('api-500-account');
    const next = portalUrl('usagers', '#/espace-personnel/mon-compte');
    await shown.evaluate((url) => {
      const rules = Object.assign(document.createElement('script'), { type: 'speculationrules' });
      rules.textContent = JSON.stringify({ prerender: [{ source: 'list', urls: [url] }] });
      document.head.append(rules);
    }, next);
    await until('the failure of the page that is prepared', async () =>
      stage.portal.requests.some(
        ({ status, headers }) => status === 500 && String(headers['sec-purpose']).includes('prerender'),
      ),
    );
    await failOn(shown, '#/notifications', 504);
    await expect.poll(async () => (await linesOf('incident')).length, PATIENT).toBe(before + 1);
    await shown.evaluate((url) => void setTimeout(() => location.assign(url)), next);
    await until('the prepared page', () =>
      shown
        .evaluate(() => {
          const [load] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & {
            activationStart: number;
          })[];
          return load !== undefined && load.activationStart > 0;
        })
        .catch(() => false),
    );
    await expect.poll(async () => (await linesOf('incident')).length, PATIENT).toBe(before + 2);
    // The browser swaps the page, not the tab: `tabs.onReplaced` has nothing to tell.
    expect(await tabInFront()).toBe(tab);
    stage.portal.setScenario(undefined);
    await shown.close();
  });

  it('after another person has logged in, is kept apart, and can be photographed', async () => {
    await leaveAndComeBack(async () => {
      const other = await stage.witnessed.newPage();
      await login(other, 'ak');
      await logout(other);
      await login(other, 'bl');
    });
    const popup = await stage.witnessed.popup(page);
    await popup.waitForText('Cette page date d’avant un changement de session');
    const lines = parsedLines(await stored());
    await popup.waitForText('La photo sera gardée à part, et n’ira dans aucun dossier sans vous.');
    expect(await photograph(popup, 'De qui est cette page ?')).toContain('enregistré, photo comprise');
    await popup.waitForText('Page restée ouverte pendant un changement de session');
    await popup.close();
    const { waiting } = await stored();
    expect(waiting.map(({ kind, room }) => [kind, room.split('|').length])).toEqual([['capture', 3]]);
    expect(parsedLines(await stored())).toEqual(lines);
  });
});
