import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { launch } from '../tests/e2e/browser/driver.ts';
import { PORTAL } from '../tests/portal/hosts.mjs';
import { startPortal } from '../tests/portal/server.mjs';
import { builtFolder } from './build/extension.mjs';
import { ROOT } from './setup/run.mjs';

const REPLICA_WORDS = `
Réplique du portail ouverte dans une fenêtre, avec l’extension.
  1. Choisissez une panne dans la page, puis ouvrez l’espace personnel.
  2. Cliquez sur le bouton de l’extension (derrière la pièce de puzzle) : « Démarrer le témoin ».
  3. Fermez la fenêtre pour finir. Rien n’est gardé.

A replica of the portal is open in a window, with the extension.
  1. Choose a failure on the page, then open the personal space.
  2. Click the extension’s button (behind the puzzle piece): “Démarrer le témoin”.
  3. Close the window to end. Nothing is kept.
`;

const liveWords = (profile: string) => `
Le vrai portail est ouvert dans une fenêtre, avec l’extension. Fermez la fenêtre pour finir.
Ce que l’extension note est gardé dans ${profile}

The real portal is open in a window, with the extension. Close the window to end.
What the extension records is kept in ${profile}
`;

/** Chromium may outlive its last window. */
const windowClosed = (browser: Browser) =>
  new Promise<void>((resolve) => {
    browser.once('disconnected', () => resolve());
    browser.on('targetdestroyed', () => {
      if (!browser.targets().some((target) => target.type() === 'page')) resolve();
    });
  });

const args = process.argv.slice(2);
const live = args.includes('--live');
const browser = args.includes('--firefox') ? 'firefox' : 'chromium';
const profile = join(ROOT, '.cache', `live-${browser}`);
const portal = live ? undefined : await startPortal();

const witnessed = await launch({
  browser,
  extensionDir: builtFolder(browser),
  headless: false,
  keepWelcome: true,
  ...(portal ? { portalPort: portal.port } : { userDataDir: profile }),
});
const closed = windowClosed(witnessed.browser);
const [first] = await witnessed.browser.pages();
const page = first ?? (await witnessed.newPage());
console.log(live ? liveWords(profile) : REPLICA_WORDS);
// A portal that does not answer is what the extension is for.
await page.goto(portal?.urls.replica ?? `${PORTAL}/`).catch((error: Error) => console.error(error.message));
await closed;
await witnessed.close();
await portal?.close();
