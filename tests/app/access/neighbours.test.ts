import { describe, expect, it } from 'vitest';
import { endLeftNeighbours } from '../../../lib/app/access/neighbours.ts';
import { clicks, stands } from '../page-tells.ts';
import { openPopup } from '../popup-opening.ts';
import { TAB } from '../waking.ts';

const HOST = 'www.rdv-prefecture.interieur.gouv.fr';
const STORE = `default ${HOST}`;
const MINUTES = 60_000;
const there = { store: STORE, windowId: 5, origin: `https://${HOST}` };
const sender = { from: 'page', tabId: TAB, windowId: 5, store: STORE } as const;

/** The popup over a page of a neighbour that the person has chosen, bound to a dossier. */
async function atNeighbour() {
  const popup = await openPopup();
  popup.around.place = there;
  const load = (document: string) =>
    popup.clock.until(
      popup.handlers['page.signals'](
        { document, signals: [stands(popup.clock.now(), '', { first: true })] },
        sender,
      ),
    );
  await load('document-a');
  const tab = popup.book.open(TAB, STORE, 5);
  const id = await popup.bind('Dossier A. K.', tab);
  return { ...popup, load, id, dossierNow: () => popup.sessions.of(STORE).dossier };
}

describe('the session of a neighbouring site', () => {
  it('is its own: what the portal’s session is bound to says nothing of it', async () => {
    const { bind, sessions, book, load, around, read } = await atNeighbour();
    const other = await bind('Dossier B. L.', book.open(8, 'default', 5));
    expect(sessions.of('default').dossier).toBe(other);
    await load('document-b');
    around.stands = { document: 'document-b', loadedAt: 0 };
    expect(await read()).toMatchObject({ page: { kind: 'watched', host: HOST } });
  });

  it('ends when somebody logs in or out at the portal of the same cookie store, and only then', async () => {
    const { sessions, dossierNow, id } = await atNeighbour();
    sessions.tell('private', { kind: 'logged-out' });
    expect(dossierNow()).toBe(id);
    sessions.tell('default', { kind: 'logged-out' });
    expect(dossierNow()).toBeNull();
  });

  it('ends at the next page after half an hour untouched', async () => {
    const { clock, load, dossierNow, id, handlers } = await atNeighbour();
    await clock.pass(20 * MINUTES);
    const touched = { document: 'document-a', signals: [clicks(clock.now(), 'Suivant')] };
    await clock.until(handlers['page.signals'](touched, sender));
    await clock.pass(20 * MINUTES);
    await load('document-b');
    expect(dossierNow()).toBe(id);
    await clock.pass(31 * MINUTES);
    expect(dossierNow()).toBe(id);
    await load('document-c');
    expect(dossierNow()).toBeNull();
  });

  it('ends when its last tab has closed', async () => {
    const { book, state, sessions, dossierNow, id } = await atNeighbour();
    book.open(9, STORE, 5);
    book.close(TAB);
    endLeftNeighbours({ state, sessions });
    expect(dossierNow()).toBe(id);
    book.close(9);
    endLeftNeighbours({ state, sessions });
    expect(dossierNow()).toBeNull();
  });
});

describe('a page that is not witnessed', () => {
  const photograph = async (kind: 'once' | 'offered', consent: 'refused' | null = null) => {
    const popup = await openPopup();
    popup.around.status = kind;
    popup.around.place = there;
    popup.around.consent = consent;
    const { handlers, person, clock } = popup;
    return {
      popup,
      told: await clock.until(handlers['popup.capture']({ tabId: TAB, statement: null }, person)),
    };
  };

  it.each(['once', 'offered'] as const)('%s: is photographed by the click, and kept apart', async (kind) => {
    const { popup, told } = await photograph(kind);
    expect(told.outcome).toEqual({ kind: 'stored', imageMissing: null });
    expect(popup.store.waitingFacts()).toMatchObject([
      { facts: { kind: 'capture', record: { page: { origin: `https://${HOST}`, path: '/' } } } },
    ]);
    expect(told.view).toMatchObject({ page: { kind }, question: 'none', dossier: null });
    expect(told.view.waiting).toMatchObject([{ captures: 1, host: HOST }]);
  });

  it('nothing of ours stays in it', async () => {
    const { popup } = await photograph('once');
    expect(popup.around.left).toEqual([TAB]);
  });

  it('is left alone in a private window of which nothing is to be kept', async () => {
    const { popup, told } = await photograph('once', 'refused');
    expect(told.outcome).toEqual({ kind: 'refused', reason: 'unsupported-page' });
    expect(popup.store.waitingFacts()).toEqual([]);
  });
});
