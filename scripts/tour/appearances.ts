import type { BrowserName } from '../../tests/e2e/browser/witnessed.ts';
import { openStage } from '../../tests/e2e/stage.ts';
import { until } from '../../tests/e2e/until.ts';
import { login } from '../../tests/portal/journey.mjs';
import { tourFirstRun } from './first-run.ts';
import { pictureSurface } from './pictures.ts';

const WORDS = {
  fr: {
    start: 'Démarrer le témoin',
    create: 'Créer ce dossier',
    export: 'Exporter le dossier de preuves',
    seen: 'Le portail a répondu',
  },
  en: {
    start: 'Start the witness',
    create: 'Create this dossier',
    export: 'Export the evidence file',
    seen: 'The portal answered',
  },
} as const;

/** The popup with an incident, and the export page, in another language or light. */
export async function tourAppearances(
  browser: BrowserName,
  { locale, colorScheme }: { locale: 'fr' | 'en'; colorScheme: 'light' | 'dark' },
): Promise<void> {
  const words = WORDS[locale];
  const stage = await openStage({ browser, locale, colorScheme, keepWelcome: true });
  try {
    await tourFirstRun(stage, `${locale}-${colorScheme}`);
    const page = await stage.witnessed.newPage();
    await login(page, 'ak', { lang: locale });
    const popup = await stage.witnessed.popup(page);
    await popup.click(`text=${words.start}`);
    await pictureSurface(popup, `popup-pour-qui-${locale}-${colorScheme}`);
    await popup.type('.new-dossier input', 'A. K.');
    await popup.click(`text=${words.create}`);
    await popup.waitFor('textarea');
    await page.evaluate(() => fetch('/api/replique/500').then(({ status }) => status));
    await popup.waitForText(words.seen, { timeout: 15_000 });
    await until('the thumbnail', () => popup.evaluate(() => document.querySelector('img') !== null));
    await pictureSurface(popup, `popup-incident-${locale}-${colorScheme}`);
    await popup.click(`text=${words.export}`);
    const exporting = await stage.witnessed.waitForExtensionPage('/export.html');
    await exporting.waitFor('main');
    await pictureSurface(exporting, `export-${locale}-${colorScheme}`);
  } finally {
    await stage.close();
  }
}
