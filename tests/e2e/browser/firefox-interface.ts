import type { Browser } from 'puppeteer-core';
import { connectionOf, evaluateIn } from './firefox-protocol.ts';

/**
 * Firefox's own interface, driven by code in its privileged scope (`--remote-allow-system-access`): what lies outside
 * web pages, such as the toolbar, the popup's panel and the life of the background, has no protocol command.
 *
 * The code is text, because it uses globals that exist nowhere else.
 */
export interface FirefoxInterface {
  /** Clicks the toolbar button in the window that shows this context, after selecting its tab. */
  clickToolbarButton(context: string): Promise<void>;
  /** Context of the open popup or of the background, usable in protocol commands; undefined when there is none. */
  findView(kind: 'popup' | 'background'): Promise<string | undefined>;
  closePopup(): Promise<void>;
  wakeBackground(): Promise<void>;
  stopBackground(): Promise<void>;
  openPrivateWindow(): Promise<void>;
  grantHosts(patterns: readonly string[]): Promise<void>;
  /** What the person sets in the add-on's page, for all the hosts of the manifest. */
  changeHostAccess(change: 'add' | 'remove'): Promise<void>;
  /** Calls the listener that holds an update back, as the add-on manager does once it is downloaded. */
  offerUpdate(): Promise<void>;
  /** Address of the extension's root, with the random name Firefox gives it. */
  origin(): Promise<string>;
}

const IMPORTS = `
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
`;

// The protocol only finds contexts that are tabs. Popup and background are given the key that tabs have, and looked up
// first, so that every command (evaluation, input, picture) works on them as on a tab.
const FIND_VIEWS = `
  NavigableManager.viewLookup ??= (() => {
    const inTabs = NavigableManager.getBrowserById;
    NavigableManager.getBrowserById = function (id) {
      for (const { extension } of WebExtensionPolicy.getActiveExtensions())
        for (const { xulBrowser } of extension?.views ?? [])
          if (xulBrowser?.permanentKey && this.getIdForBrowser(xulBrowser) === id) return xulBrowser;
      return inTabs.call(this, id);
    };
    return true;
  })();
`;

export async function openInterface(browser: Browser): Promise<{
  evaluate: (body: string) => Promise<string>;
  of: (extensionId: string) => FirefoxInterface;
}> {
  const connection = connectionOf(browser);
  const evaluate = async (body: string) => {
    // Asked each time: the window asked before may have been closed.
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const window = result.contexts?.find(({ url }) => url.endsWith('browser.xhtml'));
    if (!window) throw new Error('Firefox has no window');
    return evaluateIn(connection, window.context, `(async () => { ${IMPORTS} ${body} })()`);
  };
  await evaluate(FIND_VIEWS);
  return {
    evaluate,
    of: (extensionId) => {
      const run = (body: string) =>
        evaluate(`const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}); ${body}`);
      return {
        async clickToolbarButton(context) {
          await run(`
            for (const win of Services.wm.getEnumerator('navigator:browser')) {
              const tab = win.gBrowser.tabs.find((each) => NavigableManager.getIdForBrowser(each.linkedBrowser) === ${JSON.stringify(context)});
              if (!tab) continue;
              win.focus();
              win.gBrowser.selectedTab = tab;
              return void await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(win);
            }
            throw new Error('no window shows that page');`);
        },
        async findView(kind) {
          const id = await run(`
            for (const view of extension.views) {
              if (view.viewType !== '${kind}' || !view.xulBrowser || view.unloaded) continue;
              // A popup loads in a hidden browser first and moves to another one when its panel opens.
              if ('${kind}' === 'popup' && view.xulBrowser.closest('panel')?.state !== 'open') continue;
              view.xulBrowser.permanentKey ??= {};
              return NavigableManager.getIdForBrowser(view.xulBrowser);
            }
            return '';`);
          return id || undefined;
        },
        async closePopup() {
          await run(`
            for (const view of extension.views)
              if (view.viewType === 'popup') view.xulBrowser?.closest('panel')?.hidePopup();`);
        },
        async wakeBackground() {
          await run('await extension.wakeupBackground?.();');
        },
        async stopBackground() {
          await run(
            'await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });',
          );
        },
        async openPrivateWindow() {
          await run(`
            const { promise, resolve } = Promise.withResolvers();
            const topic = 'browser-delayed-startup-finished';
            const win = Services.wm.getMostRecentWindow('navigator:browser').OpenBrowserWindow({ private: true });
            const observer = (opened) => opened === win && resolve();
            Services.obs.addObserver(observer, topic);
            await promise;
            Services.obs.removeObserver(observer, topic);`);
        },
        async grantHosts(patterns) {
          const granted = JSON.stringify({ permissions: [], origins: patterns });
          await run(`await ExtensionPermissions.add(extension.id, ${granted}, extension);`);
        },
        async changeHostAccess(change) {
          await run(`
            const hosts = { permissions: [], origins: extension.manifest.host_permissions };
            await ExtensionPermissions.${change}(extension.id, hosts, extension);`);
        },
        async offerUpdate() {
          await run(`
            const { AddonManager, AddonManagerPrivate } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
            const held = AddonManagerPrivate.getUpgradeListener(extension.id);
            if (!held) throw new Error('nothing holds updates back');
            const install = async () => (await AddonManager.getAddonByID(extension.id)).reload();
            held({ version: '9.0', install });`);
        },
        origin: () => run('return extension.baseURL.replace(/\\/$/, "");'),
      };
    },
  };
}
