import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PORTAL } from '../portal/hosts.mjs';
import { login, portalUrl } from '../portal/journey.mjs';
import { startFor } from './person.ts';
import { openStage, type Stage } from './stage.ts';
import { readStored } from './stored.ts';
import { writeExtension } from './stranger.ts';
import { until } from './until.ts';

/** All that a page could see of the extension, read the same way with and without it. */
async function look(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const events: string[] = [];
    for (const type of ['message', 'storage', 'focus', 'blur', 'error', 'unhandledrejection']) {
      addEventListener(type, (event) => {
        if (event.target === window) events.push(event.type);
      });
    }
    const patched = (owner: object) =>
      Object.entries(Object.getOwnPropertyDescriptors(owner))
        .filter(([, { value, get, set }]) =>
          [value, get, set].some(
            (code) =>
              typeof code === 'function' && !Function.prototype.toString.call(code).includes('[native code]'),
          ),
        )
        .map(([name]) => name);
    await fetch('/api/replique/500').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const attributes = [...document.querySelectorAll('*')].flatMap((node) =>
      [...node.attributes].map(({ name }) => `${node.localName} ${name}`),
    );
    return {
      globals: Object.getOwnPropertyNames(window)
        .filter((name) => !/^\d+$/.test(name))
        .sort(),
      patched: [EventTarget, Node, Element, Document, XMLHttpRequest, History].flatMap((owner) =>
        patched(owner.prototype),
      ),
      windowPatched: patched(window).filter((name) => !name.startsWith('__')),
      nodes: [...document.querySelectorAll('*')].map(({ localName }) => localName),
      attributes,
      adopted: document.adoptedStyleSheets.length,
      events,
      // Modules arrive in any order.
      resources: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .sort(),
    };
  });
}

interface Watching extends Window {
  noticed?: string[];
}

/** Notes all that a page can be told of: events, mutations, reports, requests through its worker, stacks, tasks. */
function lieInWait(): void {
  const scope = window as Watching;
  const noticed: string[] = [];
  scope.noticed = noticed;
  document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
    noticed.push(`refused ${violatedDirective} ${blockedURI}`),
  );
  navigator.serviceWorker?.addEventListener('message', ({ data }) =>
    noticed.push(`through the worker ${data}`),
  );
  new MutationObserver((records) => {
    for (const { type, target } of records) noticed.push(`${type} ${target.nodeName}`);
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const type of [
    'error',
    'unhandledrejection',
    'message',
    'storage',
    'resize',
    'scroll',
    'pageshow',
    'rejectionhandled',
  ])
    addEventListener(type, ({ type: heard }) => noticed.push(heard), true);
  for (const type of [
    'selectionchange',
    'focusin',
    'focusout',
    'readystatechange',
    'fullscreenchange',
    'animationstart',
    'invalid',
    'toggle',
  ])
    document.addEventListener(type, ({ type: heard }) => noticed.push(heard), true);
}

/** What the worker tells of the page's own loading is told before it answers. */
function hearTheWorkerOut(): Promise<void> {
  return new Promise((done) => {
    const worker = navigator.serviceWorker?.controller;
    if (!worker) return done();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    worker.postMessage('settle', [port2]);
  });
}

/** What it noticed, and what it finds by asking. */
async function tell(origin: string) {
  const reached: string[] = [];
  for (const path of [
    '/manifest.json',
    '/witness.js',
    '/snapshot.js',
    '/watchers.js',
    '/filing.js',
    '/popup.html',
    '/export.html',
    '/icon/128.png',
    '/icons/128.png',
  ]) {
    await fetch(origin + path).then(
      () => reached.push(`fetch ${path}`),
      () => undefined,
    );
    await new Promise<void>((done) => {
      const image = new Image();
      image.onload = () => done(void reached.push(`image ${path}`));
      image.onerror = () => done();
      image.src = origin + path;
    });
  }
  const entries = performance
    .getEntries()
    .filter(
      ({ entryType, name }) =>
        /navigation|resource|mark|measure/.test(entryType) &&
        !name.startsWith(origin) &&
        !name.includes('favicon'),
    )
    .map(({ entryType, name }) => `${entryType} ${name}`);
  const styles = getComputedStyle(document.body);
  return {
    // Without what this very function has just caused, nor the icon, which the browser asks for when it likes.
    noticed: ((window as Watching).noticed ?? []).filter((what) => !/extension|favicon/.test(what)).sort(),
    reached,
    entries: entries.sort(),
    styles: Array.from(styles, (name) => `${name}: ${styles.getPropertyValue(name)}`),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    frames: window.length,
    script: document.currentScript,
    active: document.activeElement?.localName,
    selection: String(getSelection()),
    html: document.documentElement.outerHTML,
    storage: [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie.replace(/=[^;]*/g, '')],
    bases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    stack: new Error('ici').stack?.split('\n').length,
    ours: Object.getOwnPropertySymbols(window).map(String),
  };
}

/**
 * Opens the portal in a window that this page has prepared: a window keeps its world from the empty page that it begins
 * with to the first one of the same site, so every call that is made there from the first moment on is overheard.
 */
async function overhear(page: Page): Promise<string[]> {
  return page.evaluate(
    async (url) => {
      const opened = window.open(url) as (Window & typeof globalThis) | null;
      if (opened === null) throw new Error('no window');
      const heard: string[] = [];
      const prototype = opened.EventTarget.prototype as unknown as Record<
        string,
        (...given: unknown[]) => unknown
      >;
      for (const name of ['addEventListener', 'dispatchEvent']) {
        const real = prototype[name];
        prototype[name] = function (...given) {
          const [what] = given;
          const stack = /[a-z]+-extension:[^\s)]+/.exec(String(new Error('ici').stack))?.[0] ?? '';
          heard.push(`${name} ${what instanceof opened.Event ? what.type : what} ${stack}`);
          return real?.apply(this, given);
        };
      }
      while (opened.document.querySelector('main[data-route]') === null)
        await new Promise((again) => setTimeout(again, 50));
      opened.close();
      return heard;
    },
    portalUrl('usagers', '#/creation-compte'),
  );
}

describe('the page', () => {
  let stage: Stage;
  let bare: Stage;
  let known = 1;
  const requestsOf = ({ portal }: Stage) =>
    // Several at once arrive in any order; for the icon, and for a newer worker, the browser asks when it likes.
    portal.requests
      .filter(({ path }) => !/favicon|travailleur/.test(path))
      .map(
        ({ method, host, path }: { method: string; host: string; path: string }) =>
          `${method} ${host}${path}`,
      )
      .sort();

  beforeAll(async () => {
    stage = await openStage();
    bare = await openStage({ extensionDir: await writeExtension('') });
  });
  afterAll(async () => {
    await stage?.close();
    await bare?.close();
  });

  it('finds itself exactly as it is without the extension, before and after a capture', async () => {
    const visit = async (own: Stage, started: boolean) => {
      const page = await own.witnessed.newPage();
      await login(page, 'ak');
      if (started) await (await startFor(own, page, 'A. K.')).close();
      await page.goto(portalUrl('usagers', '#/espace-personnel/mon-compte'));
      await page.waitForSelector('main[data-route="#/espace-personnel/mon-compte"]');
      await page.bringToFront();
      return look(page);
    };
    const [seen, expected] = [await visit(stage, true), await visit(bare, false)];
    expect(seen).toEqual(expected);
    const { files } = await readStored(stage.witnessed);
    expect(files.some(({ kind }) => kind === 'snapshot')).toBe(true);
  });

  it.each(['guet', 'guet?strict'])('a page on the look-out (%s) sees nothing either', async (name) => {
    const visit = async (own: Stage, witnessing: boolean) => {
      const page = await own.witnessed.newPage();
      await page.goto(`${PORTAL}/replique/hostile/${name}`);
      await page.evaluate(() =>
        navigator.serviceWorker?.register('/replique/hostile/travailleur.js').then(
          () => navigator.serviceWorker.ready.then(() => undefined),
          () => undefined,
        ),
      );
      await page.reload();
      await page.evaluate(hearTheWorkerOut);
      if (witnessing) await (await own.witnessed.popup(page)).close();
      await page.evaluate(lieInWait);
      await page.evaluate('fail()');
      const snapshots = async () => {
        const { files, waiting } = await readStored(own.witnessed);
        return files.filter(({ kind }) => kind === 'snapshot').length + waiting.length;
      };
      if (witnessing) {
        const before = known;
        await until('a capture of it', async () => (await snapshots()) > before);
        known = await snapshots();
      }
      await pause(1_500);
      return page.evaluate(tell, stage.witnessed.origin);
    };
    const [seen, expected] = [await visit(stage, true), await visit(bare, false)];
    expect(seen).toEqual(expected);
    expect(seen.reached).toEqual([]);
  });

  // What runs in the page's own world cannot pass this: that is why errors of its scripts are not listened to there.
  it('a page that prepared the window overhears nothing of ours', async () => {
    const visit = async (own: Stage) => overhear(await own.witnessed.newPage(portalUrl('usagers')));
    const [heard, expected] = [await visit(stage), await visit(bare)];
    expect(expected).toContain('addEventListener hashchange ');
    expect(heard).toEqual(expected);
  });

  it('the extension has made no request of its own', () => {
    expect(requestsOf(stage)).toEqual(requestsOf(bare));
  });
});
