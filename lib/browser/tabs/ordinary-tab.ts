import { browser } from '../api.ts';

/**
 * Opens one of our pages. Never in a private window, where Firefox gives an extension's pages no storage and Chromium
 * does not load them.
 */
export async function openOrdinaryTab(path: string): Promise<void> {
  const url = browser.runtime.getURL(path);
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const current = await browser.windows.getCurrent();
  const ordinary = [current, ...windows].find(({ incognito, type }) => !incognito && type === 'normal');
  if (ordinary?.id === undefined) {
    await browser.windows.create({ url, incognito: false });
    return;
  }
  await browser.tabs.create({ url, windowId: ordinary.id });
  if (ordinary.id !== current.id) await browser.windows.update(ordinary.id, { focused: true });
}
