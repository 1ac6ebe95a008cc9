import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failOn } from '../e2e/failing.ts';
import { startFor } from '../e2e/person.ts';
import { browserName, builtExtension, openStage, type Stage } from '../e2e/stage.ts';
import { parsedLines, readBadge, readStored } from '../e2e/stored.ts';
import { until } from '../e2e/until.ts';
import {
  chooseScenario,
  fillStep,
  hook,
  login,
  portalUrl,
  press,
  showScenario,
  waitForRoute,
} from '../portal/journey.mjs';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** The extension is replaced while a page of the portal is open. The page is neither reloaded nor told twice. */
describe('an update', () => {
  let stage: Stage;
  let page: Page;

  const stored = () => readStored(stage.witnessed);
  const types = async () => parsedLines(await stored()).map(({ type }) => type);
  const count = async (type: string) => (await types()).filter((each) => each === type).length;
  const waiting = async () => (await stored()).waiting.map(({ kind }) => kind).sort();
  /** Forgotten by a reload of the page, or of the extension. */
  const mark = () => page.evaluate(() => void Object.assign(globalThis, { marked: true }));
  const isMarked = () => page.evaluate(() => 'marked' in globalThis);
  const markBackground = () => stage.witnessed.evaluateInBackground('void (globalThis.marked = true)');
  const isBackgroundMarked = async () =>
    (await stage.witnessed.evaluateInBackground('globalThis.marked ?? false')) === true;
  /** Between two lives there is no background to ask. */
  const isAnewBorn = () =>
    isBackgroundMarked().then(
      (marked) => !marked,
      () => false,
    );
  /** The page's new script has spoken, and what it says again has had the time to settle. */
  async function comeBack() {
    await until('the new life', isAnewBorn);
    const api = browserName === 'firefox' ? 'browser' : 'chrome';
    await until('the page heard again', async () => {
      const known = `${api}.storage.session.get('witness').then(({ witness }) => Object.keys(witness?.documents ?? {}).length)`;
      return (await stage.witnessed.evaluateInBackground<number, []>(known)) > 0;
    });
    await pause(1_200);
  }

  beforeAll(async () => {
    stage = await openStage();
    const entrance = await stage.witnessed.newPage();
    await login(entrance, 'ak');
    // A page that nobody has touched yet: the login was clicks and typing.
    page = await stage.witnessed.newPage(portalUrl('usagers', '#/'));
    await entrance.close();
    await (await startFor(stage, page, 'A. K.')).close();
    await chooseScenario(page, 'page-503');
    await page.goto(portalUrl('usagers', '#/'));
    await until('the capture', async () => (await count('capture')) > 0);
    await pause(1_000);
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('that nothing speaks against is applied at once: same page, same dossier, same incident', async () => {
    const before = await types();
    await mark();
    await markBackground();
    await stage.witnessed.offerUpdate();
    await comeBack();
    expect(await isMarked()).toBe(true);
    expect(await types()).toEqual(before);
    expect(await waiting()).toEqual([]);
    await page.bringToFront();
    const title = async () => (await readBadge(stage.witnessed)).title;
    await expect.poll(title).toContain('1 incident noté');
  });

  it('goes on in the dossier and in the visit, and asks for the click that pictures need', async () => {
    await chooseScenario(page, 'none');
    await page.goto(portalUrl('usagers', '#/'));
    await waitForRoute(page, '#/');
    await failOn(page, '#/notifications', 502);
    await expect.poll(() => count('capture')).toBe(2);
    expect(await count('incident')).toBe(2);
    expect(await count('attempt.started')).toBe(1);
    const popup = await stage.witnessed.popup(page);
    await popup.waitForText('Le témoin veille de nouveau');
    await popup.waitForText('Dossier A. K.');
    await popup.close();
  });

  it('waits while a form is being filled', async () => {
    await showScenario(page, 'api-500');
    await expect.poll(() => count('capture')).toBe(3);
    await mark();
    await markBackground();
    await stage.witnessed.offerUpdate();
    await pause(1_500);
    expect(await isBackgroundMarked()).toBe(true);
  });

  it('forced meanwhile: the page stays, nothing is told twice, nobody is known any more', async () => {
    const before = await types();
    await stage.witnessed.update(builtExtension(browserName));
    await comeBack();
    expect(await isMarked()).toBe(true);
    expect(await types()).toEqual(before);
    expect(await waiting()).toEqual([]);
    await failOn(page, '#/notifications', 504);
    await expect.poll(waiting).toEqual(['capture', 'incident']);
    const popup = await stage.witnessed.popup(page);
    await popup.waitForText('Cette page date d’avant un changement de session');
    await popup.close();
  });

  it('comes when the page of the form is closed', async () => {
    const form = await stage.witnessed.newPage(portalUrl('usagers', '#/triage'));
    await waitForRoute(form, '#/triage');
    await fillStep(form, 0);
    await press(form, hook('submit')); // a choice made by a program is no step
    await pause(800);
    await markBackground();
    await stage.witnessed.offerUpdate();
    await pause(1_000);
    expect(await isBackgroundMarked()).toBe(true);
    await form.close();
    await until('the new life', isAnewBorn);
  });
});
