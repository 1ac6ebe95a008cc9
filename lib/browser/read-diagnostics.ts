import type { Diagnostics, Holdings } from '../app/settings/diagnostics.ts';
import { PORTAL_MATCHES } from './access/hosts.ts';
import { browser } from './api.ts';
import { ask } from './ask.ts';
import { readMishaps } from './mishaps.ts';
import { readSurroundings, software } from './remembered/surroundings.ts';

/** The database may be what is broken: everything else is told all the same. */
async function holdings(): Promise<Holdings | null> {
  try {
    return await ask('diagnostics.holdings', {});
  } catch {
    return null;
  }
}

async function storage(): Promise<Diagnostics['storage']> {
  const { usage, quota } = await navigator.storage.estimate();
  return usage === undefined || quota === undefined ? null : { used: usage, quota };
}

/** Read by the page that shows it, without the background where it can be. */
export async function readDiagnostics(): Promise<Diagnostics> {
  const [portal, login] = PORTAL_MATCHES.map((origin) => browser.permissions.contains({ origins: [origin] }));
  const surroundings = await readSurroundings();
  return {
    ...software(),
    browser: surroundings.browser,
    system: surroundings.os,
    holdings: await holdings(),
    storage: await storage(),
    access: {
      portal: (await portal) ?? false,
      login: (await login) ?? false,
      privateWindows: await browser.extension.isAllowedIncognitoAccess(),
    },
    mishaps: await readMishaps(),
  };
}
