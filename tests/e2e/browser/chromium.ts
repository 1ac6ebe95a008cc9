import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { expectBrowser } from '../../../scripts/setup/browsers.mjs';
import { hostRules } from '../../portal/hosts.mjs';
import { createChromiumSurface } from './chromium-surface.ts';
import { createDownloads } from './downloads.ts';
import { closeBrowser, killBrowser } from './ending.ts';
import { runScript } from './page-script.ts';
import { expectSoon } from './soon.ts';
import { settleWelcome } from './welcome.ts';
import type { LaunchOptions, Witnessed } from './witnessed.ts';
import type { Workspace } from './workspace.ts';

const isRoot = () => process.getuid?.() === 0;

function flags({ portalPort, windowSize, locale = 'fr', colorScheme = 'light' }: LaunchOptions): string[] {
  const replica = portalPort && [
    `--host-resolver-rules=${hostRules(portalPort)}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
    '--ignore-certificate-errors',
    '--disable-quic',
  ];
  return [
    ...(replica || []),
    ...(isRoot() ? ['--no-sandbox'] : []),
    ...(windowSize ? [`--window-size=${windowSize.width},${windowSize.height}`] : []),
    ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    `--lang=${locale}`,
    `--accept-lang=${locale === 'fr' ? 'fr-FR,fr' : 'en-US,en'}`,
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

async function watchDownloads(browser: Browser, downloadDir: string) {
  const downloads = createDownloads();
  const session = await browser.target().createCDPSession();
  const names = new Map<string, string>();
  session.on('Browser.downloadWillBegin', ({ guid, suggestedFilename }) =>
    names.set(guid, suggestedFilename),
  );
  session.on('Browser.downloadProgress', ({ guid, state, filePath }) => {
    const name = names.get(guid);
    if (state === 'completed' && name) downloads.add(filePath ?? join(downloadDir, name));
  });
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: downloadDir,
    eventsEnabled: true,
  });
  return downloads;
}

/** A manifest in which optional hosts are required ones: loading it grants them, and the grant outlives it. */
async function withRequiredHosts(manifestPath: string, patterns: string[], act: () => Promise<void>) {
  const text = await readFile(manifestPath, 'utf8');
  const manifest = JSON.parse(text) as { host_permissions?: string[] };
  const host_permissions = [...(manifest.host_permissions ?? []), ...patterns];
  await writeFile(manifestPath, JSON.stringify({ ...manifest, host_permissions }));
  await act();
  await writeFile(manifestPath, text);
  await act();
}

export async function launchChromium(options: LaunchOptions, workspace: Workspace): Promise<Witnessed> {
  const { locale = 'fr', headless = true, allowPrivate = false } = options;
  const browser = await puppeteer.launch({
    executablePath: expectBrowser('chromium'),
    headless,
    pipe: true,
    acceptInsecureCerts: options.portalPort !== undefined,
    enableExtensions: true,
    userDataDir: workspace.profileDir,
    defaultViewport: null,
    // In a window a person uses the browser: the bar that calls it automated would be wrong.
    ignoreDefaultArgs: headless ? [] : ['--enable-automation'],
    env: { ...process.env, LANGUAGE: locale },
    args: flags(options),
  });
  workspace.defer(() => closeBrowser(browser));
  const downloads = await watchDownloads(browser, workspace.downloadDir);
  const load = () => browser.installExtension(workspace.extensionDir, { enabledInIncognito: allowPrivate });
  const extensionId = await load();
  const origin = `chrome-extension://${extensionId}`;

  const extensionTargets = () => browser.targets().filter((target) => target.url().startsWith(`${origin}/`));
  const worker = () =>
    expectSoon(
      () =>
        extensionTargets()
          .findLast((target) => target.type() === 'service_worker')
          ?.worker(),
      () => 'the background sleeps',
    );
  const evaluateInBackground: Witnessed['evaluateInBackground'] = async (script, ...values) => {
    const background = await worker();
    const answer = runScript(
      (expression) => background.evaluate(expression) as Promise<string>,
      script,
      values,
    );
    // A worker that has ended leaves its questions without an answer, and its target in the list.
    const ended = new Promise<never>((_, fail) => {
      const onNext = (next: Target) =>
        next.url().startsWith(`${origin}/`) &&
        next.type() === 'service_worker' &&
        fail(new Error('the background has ended'));
      browser.on('targetcreated', onNext);
      const forget = () => void browser.off('targetcreated', onNext);
      answer.then(forget, forget);
    });
    return Promise.race([answer, ended]);
  };
  const goTo = async (page: Page, url?: string) => {
    if (url) await page.goto(url);
    return page;
  };
  // The protocol's own isolated contexts are no private window to extensions: they have tabs but no window.
  const newPrivatePage = async (url?: string) => {
    const before = new Set(browser.targets());
    await evaluateInBackground('chrome.windows.create({ incognito: true, url: "about:blank" })');
    const target = await browser.waitForTarget((each) => each.type() === 'page' && !before.has(each));
    return goTo(await target.asPage(), url);
  };
  const waitForTarget = (path: string, timeout?: number) =>
    expectSoon(
      () =>
        extensionTargets().findLast(
          (each) => each.type() === 'page' && new URL(each.url()).pathname === path,
        ),
      () => `no page ${path}; there are: ${extensionTargets().map((each) => each.url())}`,
      timeout,
    );
  const waitForExtensionPage: Witnessed['waitForExtensionPage'] = async (path, patience) =>
    createChromiumSurface(await waitForTarget(path, patience?.timeout));
  /** What a person sets in `chrome://extensions`, by the interface that this page uses. */
  const inExtensionsPage = async (call: string) => {
    const page = await browser.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(`chrome.developerPrivate.${call}`);
    await page.close();
  };
  const clickToolbarButton = async (page: Page) => {
    await page.bringToFront();
    const extension = (await browser.extensions()).get(extensionId);
    if (!extension) throw new Error('the extension is not loaded');
    await extension.triggerAction(page);
  };
  const popup: Witnessed['popup'] = async (page) => {
    const before = new Set(extensionTargets());
    await clickToolbarButton(page);
    const target = await expectSoon(
      () => extensionTargets().find((each) => each.type() === 'page' && !before.has(each)),
      () => 'no popup opened',
    );
    return createChromiumSurface(target);
  };
  await worker();
  await settleWelcome(workspace, options, waitForExtensionPage);

  return {
    name: 'chromium',
    browser,
    extensionId,
    origin,
    downloadDir: workspace.downloadDir,
    newPage: async (url) => goTo(await browser.newPage(), url),
    newWindow: async (url) => goTo(await browser.newPage({ type: 'window' }), url),
    newSeparatePage: newPrivatePage,
    newPrivatePage,
    clickToolbarButton,
    popup,
    popupOver: async (path) => popup(await (await waitForTarget(path)).asPage()),
    async openExtensionPage(path) {
      await goTo(await browser.newPage(), origin + path);
      return waitForExtensionPage(new URL(path, origin).pathname);
    },
    waitForExtensionPage,
    evaluateInBackground,
    async stopBackground() {
      const background = await worker();
      const targets = extensionTargets().filter((target) => target.type() === 'service_worker');
      await background.close();
      // A page that waits for an answer wakes another one at once.
      await expectSoon(
        () => !extensionTargets().some((target) => targets.includes(target)),
        () => 'the background is still alive',
      );
    },
    waitForDownload: downloads.next,
    async grantHosts(...patterns) {
      const reload = async () => void (await load());
      await withRequiredHosts(join(workspace.extensionDir, 'manifest.json'), patterns, reload);
      await worker();
    },
    async update(from) {
      await workspace.replaceExtension(from);
      await load();
      await worker();
    },
    async offerUpdate() {
      // Without it Chromium disables an extension that was loaded from a folder when it reloads itself.
      await inExtensionsPage('updateProfileConfiguration({ inDeveloperMode: true })');
      // Events can be told by hand; a real update needs a package signed for the store.
      await evaluateInBackground("void chrome.runtime.onUpdateAvailable.dispatch({ version: '9.0' })");
    },
    async withdrawHostAccess() {
      await inExtensionsPage(
        `updateExtensionConfiguration({ extensionId: '${extensionId}', hostAccess: 'ON_CLICK' })`,
      );
    },
    async giveHostAccess() {
      await inExtensionsPage(
        `updateExtensionConfiguration({ extensionId: '${extensionId}', hostAccess: 'ON_ALL_SITES' })`,
      );
    },
    close: () => workspace.remove(),
    async kill() {
      await killBrowser(browser);
      await workspace.remove();
    },
  };
}
