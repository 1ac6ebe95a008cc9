import { describe, expect, it } from 'vitest';
import type { PictureState } from '../../../lib/app/popup/popup-view.ts';
import { clicks, PORTAL, stands } from '../page-tells.ts';
import { TAB, wake } from '../waking.ts';

const sender = { from: 'page', tabId: TAB, windowId: 5, store: 'default' } as const;
const AT = Date.parse('2026-11-21T09:04:07.000Z');

const page = (document: string, loadedAt: number) => ({ document, loadedAt, shown: true });

describe('a click on the toolbar button', () => {
  const grants: [PictureState, PictureState][] = [
    ['not-started', 'probable'],
    ['probable', 'probable'],
    ['click-needed', 'resumed'],
    ['resumed', 'resumed'],
  ];
  it.each(grants)('makes %s pictures %s', async (before, after) => {
    const { book } = await wake();
    const tab = book.open(TAB, 'default', 5);
    tab.pictures = before;
    book.granted(tab, PORTAL);
    expect(tab).toMatchObject({ pictures: after, grantedOn: PORTAL });
  });

  const losses: [PictureState, PictureState][] = [
    ['not-started', 'not-started'],
    ['probable', 'click-needed'],
    ['resumed', 'click-needed'],
    ['click-needed', 'click-needed'],
  ];
  it.each(losses)('taken back: %s pictures are %s', async (before, after) => {
    const { book } = await wake();
    const tab = book.open(TAB, 'default', 5);
    tab.pictures = before;
    book.loseGrant(tab);
    expect(tab).toMatchObject({ pictures: after, grantedOn: null });
  });
});

describe('a page that calls itself by the name of a property', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    '%s is a document like another',
    async (name) => {
      const { book, sessions } = await wake();
      expect(book.heard(sender, page(name, AT)).documentEpoch).toBe(sessions.of('default').epoch);
      book.heard(sender, page('document-b', AT));
      expect(book.heard(sender, page(name, AT)).documentEpoch).toBe(sessions.of('default').epoch);
      expect(({} as Record<string, unknown>).epoch).toBeUndefined();
    },
  );
});

describe('a page load after the click', () => {
  const SSO = 'https://sso.anef.dgef.interieur.gouv.fr';
  const loads: [string, boolean, string | null, PictureState][] = [
    ['Chromium, same site', false, PORTAL, 'probable'],
    ['Chromium, another site of the portal', false, SSO, 'click-needed'],
    ['Chromium, a site that may not be seen', false, null, 'click-needed'],
    ['Firefox, same site', true, PORTAL, 'click-needed'],
    ['Firefox, another site', true, SSO, 'click-needed'],
  ];
  it.each(loads)('%s', async (_name, grantEndsWithDocument, origin, after) => {
    const { book } = await wake(undefined, { grantEndsWithDocument });
    const tab = book.open(TAB, 'default', 5);
    book.granted(tab, PORTAL);
    book.loading(tab, origin);
    expect(tab.pictures).toBe(after);
  });

  const documents: [string, boolean, PictureState][] = [
    ['Chromium keeps it', false, 'probable'],
    ['Firefox takes it back', true, 'click-needed'],
  ];
  it.each(documents)('a new document speaks: %s', async (_name, grantEndsWithDocument, after) => {
    const { book } = await wake(undefined, { grantEndsWithDocument });
    const tab = book.open(TAB, 'default', 5);
    book.granted(tab, PORTAL);
    book.heard(sender, page('document-a', AT));
    expect(tab.pictures).toBe('probable'); // the page on which the button was clicked
    book.heard(sender, page('document-a', AT));
    expect(tab.pictures).toBe('probable');
    book.heard(sender, page('document-b', AT));
    expect(tab.pictures).toBe(after);
  });
});

describe('a page that has left', () => {
  const late = { loadedAt: null, shown: false };

  it('is heard under its own session, and the tab stays the next page’s', async () => {
    const { book, sessions, changeOfUser } = await wake();
    const { documentEpoch } = book.heard(sender, page('document-a', AT));
    changeOfUser();
    book.heard(sender, page('document-b', AT));
    expect(book.heard(sender, { document: 'document-a', ...late })).toMatchObject({
      document: 'document-a',
      documentEpoch,
    });
    expect(book.of(TAB)).toMatchObject({
      document: 'document-b',
      documentEpoch: sessions.of('default').epoch,
    });
  });

  it('even when nothing of it had come before', async () => {
    const { book } = await wake();
    book.heard(sender, page('document-b', AT));
    book.heard(sender, { document: 'document-a', loadedAt: AT - 1, shown: false });
    expect(book.of(TAB)?.document).toBe('document-b');
  });

  it('changes neither the address nor the trail of the tab', async () => {
    const { book } = await wake();
    book.moved(book.heard(sender, page('document-a', AT)), stands(AT, '#/connexion'));
    book.moved(book.heard(sender, page('document-b', AT)), stands(AT, '#/mon-compte'));
    const gone = book.heard(sender, { document: 'document-a', ...late });
    book.moved(gone, stands(AT, '#/ailleurs'));
    expect(book.of(TAB)).toMatchObject({ address: { route: '#/mon-compte' } });
    expect(JSON.stringify(book.of(TAB)?.trail)).not.toContain('ailleurs');
  });

  it('and does not take the place of the browser’s own error', async () => {
    const { book } = await wake();
    const tab = book.heard(sender, page('document-a', AT));
    book.unreachable(tab, stands(AT, '').address);
    book.heard(sender, { document: 'document-a', ...late });
    expect(book.of(TAB)?.document).toBeNull();
  });

  it('nor when it is asked while the browser’s own error is still to come', async () => {
    const { book, clock } = await wake();
    const tab = book.heard(sender, page('document-a', AT));
    book.unreachable(tab, stands(AT, '').address);
    book.heard(sender, page('document-a', AT));
    expect(book.of(TAB)?.document).toBeNull();
    book.heard(sender, { ...page('document-a', AT), shownAt: clock.now() + 20 });
    expect(book.of(TAB)?.document).toBeNull();
    book.unreachable(tab, stands(AT, '').address); // tried again, in vain
    book.heard(sender, page('document-a', AT));
    expect(book.of(TAB)?.document).toBeNull();
  });

  it('but is the tab’s when it is brought back from there, and whatever is met next', async () => {
    const { book, clock } = await wake();
    const tab = book.heard(sender, page('document-a', AT));
    book.unreachable(tab, stands(AT, '').address);
    book.heard(sender, { ...page('document-a', AT), shownAt: clock.now() + 3_000 });
    expect(book.of(TAB)?.document).toBe('document-a');
    book.heard(sender, page('document-a', AT));
    expect(book.of(TAB)?.document).toBe('document-a');
    book.unreachable(tab, stands(AT, '').address);
    book.heard(sender, page('document-b', AT));
    book.heard(sender, page('document-a', AT));
    expect(book.of(TAB)?.document).toBe('document-a');
  });

  it('is the tab’s again once it says that it is on the screen', async () => {
    const { book } = await wake();
    book.heard(sender, page('document-a', AT));
    book.heard(sender, page('document-b', AT + 1));
    book.heard(sender, page('document-a', AT));
    expect(book.of(TAB)?.document).toBe('document-a');
  });

  it('a page opened in the background is the tab’s, not being on the screen', async () => {
    const { book } = await wake();
    book.heard(sender, page('document-a', AT));
    book.heard(sender, { document: 'document-b', loadedAt: AT + 1, shown: false });
    expect(book.of(TAB)?.document).toBe('document-b');
  });
});

describe('whose document it is', () => {
  it('a document stays with the session under which it first spoke, a new one is of the session of now', async () => {
    const { book, sessions, changeOfUser } = await wake();
    const { documentEpoch } = book.heard(sender, page('document-a', AT));
    changeOfUser();
    expect(book.heard(sender, page('document-a', AT)).documentEpoch).toBe(documentEpoch);
    expect(book.heard(sender, page('document-b', AT)).documentEpoch).toBe(sessions.of('default').epoch);
  });

  it('a document met again after another (back button) keeps its own session', async () => {
    const { book, changeOfUser } = await wake();
    const { documentEpoch } = book.heard(sender, page('document-a', AT));
    changeOfUser();
    book.heard(sender, page('document-b', AT));
    expect(book.heard(sender, page('document-a', AT)).documentEpoch).toBe(documentEpoch);
  });

  it('a document never met, loaded before the session began, is of neither', async () => {
    const { book, sessions, changeOfUser } = await wake();
    const before = sessions.of('default').epoch;
    changeOfUser();
    const { documentEpoch } = book.heard(sender, page('document-a', AT - 1));
    expect([before, sessions.of('default').epoch]).not.toContain(documentEpoch);
  });

  it('a document loaded since the session began is of it, though it spoke before the network told of the change', async () => {
    const { book, sessions, clock } = await wake();
    const began = clock.now();
    book.heard(sender, page('document-b', began + 20));
    await clock.pass(60);
    sessions.tell('default', { kind: 'logged-out' }, began);
    const { epoch } = sessions.of('default');
    expect(book.of(TAB)?.documentEpoch).toBe(epoch);
    expect(book.heard(sender, page('document-b', began + 20)).documentEpoch).toBe(epoch);
  });

  it('a tab number given again under another cookie store is another tab', async () => {
    const { book } = await wake();
    book.granted(book.heard(sender, page('document-a', AT)), PORTAL);
    expect(book.open(TAB, 'private', 6)).toMatchObject({ document: null, pictures: 'not-started' });
  });

  it('a tab moved to another window stays the same tab', async () => {
    const { book } = await wake();
    book.heard(sender, page('document-a', AT));
    expect(book.open(TAB, 'default', 9)).toMatchObject({ document: 'document-a', windowId: 9 });
    expect(book.of(TAB)?.windowId).toBe(9);
  });

  it('a closed tab is forgotten', async () => {
    const { book } = await wake();
    book.heard(sender, page('document-a', AT));
    book.close(TAB);
    expect(book.of(TAB)).toBeUndefined();
  });
});

describe('the trail', () => {
  const steps = (labels: readonly string[]) => labels.map((label, index) => clicks(AT + index, label));

  it('tells places and steps, the same one twice in a row once', async () => {
    const { book } = await wake();
    const tab = book.heard(sender, page('document-a', AT));
    book.moved(tab, stands(AT, '#/demande'));
    book.moved(tab, stands(AT + 1, '#/demande', { title: 'Autre titre' }));
    for (const { at, step, label } of steps(['Suivant', 'Suivant', 'Envoyer', 'Suivant'])) {
      book.stepped(tab, { at, kind: step, label });
    }
    expect(tab.title).toBe('Autre titre');
    expect(tab.trail.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'navigation /usagers/#/demande',
      'click Suivant',
      'click Envoyer',
      'click Suivant',
    ]);
  });

  it('keeps the last forty steps, with labels of a bounded length', async () => {
    const { book } = await wake();
    const tab = book.heard(sender, page('document-a', AT));
    for (let step = 0; step < 60; step++) {
      book.stepped(tab, { at: AT, kind: 'click', label: `${step} ${'a'.repeat(300)}` });
    }
    expect(tab.trail).toHaveLength(40);
    expect(tab.trail[0]?.label.slice(0, 3)).toBe('20 ');
    expect(tab.trail[0]?.label).toHaveLength(200);
  });

  it('of a cookie store is forgotten with the session before, not its pictures nor the place', async () => {
    const { book } = await wake();
    const tab = book.heard(sender, page('document-a', AT));
    const other = book.heard({ ...sender, tabId: 8, store: 'private' }, page('document-c', AT));
    for (const one of [tab, other]) book.moved(one, stands(AT, '#/demande'));
    book.granted(tab, PORTAL);
    book.sessionChanged('default');
    expect(tab).toMatchObject({ trail: [], requests: [], pictures: 'probable', title: 'Ma demande' });
    expect(other.trail).toHaveLength(1);
  });
});
