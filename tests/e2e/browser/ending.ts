import type { Browser } from 'puppeteer-core';

/** Ends a browser politely; nothing to do when it has ended by itself. */
export const closeBrowser = async (browser: Browser) => {
  if (browser.connected) await browser.close();
};

/** Ends a browser as a crash does, and waits until its process is gone. */
export async function killBrowser(browser: Browser): Promise<void> {
  const process = browser.process();
  if (!process || process.exitCode !== null || process.signalCode !== null) return;
  const ended = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await ended;
}
