import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../lib/node/verify-bundle.ts';
import type { Surface } from './browser/surface.ts';
import { checkChainInShell, type Unpacked, unpack } from './bundle-checks.ts';
import { failOn } from './failing.ts';
import { exportDossier, startedPage } from './person.ts';
import { incidentsOf } from './records.ts';
import { openStage, type Stage } from './stage.ts';
import { parsedLines, readBadge, readStored } from './stored.ts';
import { until } from './until.ts';

const TITLE = 'Le portail a répondu par une erreur';

/** « Ne plus afficher »: gone from the screen, and from nowhere else. */
describe('an incident that she no longer wants to see', () => {
  let stage: Stage;
  let page: Page;
  let popup: Surface;
  let bundle: Unpacked;
  let path = '';

  const incidents = async () =>
    parsedLines(await readStored(stage.witnessed)).filter(({ type }) => type === 'incident').length;
  const badge = async () => (await readBadge(stage.witnessed)).text;
  /** Until it is stored so many times: too soon after the last time, it is the same sighting. */
  const failUntil = (sightings: number) =>
    until(`${sightings} sightings`, async () => {
      await failOn(page, '#/notifications', 500);
      return (await incidents()) >= sightings;
    });

  beforeAll(async () => {
    stage = await openStage();
    page = await startedPage(stage);
    await failUntil(1);
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('is shown with what she can do, and the badge counts it', async () => {
    await expect.poll(badge).toBe('1');
    popup = await stage.witnessed.popup(page);
    await popup.waitForText(TITLE);
    await popup.click('text=Ce que vous pouvez faire');
    await popup.waitForText('Solution de substitution lorsque le téléservice ne peut pas être utilisé');
  });

  it('hidden, is neither shown nor counted', async () => {
    await popup.click('text=Ne plus afficher');
    await popup.waitForText('1 masqué');
    expect(await popup.text()).not.toContain(TITLE);
    await expect.poll(badge).not.toMatch(/\d/);
  });

  it('seen again, is stored and stays off the screen', async () => {
    await popup.close();
    await failUntil(2);
    expect(await badge()).not.toMatch(/\d/);
    popup = await stage.witnessed.popup(page);
    await popup.waitForText('1 masqué');
    expect(await popup.text()).not.toContain(TITLE);
  });

  it('is in the bundle as often as it was seen, and the bundle holds', async () => {
    ({ path } = await exportDossier(stage, popup));
    bundle = unpack(path);
    expect(incidentsOf(bundle).map(({ httpStatus }) => httpStatus)).toEqual([500, 500]);
    expect(bundle.files.filter((file) => file.startsWith('data/affichage/'))).toHaveLength(1);
    expect(checkChainInShell(bundle)).toBeGreaterThan(4);
    expect(await verifyBundle(path)).toMatchObject({ verdict: 'intact' });
  });

  it('is shown again when she wants it, and counted', async () => {
    await page.bringToFront();
    popup = await stage.witnessed.popup(page);
    await popup.click('text=1 masqué');
    await popup.click('text=Afficher de nouveau');
    await popup.waitForText('Ne plus afficher');
    await expect.poll(badge).toBe('1');
  });
});
