import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login, portalUrl } from '../portal/journey.mjs';
import type { Witnessed } from './browser/witnessed.ts';
import { failOn } from './failing.ts';
import { startFor } from './person.ts';
import { openStage, type Stage } from './stage.ts';
import { readStored } from './stored.ts';

/** `captureVisibleTab` photographs whatever is in front: no picture of another tab may ever be kept. */
describe('two tabs, both allowed to be photographed', () => {
  let stage: Stage;
  let watched: Page;
  let other: Page;

  const count = async (kind: string) =>
    (await readStored(stage.witnessed)).files.filter((file) => file.kind === kind).length;

  beforeAll(async () => {
    stage = await openStage();
    watched = await stage.witnessed.newPage();
    await login(watched, 'ak');
    other = await stage.witnessed.newPage();
    await other.goto(portalUrl('usagers', '#/'));
    await (await startFor(stage, watched, 'A. K.')).close();
    await (await stage.witnessed.popup(other)).close();
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('an error in the tab behind leaves its facts and no picture', async () => {
    await other.bringToFront();
    await failOn(watched, '#/notifications', 500);
    await expect.poll(() => count('capture')).toBe(1);
    expect(await count('picture')).toBe(0);
  });

  it('A → B → A while the picture is taken: both looks say A, the picture is B, nothing is kept of it', async () => {
    await watched.bringToFront();
    await swapTabsDuringPictures(stage.witnessed);
    await failOn(watched, '#/triage', 503);
    await expect.poll(() => count('capture')).toBe(2);
    expect(await count('picture')).toBe(0);
  });
});

/** From now on, while the browser takes a picture, the last other tab comes to the front and goes again. */
const swapTabsDuringPictures = (witnessed: Witnessed): Promise<void> =>
  witnessed.evaluateInBackground(async () => {
    interface Tab {
      id: number;
      active: boolean;
      url?: string;
    }
    interface Tabs {
      query(filter: object): Promise<Tab[]>;
      update(id: number, change: object): Promise<unknown>;
      captureVisibleTab(
        windowId: number,
        options: object,
        done?: (url: string) => void,
      ): Promise<string> | undefined;
    }
    const scope = globalThis as unknown as { browser?: { tabs: Tabs }; chrome: { tabs: Tabs } };
    const { tabs } = scope.browser ?? scope.chrome;
    const take = tabs.captureVisibleTab.bind(tabs);
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const portal = (await tabs.query({})).filter(({ url }) => url?.includes('/usagers/'));
    tabs.captureVisibleTab = (windowId, options, done) => {
      const swapped = async (): Promise<string> => {
        const front = portal.find(({ active }) => active)?.id ?? -1;
        const behind = portal.find(({ active }) => !active)?.id ?? -1;
        await tabs.update(behind, { active: true });
        await pause(200);
        const picture = (await take(windowId, options)) ?? '';
        await tabs.update(front, { active: true });
        await pause(200);
        return picture;
      };
      const shot = swapped();
      if (!done) return shot;
      shot.then(done, () => done(''));
      return undefined;
    };
  });
