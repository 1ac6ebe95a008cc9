import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalUrl } from '../portal/journey.mjs';
import { openStage, type Stage } from './stage.ts';

/** Asked for by nothing else. */
const FORBIDDEN = portalUrl('usagers', '').replace(/#.*$/, 'api/replique/interdit');

/** Requests may go to an authority of timestamps that the person chooses, so to any host, and always encrypted. */
const PLAIN = FORBIDDEN.replace('https:', 'http:');

/** What happened to each attempt: `refused`, or what it brought. Runs in a page of the extension. */
async function tryEverything(address: string, plain: string): Promise<Record<string, string>> {
  // What a debugger runs may break the rules, but not what it leaves for later.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const tried = async (attempt: () => unknown): Promise<string> => {
    try {
      return String(await attempt());
    } catch {
      return 'refused';
    }
  };
  const loaded = (element: HTMLElement) =>
    new Promise<string>((resolve, reject) => {
      element.addEventListener('load', () => resolve('loaded'));
      element.addEventListener('error', reject);
      document.body.append(element);
      setTimeout(resolve, 1_500, 'refused');
    });
  const blob = () => URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
  const runs = (worker: Worker) =>
    new Promise<string>((resolve, reject) => {
      worker.onmessage = () => resolve('ran');
      worker.onerror = reject;
      setTimeout(resolve, 1_500, 'refused');
    });
  return {
    // biome-ignore lint/security/noGlobalEval: it must be refused, which only trying can tell
    eval: await tried(() => globalThis.eval('1')),
    function: await tried(() => new Function('return 1')()),
    'inline script': await tried(() => {
      const script = document.createElement('script');
      script.append('document.title = "ran"');
      document.body.append(script);
      return document.title === 'ran' ? 'ran' : 'refused';
    }),
    'remote script': await tried(() =>
      loaded(Object.assign(document.createElement('script'), { src: address })),
    ),
    'worker of its own making': await tried(() => runs(new Worker(blob()))),
    fetch: await tried(() => fetch(plain, { mode: 'no-cors' })),
    socket: await tried(
      () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(plain.replace('http:', 'ws:'));
          socket.onopen = resolve;
          socket.onerror = reject;
        }),
    ),
    beacon: await tried(() => (navigator.sendBeacon(plain, 'x') ? 'maybe' : 'refused')),
    picture: await tried(() => loaded(Object.assign(new Image(), { src: address }))),
    markup: await tried(() => {
      const part = document.createElement('div');
      part.innerHTML = '<b>x</b>';
      return part.childElementCount;
    }),
  };
}

describe('the policy of the extension’s own pages', () => {
  let stage: Stage;
  const askedFor = () =>
    stage.portal.requests.filter(({ path }: { path: string }) => path.includes('interdit'));

  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('lets no text become code, and nothing out or in', async () => {
    const page = await stage.witnessed.openExtensionPage('/export.html');
    const { beacon, markup, ...outcomes } = await page.evaluate(tryEverything, FORBIDDEN, PLAIN);
    expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'refused')).toEqual([]);
    // The answer of `sendBeacon` says only that it was queued: what counts is that nothing arrived.
    expect(['refused', 'maybe']).toContain(beacon);
    const knowsTrustedTypes = await page.evaluate(() => 'trustedTypes' in globalThis);
    expect(markup).toBe(knowsTrustedTypes ? 'refused' : '1');
    expect(askedFor()).toEqual([]);
    await page.close();
  });

  it('holds in the background too', async () => {
    const outcome = await stage.witnessed.evaluateInBackground(
      (address: string) =>
        fetch(address, { mode: 'no-cors' }).then(
          () => 'fetched',
          () => 'refused',
        ),
      PLAIN,
    );
    expect(outcome).toBe('refused');
    expect(askedFor()).toEqual([]);
  });

  it('a page of the portal can neither load a file of the extension nor call it', async () => {
    const page = await stage.witnessed.newPage();
    await page.goto(portalUrl('usagers', '#/accueil'));
    const seen = await page.evaluate(async (origin: string) => {
      const outcome = (promise: Promise<unknown>) =>
        promise.then(
          () => 'loaded',
          () => 'refused',
        );
      const loading = (element: HTMLElement) =>
        new Promise((resolve, reject) => {
          element.addEventListener('load', resolve);
          element.addEventListener('error', reject);
          document.head.append(element);
        });
      const script = Object.assign(document.createElement('script'), { src: `${origin}/witness.js` });
      return {
        fetch: await outcome(fetch(`${origin}/manifest.json`)),
        script: await outcome(loading(script)),
        picture: await outcome(loading(Object.assign(new Image(), { src: `${origin}/icon/16.png` }))),
        api: typeof (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime
          ?.sendMessage,
      };
    }, stage.witnessed.origin);
    expect(seen).toEqual({ fetch: 'refused', script: 'refused', picture: 'refused', api: 'undefined' });
    await page.close();
  });
});
