import { describe, expect, it } from 'vitest';
import type { PageStatus } from '../../../lib/app/popup/popup-view.ts';
import { NotOpened } from '../../../lib/app/witness-ports.ts';
import type { Owner } from '../../../lib/core/dossier/owner.ts';
import { answers, PORTAL, stands } from '../page-tells.ts';
import { type Around, openPopup } from '../popup-opening.ts';
import { TAB } from '../waking.ts';
import { capture, incident } from '../witnessed-builders.ts';

describe('the question', () => {
  it('for whom, when nobody was ever named', async () => {
    const { read } = await openPopup();
    expect(await read()).toMatchObject({ question: 'who', suggested: null, dossier: null });
  });

  it('none, once she has said', async () => {
    const { read, bind } = await openPopup();
    const id = await bind();
    const view = await read();
    expect(view).toMatchObject({
      question: 'none',
      suggested: null,
      dossier: { id, label: 'Dossier A. K.' },
    });
  });

  it('is it still she, after a change of session', async () => {
    const { read, bind, around, clock, changeOfUser } = await openPopup();
    const id = await bind();
    changeOfUser();
    around.stands = { document: 'document-b', loadedAt: clock.now() };
    expect(await read()).toMatchObject({ question: 'still', suggested: { id }, dossier: null });
  });

  it('none on a page that stayed open across the change: nothing can say whose it is', async () => {
    const { read, bind, book, changeOfUser } = await openPopup();
    book.open(TAB, 'default', 5);
    changeOfUser();
    const id = await bind('Dossier A. K.', book.open(8, 'default', 5));
    expect(await read()).toMatchObject({ page: { kind: 'across' }, question: 'none', suggested: { id } });
  });

  it('about the page that answers, whichever spoke last', async () => {
    const { read, around, tells, clock, changeOfUser } = await openPopup();
    await clock.until(tells([stands(clock.now(), '#/connexion')], { document: 'document-a' }));
    changeOfUser();
    await clock.pass(1_000);
    around.stands = { document: 'document-b', loadedAt: clock.now() };
    expect(await read(false)).toMatchObject({ page: { kind: 'watched' }, question: 'who' });
  });

  const elsewhere: [Around['status'], PageStatus][] = [
    ['unsupported', { kind: 'unsupported' }],
    ['silent', { kind: 'silent' }],
    ['no-access', { kind: 'no-access', origin: PORTAL }],
  ];
  it.each(elsewhere)('none over a page that is %s', async (status, page) => {
    const { read, around } = await openPopup();
    around.status = status;
    expect(await read()).toMatchObject({ question: 'none', page });
  });
});

describe('what is shown', () => {
  it('dossiers, the last used first', async () => {
    const { read, writer, clock } = await openPopup();
    for (const label of ['A. K.', 'B. L.', 'C. M.']) {
      await writer.open(label);
      await clock.pass(1_000);
    }
    expect((await read()).dossiers.map(({ label }) => label)).toEqual(['C. M.', 'B. L.', 'A. K.']);
  });

  it('this visit’s incidents with their captures under way, and all that the dossier has', async () => {
    const { read, bind, clock, tells, camera } = await openPopup();
    await bind();
    await clock.until(tells([stands(clock.now(), '#/demande', { first: true })]));
    await read();
    camera.whileShooting = () => new Promise(() => undefined);
    await clock.until(tells([answers(clock.now(), 500)]));
    const view = await read();
    expect(view.incidents).toMatchObject([{ ruleId: 'http-server-error', count: 1, pending: true }]);
    expect(view.totals).toEqual({ captures: 0, incidents: 1 });
  });

  it('whether the notice was read, and the language chosen', async () => {
    const { read, around } = await openPopup();
    around.noticeAcceptedAt = null;
    around.language = 'en';
    expect(await read()).toMatchObject({ noticeAccepted: false, language: 'en' });
  });

  it('of a tab never opened: nothing, and nothing is made of it', async () => {
    const { read, around, book } = await openPopup();
    around.place = undefined;
    expect(await read()).toMatchObject({ incidents: [], captures: [], dossier: null });
    expect(book.of(TAB)).toBeUndefined();
  });
});

describe('waiting rooms', () => {
  it('of this session, of an earlier one, of another window, of a page open across a change', async () => {
    const { read, keeping, sessions, book, changeOfUser } = await openPopup();
    const tab = book.open(TAB, 'default', 5);
    const earlier = sessions.owner(tab);
    await keeping.keep('default', earlier, incident({ at: '2026-11-21T08:00:00.000Z' }));
    await keeping.keep('default', earlier, capture());
    changeOfUser();
    const across = sessions.owner(tab);
    await keeping.keep('default', across, incident());
    tab.documentEpoch = sessions.of('default').epoch;
    await keeping.keep('default', sessions.owner(tab), incident());
    const elsewhere: Owner = sessions.owner(book.open(9, 'private', 6));
    await keeping.keep('private', elsewhere, incident());

    const { waiting } = await read();
    expect(waiting.map(({ from }) => from)).toEqual(['earlier', 'across', 'current', 'earlier']);
    expect(waiting[0]).toEqual({
      id: earlier.kind === 'room' ? earlier.id : '',
      firstAt: Date.parse('2026-11-21T08:00:00.000Z'),
      lastAt: Date.parse('2026-11-21T09:04:07.000Z'),
      captures: 1,
      incidents: 1,
      from: 'earlier',
    });
  });
});

describe('trouble on the device', () => {
  it('is told, and a disk that is full still shows what it took before', async () => {
    const { read, bind, around, keeping, sessions, book } = await openPopup();
    await bind();
    await keeping.keep('default', sessions.owner(book.open(TAB, 'default', 5)), incident());
    around.trouble = 'disk-full';
    const view = await read();
    expect(view.trouble).toBe('disk-full');
    expect([view.dossiers, view.incidents].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('hides no more than what cannot be read because of it', async () => {
    const { read, bind, around, store } = await openPopup();
    await bind();
    around.trouble = 'disk-full';
    store.recentFiles = () => Promise.reject(new Error('the database was closed'));
    const view = await read();
    expect(view).toMatchObject({ trouble: 'disk-full', incidents: [], captures: [] });
    expect(view.dossiers).toHaveLength(1);
  });

  it('shows what was read last of a database that a full disk keeps closed, and of nobody else’s', async () => {
    const { read, bind, around, keeping, sessions, book, store, changeOfUser } = await openPopup();
    await bind();
    await keeping.keep('default', sessions.owner(book.open(TAB, 'default', 5)), incident());
    const before = await read();
    const closed = (): Promise<never> => {
      around.trouble = 'disk-full';
      return Promise.reject(new NotOpened('disk-full', 'no room to open the database'));
    };
    Object.assign(store, { dossiers: closed, head: closed, recentFiles: closed, waiting: closed });
    const during = await read(false);
    expect(during).toEqual({ ...before, trouble: 'disk-full' });
    expect(during.incidents).toHaveLength(1);
    changeOfUser();
    expect((await read()).incidents).toEqual([]);
  });

  it('of a full disk is over when there is space again, though nothing was written since', async () => {
    const { read, around } = await openPopup();
    around.trouble = 'disk-full';
    expect((await read()).trouble).toBe('disk-full');
    around.hasSpace = true;
    expect((await read()).trouble).toBeNull();
  });

  it('with the database itself: the database is asked once whether it is back', async () => {
    const { read, around, store } = await openPopup();
    around.trouble = 'database-broken';
    let asked = 0;
    store.dossiers = () => {
      asked++;
      return Promise.reject(new Error('still broken'));
    };
    store.waiting = () => Promise.reject(new Error('asked'));
    expect(await read()).toMatchObject({ trouble: 'database-broken', dossiers: [], waiting: [] });
    expect(asked).toBe(1);
  });
});
