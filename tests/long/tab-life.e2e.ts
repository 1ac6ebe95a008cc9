import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soon } from '../e2e/browser/soon.ts';
import { unpack } from '../e2e/bundle-checks.ts';
import { failOn } from '../e2e/failing.ts';
import { exportDossier, startedPage } from '../e2e/person.ts';
import { capturesOf } from '../e2e/records.ts';
import { browserName, openStage, type Stage } from '../e2e/stage.ts';
import { parsedLines, readStored } from '../e2e/stored.ts';
import { until } from '../e2e/until.ts';
import { PORTAL } from '../portal/hosts.mjs';
import { login, logout, portalUrl, waitForRoute } from '../portal/journey.mjs';

const PATIENT = { timeout: 20_000 };
const API = browserName === 'firefox' ? 'browser' : 'chrome';

/** Tabs are moved, zoomed, hidden, left and met again: what is told stays true. */
describe('the life of a tab', () => {
  let stage: Stage;
  let page: Page;
  /** A browser without a screen may not minimise. */
  let isMinimised = false;

  const stored = () => readStored(stage.witnessed);
  const count = async (kind: string) => (await stored()).files.filter((file) => file.kind === kind).length;
  const inBackground = <T>(code: string) => stage.witnessed.evaluateInBackground<T, []>(code);
  const portalTab = `${API}.tabs.query({ url: 'https://administration-etrangers-en-france.interieur.gouv.fr/*' }).then(([tab]) => tab)`;
  const windowState = () =>
    inBackground<string>(
      `${portalTab}.then(({ windowId }) => ${API}.windows.get(windowId)).then(({ state }) => state)`,
    );
  const isAlone = () =>
    inBackground<boolean>(
      `${portalTab}.then(({ windowId }) => ${API}.tabs.query({ windowId })).then(({ length }) => length === 1)`,
    );
  const isVisible = () => page.evaluate(() => document.visibilityState === 'visible');
  /** Fails on a route of its own and resolves with what was stored for it. */
  async function failAndCount(route: string, status: number) {
    const before = { captures: await count('capture'), pictures: await count('picture') };
    await failOn(page, route, status);
    await expect.poll(() => count('capture'), PATIENT).toBe(before.captures + 1);
    return (await count('picture')) - before.pictures;
  }

  beforeAll(async () => {
    stage = await openStage();
    page = await startedPage(stage);
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('zoomed to 200 %: the picture is taken', async () => {
    await inBackground(`${portalTab}.then(({ id }) => ${API}.tabs.setZoom(id, 2)).then(() => 'zoomed')`);
    await until('the zoom', () => page.evaluate(() => devicePixelRatio === 2));
    expect(await failAndCount('#/notifications', 500)).toBe(1);
    await inBackground(`${portalTab}.then(({ id }) => ${API}.tabs.setZoom(id, 1)).then(() => 'as before')`);
  });

  it('moved to a window of its own: photographed there; Firefox wants another click first', async () => {
    await inBackground(
      `${portalTab}.then(({ id }) => ${API}.windows.create({ tabId: id })).then(() => 'moved')`,
    );
    await until('the page in its window', async () => (await isAlone()) && (await isVisible()));
    expect(await failAndCount('#/triage', 503)).toBe(browserName === 'firefox' ? 0 : 1);
    await (await stage.witnessed.popup(page)).close();
  });

  it('in a minimised window: everything but the picture, at once', async () => {
    await inBackground(
      `${portalTab}.then(({ windowId }) => ${API}.windows.update(windowId, { state: 'minimized' })).then(() => 'hidden')`,
    );
    isMinimised = (await soon(async () => (await windowState()) === 'minimized', 3_000)) === true;
    try {
      const pictures = await failAndCount('#/espace-personnel/mon-compte', 502);
      if (isMinimised) expect(pictures).toBe(0);
    } finally {
      await inBackground(
        `${portalTab}.then(({ windowId }) => ${API}.windows.update(windowId, { state: 'normal', focused: true })).then(() => 'shown')`,
      );
      await until('the window', async () => (await windowState()) !== 'minimized' && (await isVisible()));
    }
  });

  it('a page that leaves during the picture leaves its facts, and no picture of the next one', async () => {
    await page.bringToFront();
    await stage.witnessed.evaluateInBackground(async () => {
      interface Tabs {
        update(id: number, change: object): Promise<unknown>;
        query(filter: object): Promise<{ id: number; url?: string }[]>;
        captureVisibleTab(
          windowId: number,
          options: object,
          done?: (url: string) => void,
        ): Promise<string> | undefined;
      }
      const scope = globalThis as unknown as { browser?: { tabs: Tabs }; chrome: { tabs: Tabs } };
      const { tabs } = scope.browser ?? scope.chrome;
      const take = tabs.captureVisibleTab.bind(tabs);
      const [portal] = (await tabs.query({})).filter(({ url }) => url?.includes('/usagers/'));
      tabs.captureVisibleTab = (windowId, options, done) => {
        tabs.captureVisibleTab = take;
        const shot = (async () => {
          await tabs.update(portal?.id ?? -1, { url: `${portal?.url?.split('?')[0]}?langue=en#/` });
          await new Promise((resolve) => setTimeout(resolve, 600));
          return (await take(windowId, options)) ?? '';
        })();
        if (!done) return shot;
        shot.then(done, () => done(''));
        return undefined;
      };
    });
    expect(await failAndCount('#/notifications', 504)).toBe(0);
  });

  it('the bundle says size, ratio and reason of each', async () => {
    const popup = await stage.witnessed.popup(page);
    const { path, page: first } = await exportDossier(stage, popup);
    const captures = capturesOf(unpack(path));
    const [zoomed, moved, hidden, left] = captures;
    expect(zoomed?.environment.dpr).toBe(2);
    expect(zoomed?.image?.dpr).toBe(2);
    expect(Math.abs((zoomed?.image?.width ?? 0) - (zoomed?.environment.window.width ?? 0) * 2)).toBeLessThan(
      3,
    );
    expect(moved?.environment.dpr).toBe(1);
    expect(moved?.imageMissing?.reason).toBe(browserName === 'firefox' ? 'click-needed' : undefined);
    if (isMinimised) expect(hidden?.imageMissing?.reason).toBe('window-minimised');
    expect(['page-changed', 'page-gone']).toContain(left?.imageMissing?.reason);

    await first.close();
  });

  it('met again by the back button after another has logged in: kept apart', async () => {
    await page.bringToFront();
    await page.goto(portalUrl('usagers', '#/notifications'));
    await waitForRoute(page, '#/notifications');
    await page.evaluate(() => void Object.assign(globalThis, { marked: true }));
    await page.goto(`${PORTAL}/replique/`);
    const other = await stage.witnessed.newPage();
    await login(other, 'ak');
    await logout(other);
    await login(other, 'bl');
    await page.bringToFront();
    await page.goBack({ waitUntil: 'domcontentloaded' });
    await waitForRoute(page, '#/notifications');
    const isTheSame = await page.evaluate(() => 'marked' in globalThis);
    const lines = parsedLines(await stored());
    await failOn(page, '#/triage', 500);
    await expect.poll(async () => (await stored()).waiting.length, PATIENT).toBe(2);
    expect(parsedLines(await stored())).toEqual(lines);
    const across = (await stored()).waiting.map(({ room }) => room.split('|').length === 3);
    expect(across).toEqual([isTheSame, isTheSame]);
  });
});
