import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { PORTAL } from '../../portal/hosts.mjs';
import { startPortal } from '../../portal/server.mjs';
import { browserName, builtExtension } from '../stage.ts';
import { launch } from './driver.ts';
import type { LaunchOptions } from './witnessed.ts';

const ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

async function start(options: Partial<LaunchOptions> = {}) {
  const portal = await startPortal();
  ended.push(portal.close);
  const extensionDir = builtExtension(browserName);
  const witnessed = await launch({ browser: browserName, extensionDir, portalPort: portal.port, ...options });
  ended.push(witnessed.close);
  return witnessed;
}

const keep = `chrome.storage.local.set({ kept: 'yes' })`;
const kept = `chrome.storage.local.get('kept').then((all) => all.kept)`;

describe(`the driver of ${browserName}`, () => {
  it.each([
    ['fr', 'dark'],
    ['en', 'light'],
  ] as const)('speaks %s on a %s screen', async (locale, colorScheme) => {
    const witnessed = await start({ locale, colorScheme });
    expect(await witnessed.evaluateInBackground('chrome.i18n.getUILanguage()')).toMatch(locale);
    const page = await witnessed.openExtensionPage('/popup.html');
    expect(await page.evaluate(`matchMedia('(prefers-color-scheme: ${colorScheme})').matches`)).toBe(true);
  });

  it('opens a private window that the extension sees', async () => {
    const witnessed = await start({ allowPrivate: true });
    const page = await witnessed.newPrivatePage(`${PORTAL}/replique/`);
    expect(await page.title()).toContain('Réplique');
    const tabs = 'chrome.tabs.query({}).then((tabs) => tabs.filter((tab) => tab.incognito).length)';
    expect(await witnessed.evaluateInBackground(tabs)).toBe(1);
  });

  it('ends the background, which the portal wakes again', async () => {
    const witnessed = await start();
    await witnessed.evaluateInBackground('void (globalThis.marked = true)');
    await witnessed.stopBackground();
    await witnessed.newPage(`${PORTAL}/replique/`);
    expect(await witnessed.evaluateInBackground('globalThis.marked ?? "gone"')).toBe('gone');
  });

  it('grants an optional host', async () => {
    const witnessed = await start();
    const granted = 'chrome.permissions.contains({ origins: ["<all_urls>"] })';
    expect(await witnessed.evaluateInBackground(granted)).toBe(false);
    await witnessed.grantHosts('<all_urls>');
    expect(await witnessed.evaluateInBackground(granted)).toBe(true);
  });

  it('keeps the extension’s data over an update and a crash', async () => {
    const userDataDir = await mkdtemp(join(tmpdir(), 'kept-profile-'));
    ended.push(() => rm(`${userDataDir}-extension`, { recursive: true, force: true }));
    ended.push(() => rm(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
    const before = await start({ userDataDir });
    await before.evaluateInBackground(keep);
    await before.update(builtExtension(browserName));
    expect(await before.evaluateInBackground(kept)).toBe('yes');
    // Firefox writes the address of a temporary extension late: after a crash it has another one, and other data.
    if (browserName === 'firefox') return;
    await before.kill();
    const after = await start({ userDataDir });
    expect(await after.evaluateInBackground(kept)).toBe('yes');
  });
});
