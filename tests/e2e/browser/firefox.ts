import puppeteer, { type Page } from 'puppeteer-core';
import { expectBrowser } from '../../../scripts/setup/browsers.mjs';
import { startConnectProxy } from '../../portal/proxy.mjs';
import { createDownloads } from './downloads.ts';
import { closeBrowser, killBrowser } from './ending.ts';
import { openInterface } from './firefox-interface.ts';
import { connectionOf, contextOf, evaluateIn } from './firefox-protocol.ts';
import { createFirefoxSurface } from './firefox-surface.ts';
import { runScript } from './page-script.ts';
import { expectSoon } from './soon.ts';
import { settleWelcome } from './welcome.ts';
import type { LaunchOptions, Witnessed } from './witnessed.ts';
import type { Workspace } from './workspace.ts';

function preferences(options: LaunchOptions, downloadDir: string, proxyPort?: number) {
  const { locale = 'fr', colorScheme = 'light' } = options;
  return {
    ...(proxyPort && {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
    }),
    'browser.download.folderList': 2,
    'browser.download.dir': downloadDir,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.alwaysOpenPanel': false,
    'intl.accept_languages': locale === 'fr' ? 'fr-FR, fr' : 'en-US, en',
    'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    // The prompt has no page to click on; with this, a real click on the extension's button is answered by yes.
    'extensions.webextOptionalPermissionPrompts': false,
    // A temporary extension is removed when Firefox ends, and its data with it, unless told otherwise.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
  };
}

export async function launchFirefox(options: LaunchOptions, workspace: Workspace): Promise<Witnessed> {
  const { portalPort, windowSize, locale = 'fr', headless = true } = options;
  const proxy = portalPort === undefined ? undefined : await startConnectProxy({ targetPort: portalPort });
  if (proxy) workspace.defer(proxy.close);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: expectBrowser('firefox'),
    headless,
    acceptInsecureCerts: portalPort !== undefined,
    userDataDir: workspace.profileDir,
    defaultViewport: null,
    args: [
      '--remote-allow-system-access',
      ...(windowSize ? [`--width=${windowSize.width}`, `--height=${windowSize.height}`] : []),
    ],
    extraPrefsFirefox: preferences(options, workspace.downloadDir, proxy?.port),
  });
  workspace.defer(() => closeBrowser(browser));
  const connection = connectionOf(browser);
  const downloads = createDownloads();
  connection.on('browsingContext.downloadEnd', ({ status, filepath }) => {
    if (status === 'complete' && filepath) downloads.add(filepath);
  });
  const firefox = await openInterface(browser);
  // Without its language pack Firefox falls back to English words, but reports the language asked for.
  await firefox.evaluate(`
    Services.locale.availableLocales = ['fr', 'en-US'];
    Services.locale.requestedLocales = ['${locale === 'fr' ? 'fr' : 'en-US'}'];`);
  const install = async () => {
    const { result } = await connection.send('webExtension.install', {
      extensionData: { type: 'path', path: workspace.extensionDir },
      'moz:allowPrivateBrowsing': options.allowPrivate ?? false,
    });
    return result.extension ?? '';
  };
  const extensionId = await install();
  const shell = firefox.of(extensionId);
  const origin = await shell.origin();

  const goTo = async (page: Page, url?: string) => {
    if (url) await page.goto(url);
    return page;
  };
  const tabs = async () => (await connection.send('browsingContext.getTree', {})).result.contexts ?? [];
  const waitForTab = (path: string, timeout?: number) =>
    expectSoon(
      async () =>
        (await tabs()).findLast(({ url }) => url.startsWith(`${origin}/`) && new URL(url).pathname === path),
      async () => `no page ${path}; there are: ${(await tabs()).map(({ url }) => url)}`,
      timeout,
    );
  const waitForExtensionPage: Witnessed['waitForExtensionPage'] = async (path, patience) => {
    const { context } = await waitForTab(path, patience?.timeout);
    return createFirefoxSurface(connection, context, {
      isOpen: async () => (await tabs()).some((tab) => tab.context === context),
      close: async () => void (await connection.send('browsingContext.close', { context })),
    });
  };
  const expectLoaded = (context: string, protocol: string) =>
    expectSoon(
      () =>
        evaluateIn(
          connection,
          context,
          `location.protocol === '${protocol}' && document.readyState === 'complete'`,
        ),
      () => `no page of ${protocol} was loaded`,
      30_000,
    );
  // Where a tab changes process, the events that puppeteer waits for are sometimes lost, and its `goto` never ends.
  const goQuietly = async (page: Page, url: string) => {
    const context = contextOf(page);
    await connection.send('browsingContext.navigate', { context, url, wait: 'none' });
    await expectLoaded(context, new URL(url).protocol);
  };
  const clickToolbarButton = async (page: Page) => {
    await page.bringToFront();
    await shell.clickToolbarButton(contextOf(page));
  };
  const openedPopup = async () => {
    const context = await expectSoon(
      () => shell.findView('popup'),
      () => 'no popup opened',
    );
    return createFirefoxSurface(connection, context, {
      isOpen: async () => (await shell.findView('popup')) === context,
      close: () => shell.closePopup(),
    });
  };
  await settleWelcome(workspace, options, waitForExtensionPage);

  return {
    name: 'firefox',
    browser,
    extensionId,
    origin,
    downloadDir: workspace.downloadDir,
    newPage: async (url) => goTo(await browser.newPage(), url),
    newWindow: async (url) => goTo(await browser.newPage({ type: 'window' }), url),
    newSeparatePage: async (url) => goTo(await (await browser.createBrowserContext()).newPage(), url),
    async newPrivatePage(url) {
      const before = new Set(await browser.pages());
      await shell.openPrivateWindow();
      const page = await expectSoon(
        async () => (await browser.pages()).find((each) => !before.has(each)),
        () => 'no private window opened',
      );
      // The window's own first page would overtake an address that comes before it.
      await expectSoon(
        () => evaluateIn(connection, contextOf(page), `location.href === 'about:privatebrowsing'`),
        () => 'the private window stayed empty',
      );
      await expectLoaded(contextOf(page), 'about:');
      if (url) await goQuietly(page, url);
      return page;
    },
    clickToolbarButton,
    async popup(page) {
      await clickToolbarButton(page);
      return openedPopup();
    },
    async popupOver(path) {
      // The click brings that tab to the front by itself.
      await shell.clickToolbarButton((await waitForTab(path)).context);
      return openedPopup();
    },
    async openExtensionPage(path) {
      await goQuietly(await browser.newPage(), origin + path);
      return waitForExtensionPage(new URL(path, origin).pathname);
    },
    waitForExtensionPage,
    async evaluateInBackground(script, ...values) {
      await shell.wakeBackground();
      const context = await expectSoon(
        () => shell.findView('background'),
        () => 'the background sleeps',
      );
      return runScript((expression) => evaluateIn(connection, context, expression), script, values);
    },
    stopBackground: () => shell.stopBackground(),
    waitForDownload: downloads.next,
    grantHosts: (...patterns) => shell.grantHosts(patterns),
    async update(from) {
      await workspace.replaceExtension(from);
      await install();
    },
    offerUpdate: () => shell.offerUpdate(),
    withdrawHostAccess: () => shell.changeHostAccess('remove'),
    giveHostAccess: () => shell.changeHostAccess('add'),
    close: () => workspace.remove(),
    async kill() {
      await killBrowser(browser);
      await workspace.remove();
    },
  };
}
