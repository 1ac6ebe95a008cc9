import type { Page } from 'puppeteer-core';
import { type Look, login } from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import type { Stage } from './stage.ts';

/** What a person does with the popup, in the words that she sees. French interface. */

/** Opens the popup by the toolbar button, accepts the notice and says for whom. Leaves it open. */
export async function startFor(stage: Stage, page: Page, label: string): Promise<Surface> {
  const popup = await stage.witnessed.popup(page);
  try {
    await popup.click('text=Démarrer le témoin');
    await popup.waitForText('Photos probablement possibles');
    await sayForWhom(popup, label);
  } catch (error) {
    throw new Error(`${error}\n${await knowledge(stage)}`);
  }
  return popup;
}

/** A page of a person logged in, for whom the witness was started; the popup is closed again. */
export async function startedPage(stage: Stage, look?: Look): Promise<Page> {
  const page = await stage.witnessed.newPage();
  await login(page, 'ak', look);
  await (await startFor(stage, page, 'A. K.')).close();
  return page;
}

/** What the background knows of sessions and tabs, for a failure that only shows on another machine. */
async function knowledge(stage: Stage): Promise<string> {
  const session = stage.witnessed.name === 'firefox' ? 'browser.storage.session' : 'chrome.storage.session';
  return JSON.stringify(await stage.witnessed.evaluateInBackground(`${session}.get(null)`));
}

/** Answers « Pour qui ? » with a new dossier. */
export async function sayForWhom(popup: Surface, label: string): Promise<void> {
  await popup.waitForText('Pour qui ?');
  await nameDossier(popup, label);
}

/** Fills the form of a new dossier, and waits until the session is bound to it. `create`: what its button says. */
export async function nameDossier(popup: Surface, label: string, create = 'Créer ce dossier'): Promise<void> {
  await popup.type('.new-dossier input', label);
  await popup.click(`text=${create}`);
  await popup.waitForText(`Dossier ${label}`);
}

/** Writes a sentence and photographs the page. Resolves with what the popup answered. */
export async function photograph(popup: Surface, statement: string): Promise<string> {
  await popup.waitFor('textarea');
  await popup.type('textarea', statement);
  await popup.click('text=Photographier cette page');
  await popup.waitFor(() => document.querySelector('.capture-outcome')?.textContent !== '');
  return popup.evaluate(() => document.querySelector('.capture-outcome')?.textContent ?? '');
}

/** From the popup to a finished file in the download folder. Returns its path and the export page, still open. */
export async function exportDossier(stage: Stage, popup: Surface): Promise<{ path: string; page: Surface }> {
  await popup.click('text=Exporter le dossier de preuves');
  const page = await stage.witnessed.waitForExtensionPage('/export.html');
  await page.click('text=Créer le fichier');
  await page.waitForText('Le fichier est prêt', { timeout: 60_000 });
  return { path: await stage.witnessed.waitForDownload({ timeout: 30_000 }), page };
}
