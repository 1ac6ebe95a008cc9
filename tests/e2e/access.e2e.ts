import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login, logout, portalUrl, waitForRoute } from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import { failOn } from './failing.ts';
import { photograph, startedPage } from './person.ts';
import { browserName, openStage, type Stage } from './stage.ts';
import { parsedLines, readBadge, readStored } from './stored.ts';
import { until } from './until.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** The person takes the portal back from the extension while it runs, and gives it again. */
describe('access to the portal', () => {
  let stage: Stage;
  let page: Page;
  let other: Page;
  let popup: Surface;

  const stored = () => readStored(stage.witnessed);
  const types = async () => parsedLines(await stored()).map(({ type }) => type);
  const waiting = async () => (await stored()).waiting.map(({ kind }) => kind).sort();

  beforeAll(async () => {
    stage = await openStage();
    page = await startedPage(stage);
    await failOn(page, '#/notifications', 500);
    await until('the capture', async () => (await types()).includes('capture'));
    other = await stage.witnessed.newPage(portalUrl('usagers', '#/'));
    await waitForRoute(other, '#/');
    await pause(500);
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('withdrawn: the badge says it, and the dossier hears that the session is not known any more', async () => {
    await stage.witnessed.withdrawHostAccess();
    await other.bringToFront();
    await expect
      .poll(() => readBadge(stage.witnessed))
      .toEqual({ text: '!', title: expect.stringContaining('n’autorise plus le portail') });
    expect((await types()).slice(-2)).toEqual(['attempt.ended', 'session.unbound']);
  });

  it('missing: nothing is kept, whoever logs in', async () => {
    const before = await types();
    await page.bringToFront();
    await failOn(page, '#/triage', 503);
    await logout(page);
    await login(page, 'bl');
    await failOn(page, '#/notifications', 502);
    await pause(1_500);
    expect(await types()).toEqual(before);
    expect(await waiting()).toEqual([]);
  });

  it('a rehearsal needs none', async () => {
    const rehearsal = await stage.witnessed.openExtensionPage('/rehearsal.html');
    await rehearsal.click('text=Envoyer');
    await until('the failure', async () => (await stored()).waiting.some(({ kind }) => kind === 'incident'));
    const over = await stage.witnessed.popupOver('/rehearsal.html');
    await over.click('text=Créer ce dossier');
    await over.waitForText('Dossier Répétition');
    expect(await photograph(over, 'Je m’exerce.')).toContain('enregistré, photo comprise');
    await over.close();
    await rehearsal.click('text=Effacer la répétition');
    await rehearsal.waitForText('C’est effacé');
    expect(await waiting()).toEqual([]);
    await rehearsal.close();
  });

  it('the popup says so, and its button asks in the click', async () => {
    // On a page whose requests went by unseen, Chromium's own bubble comes first, and asks to reload the page.
    popup = await stage.witnessed.popup(other);
    await popup.waitForText('Le témoin n’a pas accès à ce site');
    await popup.waitFor('.status button[data-look="primary"]');
    // Chromium's prompt cannot be answered headless: its settings page gives access instead.
    if (browserName === 'firefox') await popup.click('text=Autoriser ce site');
    else await stage.witnessed.giveHostAccess();
  });

  it('given back: the witness is in the open pages, which may show anybody', async () => {
    if (await popup.isOpen()) {
      await popup.waitForText('Cette page date d’avant un changement de session');
      await popup.close();
    }
    await failOn(page, '#/espace-personnel/mon-compte', 504);
    await expect.poll(waiting).toEqual(['capture', 'incident']);
    await other.bringToFront();
    await failOn(other, '#/triage', 500);
    await expect.poll(async () => (await waiting()).length).toBe(4);
    expect((await types()).slice(-2)).toEqual(['attempt.ended', 'session.unbound']);
    expect((await stored()).waiting.every(({ room }) => room.split('|').length === 3)).toBe(true);
  });

  it('a page loaded since belongs to the session of now, for which the question is put', async () => {
    await page.goto(portalUrl('usagers', '#/notifications'));
    await waitForRoute(page, '#/notifications');
    popup = await stage.witnessed.popup(page);
    await popup.waitForText('C’est toujours A. K.');
    await popup.close();
  });
});
