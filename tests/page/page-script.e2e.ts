import { describe, expect, it } from 'vitest';
import { BROWSERS } from './isolated.ts';
import { ORDINARY } from './pages.ts';
import { heard, messagesOf, pause, soon, watchedPages } from './watched-pages.ts';

/** Ten megabytes in one text and a hundred thousand lines; gives the longest time nothing else could run, in ms. */
const FLOOD = `(async () => {
  const box = document.createElement('div');
  box.append('x'.repeat(10_000_000));
  for (let i = 0; i < 100_000; i += 1) { const p = document.createElement('p'); p.textContent = 'ligne ' + i; box.append(p); }
  box.style.display = 'none';
  document.body.append(box);
  let longest = 0;
  let last = performance.now();
  const end = last + 2500;
  while (last < end) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
})()`;

describe.each(Object.entries(BROWSERS))('in %s', (_, launch) => {
  const pages = watchedPages(launch, 'tests/page/injected.ts', (served) => {
    served.page('/usagers/', ORDINARY);
  });
  const { open, openAlone } = pages;

  it('leaves the page exactly as it was', async () => {
    const trace = `(() => {
      const names = new Set();
      for (let from = globalThis; from; from = Object.getPrototypeOf(from)) for (const key of Reflect.ownKeys(from)) names.add(String(key));
      const native = [history.pushState, fetch, XMLHttpRequest.prototype.send, EventTarget.prototype.addEventListener, Element.prototype.attachShadow].map(String);
      return { names: [...names].sort(), html: document.documentElement.outerHTML, native };
    })()`;
    const [without, with_] = [await openAlone('/usagers/'), await open('/usagers/')];
    await pause(600);
    expect(await with_.page.evaluate(trace)).toEqual(await without.page.evaluate(trace));
    expect(pages.served.asked.filter((url) => url !== '/usagers/' && url !== '/favicon.ico')).toEqual([]);
    await Promise.all([without.page.close(), with_.page.close()]);
  });

  it('follows routes and requests, keeps what nobody acknowledges, starts once', async () => {
    const watched = await open('/usagers/#state=s3cret&session_state=s3cret&code=s3cret');
    await watched.inWorld('globalThis.refuse = true');
    await watched.page.evaluate(
      `location.hash = '#/demande/etape/2?x=1'; fetch('/api/dossiers/123456').catch(() => 0)`,
    );
    await pause(500);
    await watched.inWorld('globalThis.refuse = false');
    await watched.inWorld('startAgain()');
    await soon(async () =>
      (await heard(watched)).some((signal) => signal.kind === 'request' && !signal.navigation),
    );
    const signals = await heard(watched);
    const documents = signals.filter((signal) => signal.kind === 'document');
    expect(documents.filter(({ first }) => first)).toHaveLength(1);
    expect(documents[0]).toMatchObject({ loginReturn: true, address: { path: '/usagers/', route: '' } });
    expect(documents.at(-1)).toMatchObject({ address: { route: '#/demande/etape/2' }, loginReturn: false });
    expect(signals.filter((signal) => signal.kind === 'request')).toMatchObject([
      { path: '/usagers/', status: 200, navigation: true },
      { path: '/api/dossiers/{id}', status: 404, navigation: false },
    ]);
    expect(JSON.stringify(signals)).not.toContain('s3cret');
    expect(await watched.inWorld(`ask({ to: 'page', ask: 'moment' })`)).toMatchObject({
      route: '/usagers/#/demande/etape/2',
      visible: true,
      passwordFilled: false,
    });
    await watched.page.close();
  });

  it('does not hang on a huge page, and stops when its extension is gone', async () => {
    const watched = await open('/usagers/');
    const alone = await openAlone('/usagers/');
    const longestAlone = (await alone.page.evaluate(FLOOD)) as number;
    await alone.page.close();
    const longest = (await watched.page.evaluate(FLOOD)) as number;
    expect(longest - longestAlone).toBeLessThan(250);
    await watched.page.evaluate(
      `document.querySelector('h1').insertAdjacentHTML('afterend', '<p role="alert">Votre session a expiré</p>')`,
    );
    await soon(async () => (await messagesOf(watched)).some(({ text }) => text === 'Votre session a expiré'));
    await watched.inWorld('globalThis.orphan = true');
    const { length } = await heard(watched);
    await watched.page.evaluate(`location.hash = '#/ailleurs'`);
    await pause(400);
    await watched.inWorld('globalThis.orphan = false');
    await watched.page.evaluate(`location.hash = '#/encore'`);
    await pause(400);
    expect((await heard(watched)).length).toBe(length);
    await watched.page.close();
  });
});
