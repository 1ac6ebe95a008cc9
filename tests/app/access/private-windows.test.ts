import { describe, expect, it } from 'vitest';
import { endPrivateSessions, isPrivateStore } from '../../../lib/app/access/private-windows.ts';
import { answers, stands } from '../page-tells.ts';
import { openPopup } from '../popup-opening.ts';
import { TAB, wake } from '../waking.ts';

const hidden = { from: 'page', tabId: TAB, windowId: 5, store: 'private' } as const;

describe('in a private window', () => {
  it.each([
    ['private', true],
    ['firefox-private', true],
    ['default', false],
    ['firefox-default', false],
    ['firefox-container-1', false],
    [null, false],
  ])('%s is one: %s', (store, expected) => {
    expect(isPrivateStore(store)).toBe(expected);
  });

  it('nothing is taken before she has agreed; the page keeps it, and is heard after', async () => {
    const { handlers, around, person, clock, store } = await openPopup();
    around.consent = 'unasked';
    around.place = {
      store: 'private',
      windowId: 5,
      origin: 'https://administration-etrangers-en-france.interieur.gouv.fr',
    };
    const at = clock.now();
    const data = { document: 'document-a', signals: [stands(at, '#/', { first: true }), answers(at, 500)] };
    await expect(handlers['page.signals'](data, hidden)).rejects.toThrow('not agreed');
    expect((await handlers['popup.read']({ tabId: TAB, opened: true }, person)).page).toEqual({
      kind: 'private',
      refused: false,
    });
    expect(store.waitingFacts()).toEqual([]);

    const view = await handlers['popup.start']({ tabId: TAB }, person);
    expect(around.consent).toBe('agreed');
    expect(view).toMatchObject({ inPrivate: true, page: { kind: 'watched', pictures: 'probable' } });
    expect(await clock.until(handlers['page.signals'](data, hidden))).toEqual({ stored: 1 });
  });

  it('refused, everything is answered and nothing kept; she may change her mind', async () => {
    const { handlers, around, person, clock, store } = await openPopup();
    around.consent = 'unasked';
    const view = await handlers['popup.refuse']({ tabId: TAB }, person);
    expect(view).toMatchObject({ page: { kind: 'private', refused: true }, question: 'none' });
    const told = { document: 'document-a', signals: [answers(clock.now(), 500)] };
    expect(await handlers['page.signals'](told, hidden)).toEqual({ stored: 0 });
    expect(await handlers['popup.capture']({ tabId: TAB, statement: null }, person)).toMatchObject({
      outcome: { kind: 'refused' },
    });
    expect(store.waitingFacts()).toEqual([]);
    await handlers['popup.start']({ tabId: TAB }, person);
    expect(around.consent).toBe('agreed');
  });

  it('the notice of ordinary windows is no answer here', async () => {
    const { handlers, around, person, book } = await openPopup();
    around.noticeAcceptedAt = 1;
    around.consent = 'unasked';
    await handlers['popup.read']({ tabId: TAB, opened: true }, person);
    expect(book.of(TAB)).toBeUndefined();
  });

  it('the session ends with the last one, and only that session', async () => {
    const woken = await wake();
    const ordinary = woken.sessions.of('default').epoch;
    const before = woken.sessions.of('private').epoch;
    await woken.clock.pass(1_000);
    endPrivateSessions(woken);
    expect(woken.sessions.of('private').epoch).not.toBe(before);
    expect(woken.sessions.of('default').epoch).toBe(ordinary);
  });
});
