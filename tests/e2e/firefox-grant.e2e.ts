import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalUrl } from '../portal/journey.mjs';
import { failOn } from './failing.ts';
import { startedPage } from './person.ts';
import { browserName, openStage, type Stage } from './stage.ts';
import { readBadge, readStored } from './stored.ts';

/** Firefox takes the picture grant back at every full page load; Chromium only when the site changes. */
describe('the grant of the toolbar click', () => {
  let stage: Stage;
  let page: Awaited<ReturnType<Stage['witnessed']['newPage']>>;
  const pictures = async () =>
    (await readStored(stage.witnessed)).files.filter(({ kind }) => kind === 'picture').length;
  const captures = async () =>
    (await readStored(stage.witnessed)).files.filter(({ kind }) => kind === 'capture').length;

  beforeAll(async () => {
    stage = await openStage();
    page = await startedPage(stage);
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('holds through changes of route', async () => {
    await failOn(page, '#/notifications', 500);
    await expect.poll(captures).toBe(1);
    expect(await pictures()).toBe(1);
  });

  it('after a full page load: kept in Chromium; in Firefox gone, and the person is told', async () => {
    await page.goto(portalUrl('usagers', '#/notifications'));
    await page.waitForSelector('main[data-route="#/notifications"]');
    await page.bringToFront();
    if (browserName === 'firefox') {
      await expect.poll(async () => (await readBadge(stage.witnessed)).title).toMatch(/incident|photos/);
    }
    await failOn(page, '#/espace-personnel/mon-compte', 503);
    await expect.poll(captures).toBe(2);
    expect(await pictures()).toBe(browserName === 'firefox' ? 1 : 2);
  });

  it('one click gives it back, and the popup says why it was gone', async () => {
    const popup = await stage.witnessed.popup(page);
    if (browserName === 'firefox') {
      await popup.waitForText('Le témoin veille de nouveau');
    }
    await popup.close();
    const before = await pictures();
    await failOn(page, '#/triage', 504);
    await expect.poll(pictures).toBe(before + 1);
  });
});
