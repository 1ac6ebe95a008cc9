import type { Runtime } from 'webextension-polyfill';
import { browser } from './api.ts';
import { welcomedAt } from './remembered/settings.ts';

/**
 * Opens the first-run page after an install, once for each profile: an extension loaded by hand is installed anew at
 * every start. One that the person allows in private windows is started twice by Firefox, which calls the second start
 * an update from the same version, and may have ended the first before it opened anything (seen on 2026-11-21).
 */
export async function welcome({ reason, previousVersion }: Runtime.OnInstalledDetailsType): Promise<void> {
  const again = reason === 'update' && previousVersion === browser.runtime.getManifest().version;
  if (reason !== 'install' && !again) return;
  if ((await welcomedAt.getValue()) !== null) return;
  const url = browser.runtime.getURL('/welcome.html');
  const open = await browser.tabs.query({ url });
  if (open.length === 0) await browser.tabs.create({ url });
  await welcomedAt.setValue(Date.now());
}
