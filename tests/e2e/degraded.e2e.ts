import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FICTITIOUS } from '../portal/fictitious.mjs';
import { hook, login, logout, portalUrl, press, type as typeInto, waitForRoute } from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import { unpack } from './bundle-checks.ts';
import { failOn } from './failing.ts';
import { exportDossier, photograph, sayForWhom } from './person.ts';
import { capturesOf } from './records.ts';
import { openStage, type Stage } from './stage.ts';
import { readBadge, readStored } from './stored.ts';

const { password = '' } = FICTITIOUS;

/** Where no picture can be had, all the rest is stored at once, and the popup says how to add one. */
describe('without a picture', () => {
  let stage: Stage;
  let page: Page;
  let popup: Surface;

  const files = async (kind: string) =>
    (await readStored(stage.witnessed)).files.filter((file) => file.kind === kind).length;
  const waiting = async () => (await readStored(stage.witnessed)).waiting.map(({ kind }) => kind).sort();

  beforeAll(async () => {
    stage = await openStage();
    page = await stage.witnessed.newPage();
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('never started: the facts are there, and the popup says how to start', async () => {
    await login(page, 'ak');
    await failOn(page, '#/notifications', 500);
    await expect.poll(waiting).toEqual(['capture', 'incident']);
    popup = await stage.witnessed.popup(page);
    await popup.waitForText('Le témoin veille, sans photos');
    await popup.waitForText('Sans photo : le témoin n’était pas démarré dans cet onglet.');
    await popup.waitForText(
      'Pour ajouter une photo : démarrez-le, puis photographiez la page si l’erreur est encore là.',
    );
  });

  it('once it is started, the same page can be photographed', async () => {
    await popup.click('text=Démarrer le témoin');
    await popup.waitForText('Photos probablement possibles');
    await sayForWhom(popup, 'A. K.');
    expect(await photograph(popup, 'L’erreur est encore là.')).toContain('enregistré, photo comprise');
    await popup.close();
    expect(await files('picture')).toBe(1);
  });

  it('after the trip to the login page the badge asks for a click, and an incident has no picture', async () => {
    await logout(page);
    await login(page, 'ak');
    await expect
      .poll(() => readBadge(stage.witnessed))
      .toEqual({
        text: '!',
        title: expect.stringContaining('cliquez ici pour que les photos soient de nouveau possibles'),
      });
    await failOn(page, '#/notifications', 502);
    await expect.poll(waiting).toEqual(['capture', 'incident']);
    expect(await files('picture')).toBe(1);
  });

  it('opening the popup is that click: the next incident is photographed', async () => {
    popup = await stage.witnessed.popup(page);
    await popup.waitForText('Le témoin veille de nouveau');
    await popup.waitForText('Sans photo : le navigateur attendait un clic sur le bouton du témoin.');
    await popup.waitForText(
      'Pour ajouter une photo : revenez sur la page, puis « Photographier cette page ».',
    );
    await popup.click('text=Oui');
    await popup.waitForText('Dossier A. K.');
    await popup.close();
    await failOn(page, '#/espace-personnel/mon-compte', 503);
    await expect.poll(() => files('picture')).toBe(2);
  });

  it('a typed password is never photographed, and the popup says to erase it', async () => {
    await logout(page);
    await page.goto(portalUrl('usagers', '#/espace-personnel/connexion-inscription'));
    await press(page, hook('login'));
    await page.waitForSelector('#kc-form-login');
    await typeInto(page, { username: 'ak', password });
    popup = await stage.witnessed.popup(page);
    expect(await photograph(popup, 'La connexion ne marche pas.')).toContain(
      'C’est enregistré, mais sans photo.',
    );
    await popup.waitForText(
      'Sans photo : un mot de passe était tapé dans la page. Le témoin ne le photographie jamais.',
    );
    await popup.waitForText('Pour ajouter une photo : effacez le mot de passe, puis photographiez la page.');
    await popup.close();
  });

  it('each record says why it has no picture, and has all the rest', async () => {
    await typeInto(page, { password });
    await press(page, hook('sso-submit'));
    await waitForRoute(page, '#/espace-personnel/mon-compte');
    popup = await stage.witnessed.popup(page);
    await popup.click('text=Oui');
    await popup.waitForText('Dossier A. K.');
    await popup.click('text=Ranger dans A. K.');
    await popup.waitFor(() => !document.body.innerText.includes('Ranger dans'));
    expect(await waiting()).toEqual([]);
    const bundle = unpack((await exportDossier(stage, popup)).path);
    const captures = capturesOf(bundle);
    expect(
      captures.map(({ trigger, image, imageMissing, snapshot }) => ({
        kind: trigger.kind,
        picture: image ? 'taken' : imageMissing?.reason,
        snapshot: snapshot !== undefined,
      })),
    ).toEqual([
      { kind: 'finding', picture: 'not-started', snapshot: true },
      { kind: 'manual', picture: 'taken', snapshot: true },
      { kind: 'finding', picture: 'click-needed', snapshot: true },
      { kind: 'finding', picture: 'taken', snapshot: true },
      { kind: 'manual', picture: 'password-visible', snapshot: false },
    ]);
    const incidents = captures.filter(({ trigger }) => trigger.kind === 'finding');
    // Among others: the page, or the browser for its icon, may have asked for something since.
    const statuses = incidents.map(({ http }) => http.recent.map(({ status }: { status: number }) => status));
    expect(statuses).toEqual([500, 502, 503].map((status) => expect.arrayContaining([status])));
    expect(incidents.every(({ trail, page: { title } }) => trail.length > 0 && title !== '')).toBe(true);
    expect(bundle.files.filter((path) => path.endsWith('.png'))).toHaveLength(2);
  });
});
