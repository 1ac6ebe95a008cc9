import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login } from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import { failOn } from './failing.ts';
import { nameDossier } from './person.ts';
import { openStage, type Stage } from './stage.ts';

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
    () => document.title.startsWith('ANEF Témoin') && document.documentElement.lang !== '',
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
  },
  en: {
    start: 'Start the witness',
    create: 'Create this dossier',
    seen: 'The portal answered',
    export: 'Export the evidence file',
    make: 'Create the file',
    ready: 'The file is ready',
    copy: 'Copy this text',
  },
} as const;

/** Every page of the extension as it is built, in the real browser. The states that are hard to reach are in the gallery. */
describe.each([
  { locale: 'fr', colorScheme: 'light' },
  { locale: 'en', colorScheme: 'dark' },
] as const)('axe finds nothing, in $locale, $colorScheme', ({ locale, colorScheme }) => {
  const words = WORDS[locale];
  let stage: Stage;
  let popup: Surface;

  beforeAll(async () => {
    stage = await openStage({ locale, colorScheme });
    const page = await stage.witnessed.newPage();
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
    await popup.waitForText(words.seen, { timeout: 15_000 });
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
    const page = await stage.witnessed.openExtensionPage('/diagnostics.html');
    await page.waitForText(words.copy);
    expect(await problemsOf(page)).toEqual([]);
  });
});
