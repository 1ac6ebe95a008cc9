import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login, logout } from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import { failOn } from './failing.ts';
import { nameDossier } from './person.ts';
import { openStage, type Stage } from './stage.ts';
import { until } from './until.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong in the page as it stands, each with the elements concerned. */
async function problemsOf(surface: Surface): Promise<string[]> {
  await surface.evaluate(`(() => { ${AXE}; return true; })()`);
  // A button on its way from one colour to another has neither.
  await surface.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    return true;
  });
  const { violations } = await surface.evaluate<Pick<AxeResults, 'violations'>, [string[]]>(
    (runOnly) => (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document, { runOnly }),
    RULES,
  );
  const named = await surface.evaluate(
    () => document.title.includes('ANEF Témoin') && document.documentElement.lang !== '',
  );
  if (!named) violations.push({ id: 'title or language', nodes: [] } as never);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

const WORDS = {
  fr: {
    start: 'Démarrer le témoin',
    create: 'Créer ce dossier',
    seen: 'Le portail a répondu',
    export: 'Exporter le dossier de preuves',
    make: 'Créer le fichier',
    ready: 'Le fichier est prêt',
    copy: 'Copier ce texte',
    fingerprint: 'Copier l’empreinte',
    welcome: 'Le témoin est prêt',
    practise: 'Commencer la répétition',
    send: 'Envoyer',
    failed: 'Une erreur technique est survenue',
    erase: 'Effacer la répétition',
    apart: 'Cette page date d’avant un changement de session',
  },
  en: {
    start: 'Start the witness',
    create: 'Create this dossier',
    seen: 'The portal answered',
    export: 'Export the evidence file',
    make: 'Create the file',
    ready: 'The file is ready',
    copy: 'Copy this text',
    fingerprint: 'Copy the fingerprint',
    welcome: 'The witness is ready',
    practise: 'Start the rehearsal',
    send: 'Send',
    failed: 'A technical error occurred',
    erase: 'Erase the rehearsal',
    apart: 'This page is from before a change of session',
  },
} as const;

/** Every page of the extension as it is built, in the real browser. The states that are hard to reach are in the gallery. */
describe.each([
  { locale: 'fr', colorScheme: 'light' },
  { locale: 'fr', colorScheme: 'dark' },
  { locale: 'en', colorScheme: 'light' },
  { locale: 'en', colorScheme: 'dark' },
] as const)('axe finds nothing, in $locale, $colorScheme', ({ locale, colorScheme }) => {
  const words = WORDS[locale];
  let stage: Stage;
  let page: Page;
  let popup: Surface;

  beforeAll(async () => {
    stage = await openStage({ locale, colorScheme });
    page = await stage.witnessed.newPage();
    await login(page, 'ak', { lang: locale });
    await failOn(page, '#/notifications', 500);
    popup = await stage.witnessed.popup(page);
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('in the popup, before the witness was started', async () => {
    await popup.waitForText(words.start);
    expect(await problemsOf(popup)).toEqual([]);
  });

  it('in the popup that asks for whom', async () => {
    await popup.click(`text=${words.start}`);
    await popup.waitFor('.new-dossier input');
    expect(await problemsOf(popup)).toEqual([]);
  });

  it('in the popup with an incident', async () => {
    await popup.waitForText(words.seen);
    await nameDossier(popup, 'A. K.', words.create);
    expect(await problemsOf(popup)).toEqual([]);
  });

  it('in the export page, before and after the file is made', async () => {
    await popup.click(`text=${words.export}`);
    const exporting = await stage.witnessed.waitForExtensionPage('/export.html');
    await exporting.waitForText(words.make);
    expect(await problemsOf(exporting)).toEqual([]);
    await exporting.click(`text=${words.make}`);
    await exporting.waitForText(words.ready, { timeout: 60_000 });
    expect(await problemsOf(exporting)).toEqual([]);
  });

  it('in the diagnostics page', async () => {
    const diagnostics = await stage.witnessed.openExtensionPage('/diagnostics.html');
    await diagnostics.waitForText(words.copy);
    expect(await problemsOf(diagnostics)).toEqual([]);
  });

  it('in the settings page', async () => {
    const settings = await stage.witnessed.openExtensionPage('/settings.html');
    await settings.waitForText(words.fingerprint);
    expect(await problemsOf(settings)).toEqual([]);
  });

  it('in the first-run page', async () => {
    const welcome = await stage.witnessed.openExtensionPage('/welcome.html');
    await welcome.waitForText(words.welcome);
    await welcome.waitForText(words.practise);
    expect(await problemsOf(welcome)).toEqual([]);
  });

  it('in the rehearsal, before and after its failure', async () => {
    const rehearsal = await stage.witnessed.openExtensionPage('/rehearsal.html');
    await rehearsal.waitForText(words.send);
    expect(await problemsOf(rehearsal)).toEqual([]);
    await rehearsal.click(`text=${words.send}`);
    await rehearsal.waitForText(words.failed);
    // What it has left is read when the person comes back to the page.
    await until('what the rehearsal has left', async () => {
      await rehearsal.evaluate(() => window.dispatchEvent(new Event('focus')));
      return (await rehearsal.text()).includes(words.erase);
    });
    expect(await problemsOf(rehearsal)).toEqual([]);
  });

  it('in the popup over a page from before the session', async () => {
    const other = await stage.witnessed.newPage();
    await login(other, 'ak', { lang: locale });
    await logout(other);
    popup = await stage.witnessed.popup(page);
    await popup.waitForText(words.apart);
    expect(await problemsOf(popup)).toEqual([]);
  });
});
