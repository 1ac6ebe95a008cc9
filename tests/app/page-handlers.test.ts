import { describe, expect, it } from 'vitest';
import { answers, stands } from './page-tells.ts';
import { openPopup } from './popup-opening.ts';
import { TAB } from './waking.ts';

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

describe('the export page', () => {
  it('is told what there is to export, in which language', async () => {
    const { handlers, person, bind, around } = await openPopup();
    const dossierId = await bind();
    around.language = 'en';
    expect(await handlers['export.describe']({ dossierId }, person)).toEqual({
      dossierId,
      label: 'Dossier A. K.',
      rehearsal: false,
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
