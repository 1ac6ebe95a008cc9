import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../../lib/core/detect/judge.ts';
import type { MessageSignal, Signal } from '../../lib/core/detect/signals.ts';
import type { PageSnapshot } from '../../lib/page/snapshot/take-snapshot.ts';
import { scenarioById } from '../portal/scenarios.mjs';
import { replicaHomePage } from '../portal/server/replica-home.mjs';
import { bundle } from './bundle.ts';
import { BROWSERS, type WatchedBrowser, type WatchedPage } from './isolated.ts';
import {
  ANNOUNCED,
  FORM,
  FRAMED,
  FULL,
  KEY,
  LABELLED,
  MESSAGES,
  notifications,
  ORDINARY,
  OVER,
  PASSWORD,
  ROWS,
  readOn,
  SIGNED_OUT,
} from './pages.ts';
import { type Served, serve } from './serve.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const soon = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let turn = 0; turn < 80; turn += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not happen within eight seconds');
};
const heard = (watched: WatchedPage) => watched.inWorld<Signal[]>('heard');
const messagesOf = async (watched: WatchedPage): Promise<MessageSignal[]> =>
  (await heard(watched)).filter((signal) => signal.kind === 'message');
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

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
  let served: Served;
  let browser: WatchedBrowser;
  let script: string;

  beforeAll(async () => {
    served = await serve();
    served.page('/usagers/', ORDINARY);
    served.page('/usagers/messages', MESSAGES);
    served.page('/usagers/formulaire', FORM);
    served.page('/usagers/connexion', SIGNED_OUT);
    served.page('/usagers/annonces', ANNOUNCED);
    served.page('/usagers/notifications', notifications('12/03/2025 – lue'));
    served.page('/usagers/notifications-neuves', notifications('Nouveau'));
    served.page('/usagers/complet', FULL);
    served.page('/usagers/mot-de-passe', PASSWORD);
    served.page('/replique/', replicaHomePage({ scenario: scenarioById('page-503') }));
    served.page('/photo.png', {
      body: PIXEL,
      headers: { 'content-type': 'image/png', 'cache-control': 'max-age=600' },
    });
    served.page('/style.css', { body: 'h2{font-style:italic}', headers: { 'content-type': 'text/css' } });
    served.page('/cadre', '<p>cadre</p>');
    served.page(
      '/cadre-paiement',
      '<p>Le paiement a été refusé par votre banque.</p><button>Réessayer</button>',
    );
    served.page('/usagers/lue', readOn('25/01/2023'));
    served.page('/usagers/non-lue', readOn(''));
    served.page('/usagers/legende', KEY);
    served.page('/usagers/boutons', LABELLED);
    served.page('/usagers/rangees', ROWS);
    served.page('/usagers/encadre', FRAMED);
    served.page('/usagers/verrouillee', OVER);
    [script, browser] = await Promise.all([bundle('tests/page/injected.ts'), launch(served)]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  const open = (path: string, with_: string | null = script) => browser.open(served.origin + path, with_);

  it('leaves the page exactly as it was', async () => {
    const trace = `(() => {
      const names = new Set();
      for (let from = globalThis; from; from = Object.getPrototypeOf(from)) for (const key of Reflect.ownKeys(from)) names.add(String(key));
      const native = [history.pushState, fetch, XMLHttpRequest.prototype.send, EventTarget.prototype.addEventListener, Element.prototype.attachShadow].map(String);
      return { names: [...names].sort(), html: document.documentElement.outerHTML, native };
    })()`;
    const [without, with_] = [await open('/usagers/', null), await open('/usagers/')];
    await pause(600);
    expect(await with_.page.evaluate(trace)).toEqual(await without.page.evaluate(trace));
    expect(served.asked.filter((url) => url !== '/usagers/' && url !== '/favicon.ico')).toEqual([]);
    await Promise.all([without.page.close(), with_.page.close()]);
  });

  it('finds nothing on an ordinary page with hidden errors', async () => {
    const watched = await open('/usagers/');
    await soon(async () => (await heard(watched)).some(({ kind }) => kind === 'document'));
    await pause(800);
    const signals = await heard(watched);
    const context = {
      address: { origin: served.origin, path: '/usagers/', route: '' },
      loggedIn: false,
      recent: [],
    };
    expect(judge(signals, context)).toEqual([]);
    await watched.page.evaluate(`document.querySelector('details').open = true`);
    await soon(async () =>
      (await messagesOf(watched)).some(({ rules }) => rules.includes('stamp-already-used')),
    );
    await watched.page.close();
  });

  it('does not read a short page as one message when a component speaks on it', async () => {
    const watched = await open('/usagers/connexion');
    await soon(async () => (await messagesOf(watched)).length > 0);
    await watched.page.evaluate(
      `document.querySelector('main').replaceWith(document.querySelector('main').cloneNode(true))`,
    );
    await pause(1500);
    const told = await messagesOf(watched);
    const speaking = told.filter(({ text }) => text.includes('session'));
    expect(new Set(speaking.map(({ component }) => component))).toEqual(new Set(['.fr-alert']));
    const address = { origin: served.origin, path: '/usagers/connexion', route: '' };
    const found = judge(told, { address, loggedIn: false, recent: [] }).map(({ ruleId }) => ruleId);
    expect(new Set(found)).toEqual(new Set(['generic-session']));
    await watched.page.close();
  });

  it('tells of a heading, of a notification that is new, and of a page with nothing but a message and a button', async () => {
    const told = async (path: string) => {
      const watched = await open(path);
      await pause(1500);
      const found = judge(await messagesOf(watched), {
        address: { origin: served.origin, path, route: '' },
        loggedIn: false,
        recent: [],
      });
      await watched.page.close();
      return [...new Set(found.map(({ ruleId }) => ruleId))];
    };
    expect(await told('/usagers/annonces')).toEqual(['generic-confirmation']);
    expect(await told('/usagers/notifications')).toEqual([]);
    expect(await told('/replique/')).toEqual([]);
    expect(await told('/usagers/notifications-neuves')).toEqual(['request-closed-notification']);
    expect(await told('/usagers/complet')).toEqual(['generic-no-slot']);
    expect(await told('/usagers/lue')).toEqual([]);
    expect(await told('/usagers/non-lue')).toEqual(['request-closed-notification']);
    expect(await told('/usagers/legende')).toEqual([]);
    expect(await told('/usagers/boutons')).toEqual([]);
    expect(await told('/usagers/rangees')).toEqual(['generic-upload']);
    expect(await told('/usagers/encadre')).toEqual(['generic-payment']);
    expect(await told('/usagers/verrouillee')).toEqual(['generic-correction']);
  });

  it('hears messages of every sort, a toast of one second too, each once', async () => {
    const watched = await open('/usagers/messages');
    await soon(async () => (await messagesOf(watched)).length >= 6);
    await pause(500);
    const told = (await messagesOf(watched)).map(({ place, component, level, text, rules }) => ({
      place,
      component,
      level,
      text,
      rules,
    }));
    expect(told).toHaveLength(6);
    expect(told).toEqual(
      expect.arrayContaining([
        {
          place: 'component',
          component: 'p-message',
          level: 'info',
          text: 'Il est trop tôt pour demander le renouvellement de votre titre.',
          rules: ['renewal-too-early'],
        },
        expect.objectContaining({ place: 'block', rules: ['protection-not-recognised'] }),
        expect.objectContaining({ place: 'block', component: 'h2', text: 'Demande invalide.', rules: [] }),
        expect.objectContaining({
          component: '[role="alert"]',
          level: 'error',
          rules: ['account-information-incorrect'],
        }),
        expect.objectContaining({
          level: 'error',
          text: 'Le service est momentanément indisponible',
          rules: [],
        }),
        expect.objectContaining({ component: '.fr-alert', rules: ['stamp-already-used'] }),
      ]),
    );
    await watched.page.close();
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

  it('takes a snapshot without what is personal, and disturbs no keystroke', async () => {
    const watched = await open('/usagers/formulaire');
    const { page } = watched;
    await page.type('#nom', 'Fictive-Dupont');
    await page.type('#tel', '0612345678');
    await page.evaluate(
      `naissance.value = '1990-03-12'; naissance.dispatchEvent(new Event('input', { bubbles: true }))`,
    );
    await page.type('#mot', 'Je vis chez Rastapopoulos');
    await page.click('#suite');
    expect(await page.evaluate('nom.value + keys.join().length')).toBe(
      `Fictive-Dupont${await page.evaluate('keys.join().length')}`,
    );
    expect(await page.evaluate('keys.some((key) => key.endsWith("true"))')).toBe(false);
    expect(await page.evaluate('recap.textContent')).toContain('FICTIVE-DUPONT');
    await soon(async () =>
      (await heard(watched)).some((signal) => signal.kind === 'step' && signal.step === 'click'),
    );
    const asked = served.asked.length;
    const snapshot = await watched.inWorld<PageSnapshot>('takeSnapshot()');
    expect(served.asked.slice(asked)).toEqual([]);
    const html = snapshot.html ?? '';
    const everything = JSON.stringify([snapshot, await heard(watched)]);
    for (const secret of [
      'Dupont',
      'DUPONT',
      '12345678',
      '12/03/1990',
      '1990-03-12',
      'Rastapopoulos',
      'Villefictive',
      'jeanne.fictive',
      '9912345678',
      's3cret',
      'pas une adresse',
    ]) {
      expect(everything, secret).not.toContain(secret);
    }
    for (const active of [
      '<script',
      'onclick',
      'onsubmit',
      'javascript:',
      '<iframe',
      '<base',
      'http-equiv="refresh"',
      'action=',
      'fond.png',
    ]) {
      expect(html, active).not.toContain(active);
    }
    expect(html).toContain('[masqué : saisie]');
    expect(html).toContain('[masqué : e-mail]');
    expect(html).toContain('<template shadowrootmode="open"><style>b { color: red; }');
    expect(html).toContain('rgb(1, 2, 3)');
    expect(html).toContain('font-style: italic');
    expect(html).toContain('Récapitulatif');
    expect(snapshot.page.title).toBe('Demande de [masqué : saisie]');
    expect(snapshot.form).toEqual(
      expect.arrayContaining([
        { label: 'Nom de famille', type: 'text', required: true, filled: true, valid: true, message: '' },
        {
          label: 'Mél',
          type: 'email',
          required: false,
          filled: true,
          valid: false,
          message: 'Adresse incorrecte',
        },
        { label: 'Pays', type: 'select', required: false, filled: false, valid: true, message: '' },
      ]),
    );
    expect(snapshot.piiZones.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['field', 'typed', 'e-mail']),
    );
    expect(
      (await heard(watched)).flatMap((signal) =>
        signal.kind === 'step' ? [`${signal.step} ${signal.label}`] : [],
      ),
    ).toEqual(expect.arrayContaining(['input Nom de famille', 'click Enregistrer et poursuivre']));

    served.page('/photo-de-la-page', html);
    const before = served.asked.length;
    const reopened = await open('/photo-de-la-page', null);
    await pause(500);
    expect(served.asked.slice(before).filter((url) => url !== '/favicon.ico')).toEqual(['/photo-de-la-page']);
    expect(await reopened.page.evaluate(`document.querySelector('#abri').shadowRoot.textContent`)).toContain(
      'Dans l’ombre',
    );
    await Promise.all([page.close(), reopened.page.close()]);
  });

  it('keeps pictures without asking for them', async () => {
    const watched = await browser.open(`${served.plainOrigin}/usagers/formulaire`, script);
    await soon(() => watched.page.evaluate(`document.querySelector('img').complete`) as Promise<boolean>);
    const asked = served.asked.length;
    const { html } = await watched.inWorld<PageSnapshot>('takeSnapshot()');
    expect(served.asked.slice(asked).filter((url) => url !== '/favicon.ico')).toEqual([]);
    expect(html).toContain('src="data:image/png;base64,');
    await watched.page.close();
  });

  it('refuses a page with a filled password, even shown in clear', async () => {
    const watched = await open('/usagers/mot-de-passe');
    await watched.page.type('#mdp', 'motdepassefictif');
    expect(await watched.inWorld('takeSnapshot()')).toMatchObject({
      html: null,
      refused: 'password',
      form: [],
    });
    await watched.page.evaluate(`mdp.type = 'text'`);
    expect(await watched.inWorld('takeSnapshot()')).toMatchObject({ refused: 'password' });
    expect(await watched.inWorld(`ask({ to: 'page', ask: 'moment' })`)).toMatchObject({
      passwordFilled: true,
    });
    await watched.page.close();
  });

  it('does not hang on a huge page, and stops when its extension is gone', async () => {
    const watched = await open('/usagers/');
    const alone = await open('/usagers/', null);
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
