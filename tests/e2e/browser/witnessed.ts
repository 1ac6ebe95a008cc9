import type { Browser, Page } from 'puppeteer-core';
import type { PageScript } from './page-script.ts';
import type { Patience, Surface } from './surface.ts';

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  browser: BrowserName;
  /** The built extension; it is copied, so that several launches may share one build. */
  extensionDir: string;
  /** Port of 127.0.0.1 where the portal is served; without it the real network is used. */
  portalPort?: number;
  /** Every host ends at `portalPort`, not only the portal's. Chromium only. */
  everyHost?: boolean;
  headless?: boolean;
  /** Profile kept from one launch to the next; a temporary one, removed at the end, unless given. */
  userDataDir?: string;
  windowSize?: { width: number; height: number };
  /** Language of the browser's own interface, which the extension follows. */
  locale?: 'fr' | 'en';
  colorScheme?: 'light' | 'dark';
  /** Lets the extension run in private windows. */
  allowPrivate?: boolean;
  /** Leaves open the page that the extension opens when it is installed; closed otherwise. */
  keepWelcome?: boolean;
}

/** A browser with the extension in it, the same for Chromium and Firefox. */
export interface Witnessed {
  readonly name: BrowserName;
  /** Puppeteer's own object, for what is not here. */
  readonly browser: Browser;
  readonly extensionId: string;
  /** `chrome-extension://…` or `moz-extension://…`, without a final slash. */
  readonly origin: string;
  /** Where finished downloads are. */
  readonly downloadDir: string;
  newPage(url?: string): Promise<Page>;
  newWindow(url?: string): Promise<Page>;
  /** A page with cookies of its own: in a container in Firefox, in a private window (see below) in Chromium. */
  newSeparatePage(url?: string): Promise<Page>;
  /** A page in a new private window; the extension only sees it with `allowPrivate`. */
  newPrivatePage(url?: string): Promise<Page>;
  /** Brings the page to the front and clicks the extension's toolbar button, which grants `activeTab`. */
  clickToolbarButton(page: Page): Promise<void>;
  /** Clicks the toolbar button and returns the popup that opens. */
  popup(page: Page): Promise<Surface>;
  /** The same over one of the extension's own pages, the newest of that path. */
  popupOver(path: string): Promise<Surface>;
  /** Opens one of the extension's own pages in a new tab. `path` starts with `/`. */
  openExtensionPage(path: string): Promise<Surface>;
  /** The extension's page of that path, in whatever tab or window it was opened; the newest if there are several. */
  waitForExtensionPage(path: string, patience?: Patience): Promise<Surface>;
  /** Runs in the background; values travel as JSON. Rejects when the background sleeps and does not wake up. */
  evaluateInBackground<T, A extends readonly unknown[]>(script: PageScript<T, A>, ...values: A): Promise<T>;
  /** Ends the background as the browser does when it is idle; the next event wakes it. */
  stopBackground(): Promise<void>;
  /** Path of the next finished download, in the order they finished; may be asked for before or after it ends. */
  waitForDownload(patience?: Patience): Promise<string>;
  /** Grants optional hosts as the person would at the prompt. Restarts the extension in Chromium: call it early. */
  grantHosts(...patterns: string[]): Promise<void>;
  /** Replaces the extension by another build, as an update does; its data stay. */
  update(extensionDir: string): Promise<void>;
  /** Takes the hosts of the manifest back, as the person can in the browser's settings; pages stay open. */
  withdrawHostAccess(): Promise<void>;
  giveHostAccess(): Promise<void>;
  /** Tells the extension that an update is ready, as the browser does; its `reload` then loads the same build again. */
  offerUpdate(): Promise<void>;
  close(): Promise<void>;
  /** Ends the browser as a crash does. */
  kill(): Promise<void>;
}
