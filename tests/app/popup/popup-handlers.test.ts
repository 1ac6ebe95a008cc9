import { describe, expect, it } from 'vitest';
import { stands } from '../page-tells.ts';
import { type Around, openPopup } from '../popup-opening.ts';
import { TAB } from '../waking.ts';
import { incident } from '../witnessed-builders.ts';

describe('opening the popup', () => {
  it('is the click that allows pictures, once the notice has been read', async () => {
    const { read, around, badges } = await openPopup();
    around.noticeAcceptedAt = null;
    expect((await read()).page).toEqual({ kind: 'watched', pictures: 'not-started' });
    around.noticeAcceptedAt = 1;
    expect((await read()).page).toEqual({ kind: 'watched', pictures: 'probable' });
    expect(badges).toEqual([TAB, TAB]);
  });

  it('read again while it is open, is no click', async () => {
    const { read, book } = await openPopup();
    await read(false);
    expect(book.of(TAB)).toBeUndefined();
  });

  it('gives back what the browser had taken, and says so', async () => {
    const { read, book } = await openPopup();
    await read();
    book.loseGrant(book.open(TAB, 'default', 5));
    expect((await read()).page).toEqual({ kind: 'watched', pictures: 'resumed' });
  });

  it('is remembered although the worker dies on a page that says nothing', async () => {
    const popup = await openPopup();
    await popup.read();
    await popup.clock.pass(30_000);
    popup.clock.die();
    const again = await openPopup(popup);
    expect(again.book.of(TAB)?.pictures).toBe('probable');
  });

  const elsewhere: Around['status'][] = ['unsupported', 'no-access', 'silent'];
  it.each(elsewhere)('allows nothing over a page that is %s', async (status) => {
    const { read, around, book } = await openPopup();
    around.status = status;
    await read();
    expect(book.of(TAB)).toBeUndefined();
  });
});

describe('« Démarrer le témoin »', () => {
  it('accepts the notice and allows pictures at once', async () => {
    const { handlers, person, around, clock } = await openPopup();
    around.noticeAcceptedAt = null;
    const view = await handlers['popup.start']({ tabId: TAB }, person);
    expect(around.noticeAcceptedAt).toBe(clock.now());
    expect(view).toMatchObject({ noticeAccepted: true, page: { pictures: 'probable' } });
  });
});

describe('« Photographier cette page »', () => {
  const shoot = async (
    { handlers, person, clock }: Awaited<ReturnType<typeof openPopup>>,
    statement: string | null,
  ) => clock.until(handlers['popup.capture']({ tabId: TAB, statement }, person));

  const statements: [string | null, string | null][] = [
    [null, null],
    ['  ', null],
    [' Le bouton ne répond pas ', 'Le bouton ne répond pas'],
  ];
  it.each(statements)('the words %j are kept as %j', async (told, kept) => {
    const popup = await openPopup();
    const id = await popup.bind();
    await popup.clock.until(popup.tells([stands(popup.clock.now(), '#/demande', { first: true })]));
    const { outcome, view } = await shoot(popup, told);
    expect(outcome).toEqual({ kind: 'stored', imageMissing: null });
    expect(popup.store.records(id, 'capture')).toMatchObject([{ statement: kept }]);
    expect(view.captures).toMatchObject([{ statement: kept }]);
  });

  const refusals: [Around['status'], string][] = [
    ['no-access', 'no-access'],
    ['unsupported', 'unsupported-page'],
    ['silent', 'unsupported-page'],
  ];
  it.each(refusals)('over a page that is %s is refused: %s', async (status, reason) => {
    const popup = await openPopup();
    popup.around.status = status;
    expect((await shoot(popup, null)).outcome).toEqual({ kind: 'refused', reason });
    expect(popup.camera.shots).toBe(0);
  });

  it('of a page that is older than the session goes into a room of its own, never into the dossier', async () => {
    const popup = await openPopup();
    const { tells, clock, changeOfUser, bind, book, store, sessions } = popup;
    await clock.until(tells([stands(clock.now(), '#/demande', { first: true })]));
    changeOfUser();
    const id = await bind('Dossier B. L.', book.open(8, 'default', 5));
    const lines = store.lines(id);
    const { outcome, view } = await shoot(popup, 'De qui est cette page ?');
    expect(outcome).toEqual({ kind: 'stored', imageMissing: null });
    expect(store.lines(id)).toEqual(lines);
    expect(sessions.of('default').dossier).toBe(id);
    expect(view.page).toEqual({ kind: 'across' });
    expect(view.waiting).toMatchObject([{ from: 'across', captures: 1 }]);
  });

  it('that the disk refuses is told as trouble', async () => {
    const popup = await openPopup();
    popup.store.breakDown();
    expect((await shoot(popup, null)).outcome).toEqual({ kind: 'refused', reason: 'trouble' });
  });

  it('that fails by our own fault is an error, not trouble', async () => {
    const popup = await openPopup();
    popup.camera.facts = () => Promise.reject(new TypeError('ours'));
    await expect(shoot(popup, null)).rejects.toThrow('ours');
  });
});

describe('« Pour qui ? »', () => {
  async function waitingPopup() {
    const popup = await openPopup();
    await popup.read();
    const owner = popup.sessions.owner(popup.book.open(TAB, 'default', 5));
    await popup.keeping.keep('default', owner, incident({ epoch: owner.epoch }));
    const { waiting, epoch } = await popup.read();
    return { ...popup, epoch, rooms: waiting.map(({ id }) => id) };
  }

  it('a new dossier takes the session and what waited', async () => {
    const { handlers, person, clock, epoch, rooms } = await waitingPopup();
    const request = { tabId: TAB, dossier: { label: ' Dossier A. K. ' }, bind: true, epoch, rooms };
    const view = await clock.until(handlers['popup.assign'](request, person));
    expect(view).toMatchObject({
      question: 'none',
      dossier: { label: 'Dossier A. K.' },
      waiting: [],
      totals: { incidents: 1 },
    });
    expect(view.incidents).toHaveLength(1);
  });

  it('and what came into the session’s own room after the question was put', async () => {
    const { handlers, person, clock, epoch, store } = await waitingPopup();
    const request = { tabId: TAB, dossier: { label: 'Dossier A. K.' }, bind: true, epoch, rooms: [] };
    await clock.until(handlers['popup.assign'](request, person));
    expect(store.waitingFacts()).toEqual([]);
  });

  it('things put away for somebody else leave the session as it is', async () => {
    const { handlers, person, clock, writer, sessions, store, epoch, rooms } = await waitingPopup();
    const id = await writer.open('Dossier B. L.');
    const request = { tabId: TAB, dossier: { id }, bind: false, epoch, rooms };
    const view = await clock.until(handlers['popup.assign'](request, person));
    expect(view).toMatchObject({ question: 'who', waiting: [] });
    expect(sessions.of('default').dossier).toBeNull();
    expect(store.lines(id).map(({ type }) => type)).not.toContain('session.bound');
  });

  it('an answer given for the session before opens, binds and puts away nothing', async () => {
    const { handlers, person, changeOfUser, store, epoch, rooms } = await waitingPopup();
    changeOfUser();
    const request = { tabId: TAB, dossier: { label: 'Dossier A. K.' }, bind: true, epoch, rooms };
    expect((await handlers['popup.assign'](request, person)).dossiers).toEqual([]);
    expect(await store.waiting()).toHaveLength(1);
  });

  it('a room thrown away is gone, and says how much was in it', async () => {
    const { handlers, person, rooms, store } = await waitingPopup();
    expect(await handlers['popup.discard']({ room: rooms[0] ?? '' }, person)).toEqual({ discarded: 1 });
    expect(await store.waiting()).toEqual([]);
  });
});

describe('the language', () => {
  it.each(['en', null])('chosen: %s', async (language) => {
    const { handlers, person, around } = await openPopup();
    around.language = 'fr';
    expect(await handlers['settings.language']({ language }, person)).toEqual({ language });
    expect(around.language).toBe(language);
  });
});
