import { describe, expect, it } from 'vitest';
import type { PageMoment } from '../../lib/app/protocol.ts';
import type { PageSnapshot } from '../../lib/page/snapshot/take-snapshot.ts';
import {
  CLOBBERED_DOCUMENT,
  CLOBBERED_FORM,
  DECOYS,
  FAILURE,
  FORGER,
  FRAMED,
  HEAVY,
  OVERRIDDEN,
  STRANGE_ELEMENTS,
  UNRULY_TEXT,
} from './hostile-pages.ts';
import { BROWSERS, type WatchedPage } from './isolated.ts';
import { heard, messagesOf, pause, watchedPages } from './watched-pages.ts';

const PAGES = {
  formulaire: CLOBBERED_FORM,
  document: CLOBBERED_DOCUMENT,
  elements: STRANGE_ELEMENTS,
  cadre: FRAMED,
  forge: FORGER,
  prototypes: OVERRIDDEN,
  leurres: DECOYS,
  textes: UNRULY_TEXT,
  lourd: HEAVY,
};
const UNRULY = /[^\P{Cc}\t\n\r]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const LIMIT_MS = 8_000;

const told = async (watched: WatchedPage) =>
  (await messagesOf(watched)).some(({ rules }) => rules.includes('stamp-already-used'));
const expectTold = (watched: WatchedPage) =>
  expect.poll(() => told(watched), { timeout: LIMIT_MS, interval: 100 }).toBe(true);

describe.each(Object.entries(BROWSERS))('a hostile page in %s', (_, launch) => {
  const pages = watchedPages(launch, 'tests/page/injected.ts', (served) => {
    for (const [name, html] of Object.entries(PAGES)) served.page(`/usagers/${name}`, html);
  });
  const open = (name: keyof typeof PAGES) => pages.open(`/usagers/${name}`);
  const snapshotOf = (watched: WatchedPage) => watched.inWorld<PageSnapshot>('takeSnapshot()');

  it('whose form fields bear the names of DOM properties is read like any other', async () => {
    const watched = await open('formulaire');
    await expectTold(watched);
    await watched.page.type('#nom', 'Fictive');
    await watched.page.click('#suite');
    await expect
      .poll(async () => JSON.stringify(await heard(watched)), { timeout: LIMIT_MS })
      .toContain('"label":"Continuer"');
    const { html, form } = await snapshotOf(watched);
    expect(html).toContain('<form id="formulaire" class="fr-group"');
    expect(html).toContain(FAILURE.slice(0, 20));
    expect(html).not.toContain('Fictive');
    expect(form).toContainEqual(expect.objectContaining({ label: 'Nom', required: true, filled: true }));
    await watched.page.close();
  });

  it('that names things after properties of the document changes none of them here', async () => {
    const watched = await open('document');
    await expectTold(watched);
    const starts = async () =>
      (await heard(watched)).filter((signal) => signal.kind === 'document' && signal.first);
    await watched.inWorld('(globalThis.orphan = true, startAgain())');
    await expect.poll(async () => (await starts()).length, { timeout: LIMIT_MS }).toBe(2);
    expect((await starts()).at(-1)).toMatchObject({
      title: 'Réplique hostile',
      lang: 'fr',
      visible: true,
    });
    const moment = await watched.inWorld<PageMoment>(`ask({ to: 'page', ask: 'moment' })`);
    expect(moment).toMatchObject({ route: '/usagers/document', visible: true, passwordFilled: false });
    const { html, page } = await snapshotOf(watched);
    expect(page.title).toBe('Réplique hostile');
    expect(html).toContain(FAILURE.slice(0, 20));
    await watched.page.close();
  });

  it('with elements of strange names, namespaces and size gives its facts all the same', async () => {
    const watched = await open('elements');
    await expectTold(watched);
    for (const { component } of await messagesOf(watched)) expect(component.length).toBeLessThanOrEqual(80);
    const { html, sanitised } = await snapshotOf(watched);
    expect(sanitised.every((note) => typeof note === 'string')).toBe(true);
    expect((html ?? '').length).toBeLessThan(400_000);
    expect(html).toContain(FAILURE.slice(0, 20));
    await watched.page.close();
  });

  it('that speaks in a frame is heard, and a frame that nobody sees is not', async () => {
    const watched = await open('cadre');
    await expectTold(watched);
    const frame = await watched.page.waitForFrame((one) => one.url() === 'about:srcdoc');
    await frame.waitForSelector('#a');
    await frame.type('#a', 'Rastapopoulos');
    await frame.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<p role="alert">Erreur : Rastapopoulos est inconnu</p>')`,
    );
    await expect
      .poll(async () => (await messagesOf(watched)).map(({ text }) => text), { timeout: LIMIT_MS })
      .toContain('Erreur : [masqué : saisie] est inconnu');
    const everything = JSON.stringify(await heard(watched));
    expect(everything).not.toContain('Rastapopoulos');
    expect(everything).not.toContain('Votre session');
    await watched.page.close();
  });

  it('that forges events makes no step, no departure and no route', async () => {
    const watched = await open('forge');
    await pause(2000);
    // Not asked by an evaluation: that would be taken for something the person did.
    expect(await watched.inWorld(`document.documentElement.getAttribute('data-forged')`)).toBe('200');
    const kinds = (await heard(watched)).map((signal) =>
      signal.kind === 'step' ? signal.step : signal.kind,
    );
    expect(new Set(kinds)).toEqual(new Set(['document', 'navigation', 'request']));
    expect(kinds.filter((kind) => kind === 'document').length).toBeLessThanOrEqual(3);
    // What a script fills in is masked all the same: a date picker announces itself in this way too.
    await watched.page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<p role="alert">Erreur : Personne 7 est inconnu</p>')`,
    );
    await expect
      .poll(async () => (await messagesOf(watched)).map(({ text }) => text), { timeout: LIMIT_MS })
      .toContain('Erreur : [masqué : saisie] est inconnu');
    await watched.page.close();
  });

  it('that replaces the language’s own objects replaces them for itself', async () => {
    const watched = await open('prototypes');
    await expectTold(watched);
    expect((await snapshotOf(watched)).html).toContain(FAILURE.slice(0, 20));
    await watched.page.close();
  });

  it('with hundreds of decoys does not hide what is said among them', async () => {
    const watched = await open('leurres');
    await expectTold(watched);
    expect((await messagesOf(watched)).length).toBeLessThan(150);
    await watched.page.close();
  });

  it('of tens of megabytes is copied in little space', async () => {
    const watched = await open('lourd');
    await expectTold(watched);
    const size = await watched.inWorld<number>('(async () => JSON.stringify(await takeSnapshot()).length)()');
    expect(size).toBeLessThan(4_000_000);
    await watched.page.close();
  });

  it('with control and right-to-left characters gives plain text', async () => {
    const watched = await open('textes');
    await expectTold(watched);
    await watched.page.click('#b');
    await watched.page.type('#nom', 'x');
    await watched.page.click('#b');
    await expect.poll(async () => JSON.stringify(await heard(watched))).toContain('Bouton');
    const snapshot = await snapshotOf(watched);
    const texts = [...(await heard(watched)), snapshot].flatMap(function strings(value: unknown): string[] {
      if (typeof value === 'string') return [value];
      return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
    });
    expect(texts.filter((text) => UNRULY.test(text) || !text.isWellFormed())).toEqual([]);
    expect(snapshot.page.title).toContain(
      '=HYPERLINK("https://exemple.invalid")<img src=x onerror=alert(1)>',
    );
    expect(snapshot.html).not.toMatch(/<img src=x/);
    await watched.page.close();
  });
});
