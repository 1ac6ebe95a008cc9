import { describe, expect, it } from 'vitest';
import { answers, stands } from '../page-tells.ts';
import { openPopup } from '../popup-opening.ts';
import { TAB } from '../waking.ts';

const page = { from: 'page', tabId: TAB, windowId: 5, store: 'firefox-container-2' } as const;

describe('what a page tells', () => {
  it('is heard in the tab and for the cookie store that the browser names, and answered when stored', async () => {
    const { handlers, clock, book, store } = await openPopup();
    const at = clock.now();
    const signals = [stands(at, '#/demande', { first: true }), answers(at, 500)];
    const told = handlers['page.signals']({ document: 'document-a', signals }, page);
    expect(await clock.until(told)).toEqual({ stored: 1 });
    expect(book.of(TAB)).toMatchObject({
      store: 'firefox-container-2',
      document: 'document-a',
      title: 'Ma demande',
    });
    expect(store.waitingFacts()[0]?.room).toMatch(/^firefox-container-2\|/);
  });

  it('is acknowledged when there is nothing to store', async () => {
    const { handlers, clock } = await openPopup();
    const told = handlers['page.signals']({ document: 'document-a', signals: [] }, page);
    expect(await clock.until(told)).toEqual({ stored: 0 });
  });

  it('from no tab is refused', async () => {
    const { handlers } = await openPopup();
    const told = handlers['page.signals']({ document: 'd', signals: [] }, { ...page, tabId: null });
    await expect(told).rejects.toThrow('a page without a tab');
  });
});

describe('the watchers of blocked forms', () => {
  const wanted = stands(1, '#/demande', { first: true });
  const told = { document: 'document-a', signals: [wanted] };

  it.each([
    ['page', [TAB]],
    ['rehearsal', []],
  ] as const)('are brought to a %s that presents itself: %j', async (from, tabs) => {
    const { handlers, clock, brought } = await openPopup();
    await clock.until(handlers['page.signals'](told, { ...page, from }));
    expect(brought).toEqual(tabs);
  });

  it('are not brought to a private window before its person has agreed', async () => {
    const { handlers, around, brought } = await openPopup();
    around.consent = 'unasked';
    await expect(handlers['page.signals'](told, { ...page, store: 'private' })).rejects.toThrow();
    expect(brought).toEqual([]);
  });

  it('are told what the network knows', async () => {
    const { handlers } = await openPopup();
    expect(await handlers['page.requests']({}, page)).toEqual({
      open: 0,
      oldestMs: 0,
      lastAt: 0,
      answers: [],
    });
    await expect(handlers['page.requests']({}, { ...page, tabId: null })).rejects.toThrow('without a tab');
  });
});

describe('a form that does not let the person go on', () => {
  it('is stored with what can be counted, its labels in the capture only', async () => {
    const { handlers, clock, store } = await openPopup();
    const at = clock.now();
    const obstacle = {
      kind: 'obstacle',
      at: at + 1,
      obstacle: 'dead-click',
      evidence: { label: 'Suivant', tries: 3, durationMs: 6200 },
      inViewport: true,
    } as const;
    const signals = [stands(at, '#/demande', { first: true }), obstacle];
    expect(await clock.until(handlers['page.signals']({ document: 'document-a', signals }, page))).toEqual({
      stored: 1,
    });
    const [first] = store.waitingFacts();
    expect(JSON.stringify(first)).toContain('"evidence":{"durationMs":6200,"tries":3}');
    expect(JSON.stringify(first)).not.toContain('Suivant');
  });

  it('says so when what was typed goes with the session', async () => {
    const { handlers, clock, sessions, store } = await openPopup();
    const at = clock.now();
    const typed = (label: string) => ({ kind: 'step', at: at + 5, step: 'input', label }) as const;
    const signals = [
      stands(at, '#/demande/etape/3', { first: true }),
      typed('Commune'),
      typed('Téléphone'),
      stands(at + 50, '#/espace-personnel/connexion-inscription'),
    ];
    sessions.tell('firefox-container-2', { kind: 'authenticated' });
    await clock.until(handlers['page.signals']({ document: 'document-a', signals }, page));
    const [incident] = store.waitingFacts();
    expect(JSON.stringify(incident)).toContain('"ruleId":"form-work-lost"');
    expect(JSON.stringify(incident)).toContain('"evidence":{"fields":2}');
  });
});

describe('the export page', () => {
  it('is told what there is to export, in which language', async () => {
    const { handlers, person, bind, around } = await openPopup();
    const dossierId = await bind();
    around.language = 'en';
    expect(await handlers['export.describe']({ dossierId }, person)).toEqual({
      dossierId,
      label: 'Dossier A. K.',
      rehearsal: false,
      timestamps: false,
      captures: 0,
      incidents: 0,
      language: 'en',
      version: '0.1.0',
      commit: 'abc1234',
    });
    expect(await handlers['export.describe']({ dossierId: 'nowhere' }, person)).toBeNull();
  });

  it('has the hash of what it wrote put into the journal', async () => {
    const { handlers, person, bind, store } = await openPopup();
    const dossierId = await bind();
    const manifest = 'c'.repeat(64);
    const answer = await handlers['export.finished']({ dossierId, manifest, upTo: 2 }, person);
    expect(answer).toEqual({ seq: 3 });
    expect(store.lines(dossierId).at(-1)).toMatchObject({ seq: 3, type: 'export', manifest, upTo: 2 });
  });
});
