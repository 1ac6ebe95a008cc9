import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { connectionOf, contextOf } from '../e2e/browser/firefox-protocol.ts';
import { browserName } from '../e2e/stage.ts';
import { chromiumFlags } from '../portal/hosts.mjs';
import type { Served } from './serve.ts';

/** A page with a script of ours in a world of its own, as the extension has it. */
export interface WatchedPage {
  readonly page: Page;
  /** Evaluates in that world; the value comes back as JSON. */
  inWorld<Value>(expression: string): Promise<Value>;
}

export interface WatchedBrowser {
  readonly name: 'chromium' | 'firefox';
  open(url: string, script: string | null): Promise<WatchedPage>;
  close(): Promise<void>;
}

const WORLD = 'temoin';

const launchChromium = async ({ port }: Served): Promise<WatchedBrowser> => {
  const browser: Browser = await puppeteer.launch({
    executablePath: '/usr/bin/chromium',
    args: [...chromiumFlags(port), '--no-sandbox', '--lang=fr'],
  });
  return {
    name: 'chromium',
    close: () => browser.close(),
    open: async (url, script) => {
      const page = await browser.newPage();
      const session = await page.createCDPSession();
      await session.send('Page.enable');
      if (script !== null) {
        await session.send('Page.addScriptToEvaluateOnNewDocument', { source: script, worldName: WORLD });
      }
      await page.goto(url);
      return {
        page,
        inWorld: async <Value>(expression: string) => {
          const { frameTree } = await session.send('Page.getFrameTree');
          const { executionContextId } = await session.send('Page.createIsolatedWorld', {
            frameId: frameTree.frame.id,
            worldName: WORLD,
          });
          const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
            expression: `(async () => JSON.stringify(await (${expression})) ?? 'null')()`,
            contextId: executionContextId,
            awaitPromise: true,
            userGesture: false,
          });
          if (exceptionDetails)
            throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
          return JSON.parse(String(result.value)) as Value;
        },
      };
    },
  };
};

const launchFirefox = async ({ proxyPort }: Served): Promise<WatchedBrowser> => {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    acceptInsecureCerts: true,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': '',
    },
  });
  const connection = connectionOf(browser);
  return {
    name: 'firefox',
    close: () => browser.close(),
    open: async (url, script) => {
      const page = await browser.newPage();
      const context = contextOf(page);
      if (script !== null) {
        await connection.send('script.addPreloadScript', {
          functionDeclaration: `() => { ${script} }`,
          contexts: [context],
          sandbox: WORLD,
        });
      }
      await page.goto(url);
      return {
        page,
        inWorld: async <Value>(expression: string) => {
          const { result } = await connection.send('script.evaluate', {
            expression: `(async () => JSON.stringify(await (${expression})) ?? 'null')()`,
            target: { context, sandbox: WORLD },
            awaitPromise: true,
          });
          if (result.type === 'exception')
            throw new Error(result.exceptionDetails?.text ?? 'the script threw');
          return JSON.parse(String(result.result?.value)) as Value;
        },
      };
    },
  };
};

/** Opens a browser that finds the pages there. */
export type Launch = (served: Served) => Promise<WatchedBrowser>;

const LAUNCHES: Readonly<Record<typeof browserName, Launch>> = {
  chromium: launchChromium,
  firefox: launchFirefox,
};
/** The browser that is being tested, as for the tests end to end. */
export const BROWSERS = Object.fromEntries([[browserName, LAUNCHES[browserName]]]);
