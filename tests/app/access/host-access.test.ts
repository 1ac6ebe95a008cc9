import { describe, expect, it } from 'vitest';
import { loseHostAccess, regainHostAccess } from '../../../lib/app/access/host-access.ts';
import type { MessageRequest } from '../../../lib/app/protocol.ts';
import { REHEARSAL_STORE } from '../../../lib/core/dossier/rehearsal.ts';
import { answers, stands } from '../page-tells.ts';
import { openPopup } from '../popup-opening.ts';
import { TAB, wake } from '../waking.ts';

describe('access to the portal', () => {
  it('withdrawn: the dossier is left at once, with a line that says so', async () => {
    const woken = await wake();
    const at = woken.clock.now();
    await woken.clock.until(woken.tells([stands(at, '#/')]));
    const dossier = await woken.bind();
    loseHostAccess(woken, at);
    await woken.clock.pass(1_000);
    expect(woken.sessions.of('default')).toMatchObject({ dossier: null, previous: dossier });
    expect(woken.store.lines(dossier).at(-1)).toMatchObject({ type: 'session.unbound' });
  });

  it('back: no page that was open is of the session of now, in any cookie store', async () => {
    const woken = await wake();
    const loadedAt = woken.clock.now();
    await woken.clock.until(woken.tells([stands(loadedAt, '#/')]));
    loseHostAccess(woken, loadedAt);
    await woken.clock.pass(60_000);
    regainHostAccess(woken, ['default', 'firefox-container-2'], woken.clock.now());
    const { clock, book, sessions } = woken;
    await clock.pass(1_000);
    for (const [tabId, cookieStore] of [
      [TAB, 'default'],
      [8, 'firefox-container-2'],
    ] as const) {
      const again = stands(clock.now(), '#/', { loadedAt });
      await clock.until(woken.tells([again], { tabId, cookieStore, document: `document ${tabId}` }));
      expect(book.of(tabId)?.documentEpoch).not.toBe(sessions.of(cookieStore).epoch);
    }
    const fresh = stands(clock.now(), '#/', { loadedAt: clock.now() });
    await clock.until(woken.tells([fresh], { document: 'document-c' }));
    expect(book.of(TAB)?.documentEpoch).toBe(sessions.of('default').epoch);
  });

  it('back: what a page was answered meanwhile is nobody’s to keep, although the browser tells it again', async () => {
    const popup = await openPopup();
    const { clock, handlers } = popup;
    const sender = { from: 'page', tabId: TAB, windowId: 5, store: 'default' } as const;
    const tells = (document: string, signals: MessageRequest<'page.signals'>['signals']) =>
      clock.until(handlers['page.signals']({ document, signals }, sender));
    await tells('document-a', [stands(clock.now(), '#/', { first: true })]);
    loseHostAccess(popup, clock.now());
    await clock.pass(60_000);
    const meanwhile = clock.now();
    await clock.pass(60_000);
    regainHostAccess(popup, ['default'], clock.now());
    const there = stands(clock.now(), '#/', { first: true, loadedAt: meanwhile });
    expect(await tells('document-b', [there, answers(meanwhile, 502)])).toEqual({ stored: 0 });
    await clock.pass(1_000);
    expect(await tells('document-b', [answers(clock.now(), 504)])).toEqual({ stored: 1 });
  });

  it('concerns no rehearsal: it needs no access, and goes on', async () => {
    const woken = await wake();
    const { clock, book, sessions } = woken;
    const told = () =>
      woken.tells([stands(clock.now(), '', { loadedAt: 1 })], { tabId: 8, cookieStore: REHEARSAL_STORE });
    await clock.until(told());
    const dossier = await woken.bind('Répétition', book.open(8, REHEARSAL_STORE, 5));
    loseHostAccess(woken, clock.now());
    await clock.until(told());
    expect(sessions.owner(book.open(8, REHEARSAL_STORE, 5))).toMatchObject({ kind: 'dossier', id: dossier });
    regainHostAccess(woken, ['default'], clock.now());
    await clock.until(told());
    expect(sessions.owner(book.open(8, REHEARSAL_STORE, 5))).toMatchObject({ kind: 'dossier', id: dossier });
  });
});
