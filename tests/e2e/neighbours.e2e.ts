import { mkdir } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEIGHBOURS } from '../portal/hosts.mjs';
import type { Surface } from './browser/surface.ts';
import { nameDossier, startedPage } from './person.ts';
import { openStage, type Stage } from './stage.ts';
import { parsedLines, readStored } from './stored.ts';

const HOST = NEIGHBOURS.rdvPrefecture;
const START = `https://${HOST}/rdvpref/reservation/demarche/4/`;
const PICTURES = process.env.E2E_PICTURES;

/** A site beside the portal, where foreigners book their appointments: nothing of it is read before she says so. */
describe('a neighbouring site', () => {
  let stage: Stage;
  let page: Page;
  let popup: Surface;

  const waiting = async () =>
    (await readStored(stage.witnessed)).waiting
      .map(({ room, kind }) => `${room.split('|')[0]} ${kind}`)
      .sort();
  let portalDossier = '';
  const dossiers = async () => parsedLines(await readStored(stage.witnessed)).map(({ dossier }) => dossier);
  /** Types of the lines of the portal's dossier, or of the other. */
  const types = async (whose: 'portal' | 'neighbour') =>
    parsedLines(await readStored(stage.witnessed))
      .filter(({ dossier }) => (dossier === portalDossier) === (whose === 'portal'))
      .map(({ type }) => type);
  const look = async (name: string) => {
    if (!PICTURES) return;
    await mkdir(PICTURES, { recursive: true });
    await popup.screenshot(`${PICTURES}/${stage.witnessed.name}-neighbour-${name}.png`, { fullPage: true });
  };

  beforeAll(async () => {
    stage = await openStage();
    stage.portal.setScenario('rdv-no-slot');
    await startedPage(stage);
    portalDossier = (await dossiers())[0] ?? '';
    page = await stage.witnessed.newPage(`${START}creneau/`);
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('is offered, and nothing of what it shows is kept', async () => {
    popup = await stage.witnessed.popup(page);
    await popup.waitForText('Ce site n’est pas encore suivi');
    await popup.waitFor('.status button[data-look="primary"]');
    await look('offered');
    expect(await waiting()).toEqual([]);
  });

  it('can be photographed all the same, by that click: it is kept apart', async () => {
    await popup.click('text=Photographier cette page');
    await popup.waitForText('C’est enregistré, photo comprise.');
    await look('photographed');
    expect((await waiting()).map((one) => one.replace(/^\S+/, 'store'))).toEqual([`store ${HOST} capture`]);
    await popup.close();
  });

  it('once it is chosen, its open page is witnessed at once, in a session of its own', async () => {
    await stage.witnessed.grantHosts(`https://${HOST}/*`);
    await page.bringToFront();
    await expect.poll(async () => (await waiting()).length).toBe(3);
    popup = await stage.witnessed.popup(page);
    await popup.waitForText(HOST);
  });

  it('its next page belongs to whom she says, and not to the dossier of the portal’s session', async () => {
    await popup.close();
    await page.goto(START);
    popup = await stage.witnessed.popup(page);
    await popup.waitForText('Pour qui ?');
    await look('who');
    await popup.click('text=Quelqu’un d’autre');
    await nameDossier(popup, 'B. L.');
    await look('bound');
    await popup.close();
    await page.goto(`${START}creneau/`);
    // The incident that waited was put away with the answer; the next page shows another.
    const incidents = async () => {
      const told = (await types('neighbour')).filter((type) => type === 'incident' || type === 'capture');
      return [told.filter((type) => type === 'incident').length, told.at(-1)];
    };
    await expect.poll(incidents).toEqual([2, 'capture']);
    expect(await types('portal')).not.toContain('incident');
  });

  it('is left alone again once she has said so; what was kept stays', async () => {
    popup = await stage.witnessed.popup(page);
    await popup.click('text=Ne plus témoigner sur ce site');
    await popup.waitForText('Ce site n’est pas encore suivi');
    await look('left');
    const before = await readStored(stage.witnessed);
    await popup.close();
    await page.reload();
    await page.goto(START);
    await page.goto(`${START}creneau/`);
    popup = await stage.witnessed.popup(page);
    await popup.waitForText('Ce site n’est pas encore suivi');
    expect(await readStored(stage.witnessed)).toEqual(before);
  });
});
