import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login } from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import { failOn } from './failing.ts';
import { nameDossier, photograph, startedPage } from './person.ts';
import { browserName, openStage, type Stage } from './stage.ts';
import { parsedLines, readStored } from './stored.ts';
import { until } from './until.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const API = browserName === 'firefox' ? 'browser' : 'chrome';

/** A private window and a container have cookies of their own: what happens there is nobody else's. */
describe('sessions side by side', () => {
  let stage: Stage;
  let ordinary: Page;
  let hidden: Page;
  let popup: Surface;
  let dossierOfA: string;

  const stored = () => readStored(stage.witnessed);
  const linesOf = async (mine: boolean) =>
    parsedLines(await stored()).filter(({ dossier }) => (dossier === dossierOfA) === mine);
  const incidentsOfB = async () => (await linesOf(false)).filter(({ type }) => type === 'incident').length;
  const waiting = async () => (await stored()).waiting;

  beforeAll(async () => {
    stage = await openStage({ allowPrivate: true });
    ordinary = await startedPage(stage);
    dossierOfA = parsedLines(await stored())[0]?.dossier ?? '';
    hidden = await stage.witnessed.newPrivatePage(
      'https://administration-etrangers-en-france.interieur.gouv.fr/replique/',
    );
    await login(hidden, 'bl');
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('in a private window nothing is written before the person has agreed', async () => {
    // Read to its end, the answer stands in the page's own record; before consent the network's word is not kept.
    await hidden.evaluate(() => fetch('/api/replique/500').then((answer) => answer.text()));
    await pause(1_500);
    expect(await waiting()).toEqual([]);
    popup = await stage.witnessed.popup(hidden);
    await popup.waitForText('Fenêtre privée : rien n’est gardé sans votre accord');
    await popup.waitForText('Le navigateur oublie cette fenêtre quand vous la fermez. Le témoin, non');
    expect(await popup.text()).not.toContain('Photographier cette page');
    expect(await popup.text()).not.toContain('Dossier A. K.');
  });

  it('once she has, what the page had kept in its memory is told', async () => {
    await popup.click('text=Démarrer le témoin');
    await popup.waitForText('Photos probablement possibles');
    await expect
      .poll(async () => (await waiting()).map(({ kind }) => kind).sort())
      .toEqual(['capture', 'incident']);
    expect((await waiting()).every(({ room }) => /^(?:firefox-)?private\|/.test(room))).toBe(true);
    await popup.waitForText('En attente : 1 capture et 1 incident.');
    await popup.click('text=Quelqu’un d’autre');
    await nameDossier(popup, 'B. L.');
    expect(await photograph(popup, 'En navigation privée.')).toContain('enregistré, photo comprise');
  });

  it('the export page opens in an ordinary window, and says so before', async () => {
    await popup.waitForText('La page d’exportation s’ouvre dans une fenêtre ordinaire.');
    await popup.click('text=Exporter le dossier de preuves');
    const page = await stage.witnessed.waitForExtensionPage('/export.html');
    await page.waitForText('Créer le fichier');
    await page.click('text=Créer le fichier');
    await page.waitForText('Le fichier est prêt', { timeout: 60_000 });
    await page.close();
  });

  it.each([
    ['Diagnostic technique', '/diagnostics.html', 'Copier ce texte'],
    ['Réglages', '/settings.html', 'Empreinte de votre clé'],
    ['Comment ça marche', '/welcome.html', 'Le témoin est prêt'],
  ])('and so does the page behind « %s »', async (link, path, says) => {
    popup = await stage.witnessed.popup(hidden);
    // Chromium closes the popup under the click, before it is over.
    await popup.click(`text=${link}`).catch(() => undefined);
    const page = await stage.witnessed.waitForExtensionPage(path);
    await page.waitForText(says);
    const isPrivate = `${API}.tabs.query({}).then((tabs) => tabs.filter(({ url }) => url?.endsWith('${path}')).map(({ incognito }) => incognito))`;
    expect(await stage.witnessed.evaluateInBackground(isPrivate)).toEqual([false]);
    await page.close();
  });

  it('each dossier has its own, and not a line of the other', async () => {
    const ofA = await linesOf(true);
    await failOn(hidden, '#/triage', 503);
    await until('B’s second incident', async () => (await incidentsOfB()) > 1);
    await pause(1_500);
    expect(await linesOf(true)).toEqual(ofA);
    const ofB = await linesOf(false);
    await ordinary.bringToFront();
    await failOn(ordinary, '#/notifications', 502);
    await until('A’s capture', async () => (await linesOf(true)).some(({ type }) => type === 'capture'));
    await pause(500);
    expect(await linesOf(false)).toEqual(ofB);
  });

  it('when the last private window has closed, the next one is another session, asked again', async () => {
    await hidden.close();
    await until('the session is forgotten', async () => {
      const known = `${API}.storage.session.get('witness').then(({ witness }) => Object.values(witness.sessions).every(({ store, dossier }) => !store.endsWith('private') || dossier === null))`;
      return stage.witnessed.evaluateInBackground<boolean, []>(known);
    });
    hidden = await stage.witnessed.newPrivatePage(
      'https://administration-etrangers-en-france.interieur.gouv.fr/replique/',
    );
    await login(hidden, 'cm');
    popup = await stage.witnessed.popup(hidden);
    await popup.click('text=Ne rien garder de cette fenêtre');
    await popup.waitForText('Fenêtre privée : le témoin ne garde rien');
    await popup.close();
    const before = await stored();
    await failOn(hidden, '#/notifications', 504);
    await pause(1_500);
    expect(await stored()).toEqual(before);
  });

  // Chromium has no containers.
  const inFirefox = browserName === 'firefox' ? it : () => undefined;
  inFirefox('a container is a session of its own too', async () => {
    await hidden.close(); // a new page comes into the window that was used last
    await ordinary.bringToFront();
    const contained = await stage.witnessed.newSeparatePage();
    await login(contained, 'cm');
    const ofA = await linesOf(true);
    await failOn(contained, '#/notifications', 500);
    await expect
      .poll(async () => (await waiting()).map(({ kind }) => kind).sort())
      .toEqual(['capture', 'incident']);
    expect((await waiting()).every(({ room }) => room.startsWith('firefox-container-'))).toBe(true);
    popup = await stage.witnessed.popup(contained);
    await popup.waitForText('Pour qui ?');
    await popup.click('text=Nouveau dossier');
    await nameDossier(popup, 'C. M.');
    await popup.close();
    expect(await linesOf(true)).toEqual(ofA);
    await ordinary.bringToFront();
    await failOn(ordinary, '#/triage', 500);
    await until('A goes on', async () => (await linesOf(true)).length > ofA.length);
  });
});
