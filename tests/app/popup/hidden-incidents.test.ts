import { describe, expect, it } from 'vitest';
import { createHiddenIncidents } from '../../../lib/app/popup/hidden-incidents.ts';
import { StoreError } from '../../../lib/app/witness-ports.ts';
import { answers, stands } from '../page-tells.ts';
import { openPopup } from '../popup-opening.ts';
import { TAB } from '../waking.ts';

/** A failure was seen in the dossier of the person in front, and the popup shows it. */
async function seen() {
  const popup = await openPopup();
  const { clock, tells, read, handlers, person, store, book, desk, hidden } = popup;
  const id = await popup.bind();
  const fail = () => clock.until(tells([answers(clock.now(), 500)]));
  await clock.until(tells([stands(clock.now(), '#/demande', { first: true })]));
  await fail();
  const fingerprint = (await read()).incidents[0]?.key ?? '';
  const hide = (choice: boolean, dossier = id) =>
    clock.until(handlers['popup.hide']({ tabId: TAB, dossier, fingerprint, hidden: choice }, person));
  const badge = async () => desk.failures(book.open(TAB, 'default', 5), await hidden.of(id));
  const types = () => store.lines(id).map(({ type }) => type);
  return { ...popup, id, fail, hide, badge, types, fingerprint };
}

describe('« Ne plus afficher »', () => {
  it('takes it off the popup and off the badge, now and at the next visit', async () => {
    const { hide, badge, fail, clock, read } = await seen();
    expect(await badge()).toBe(1);
    expect((await hide(true)).incidents).toMatchObject([{ hidden: true, count: 1 }]);
    expect(await badge()).toBe(0);
    await clock.pass(9_000);
    await fail();
    expect((await read()).incidents).toMatchObject([{ hidden: true, count: 2 }]);
    await clock.pass(45 * 60_000);
    await fail();
    expect((await read()).incidents).toMatchObject([{ hidden: true, count: 1 }]);
    expect(await badge()).toBe(0);
  });

  it('changes nothing of what is recorded', async () => {
    const { hide, fail, clock, store, id, read } = await seen();
    const before = (await read()).totals;
    await hide(true);
    await clock.pass(9_000);
    await fail();
    expect(store.records(id, 'incident').map(({ occurrence }) => occurrence)).toEqual([1, 2]);
    expect((await read()).totals.incidents).toBe(before.incidents + 1);
  });

  it('writes one line that says nothing but that its record is what it is', async () => {
    const { hide, store, id, fingerprint, types } = await seen();
    await hide(true);
    await hide(true);
    expect(types().filter((type) => String(type).startsWith('incident.'))).toEqual(['incident.hidden']);
    expect(Object.keys(store.lines(id).at(-1) ?? {}).sort()).toEqual(['at', 'commit', 'prev', 'seq', 'type']);
    expect(store.rawLines(id).at(-1)).not.toContain(fingerprint);
    expect(store.records(id, 'display')).toMatchObject([{ fingerprint, hidden: true }]);
  });

  it('is undone', async () => {
    const { hide, badge, types, store, id } = await seen();
    await hide(true);
    expect((await hide(false)).incidents).toMatchObject([{ hidden: false }]);
    expect(await badge()).toBe(1);
    expect(types().slice(-2)).toEqual(['incident.hidden', 'incident.shown']);
    expect((await store.head(id))?.hidden).toEqual([]);
  });

  it('holds for one dossier only', async () => {
    const { hide, bind, clock, changeOfUser, read, tells, around } = await seen();
    await hide(true);
    changeOfUser();
    await clock.pass(9_000);
    around.stands = { document: 'document-b', loadedAt: clock.now() };
    const { document } = around.stands;
    await clock.until(tells([stands(clock.now(), '#/demande', { first: true })], { document }));
    const other = await bind('Dossier B. T.');
    await clock.until(tells([answers(clock.now(), 500)], { document }));
    const view = await read(false);
    expect(view.dossier?.id).toBe(other);
    expect(view.incidents).toMatchObject([{ hidden: false }]);
  });

  it('touches nobody’s dossier once somebody else may have logged in', async () => {
    const { hide, changeOfUser, types, clock } = await seen();
    changeOfUser();
    await clock.pass(1_000);
    const before = types();
    await hide(true);
    expect(types()).toEqual(before);
  });

  it('is still known to a worker that wakes', async () => {
    const popup = await seen();
    await popup.hide(true);
    popup.clock.die();
    const again = await openPopup(popup);
    expect([...(await again.hidden.of(popup.id))]).toEqual([popup.fingerprint]);
  });
});

describe('what is hidden', () => {
  it('is nothing while the store cannot be read, and is read again afterwards', async () => {
    const { store, writer, id, hide, fingerprint } = await seen();
    await hide(true);
    let broken = true;
    const hidden = createHiddenIncidents({
      writer,
      store: {
        head: async (dossier) => {
          if (broken) throw new StoreError('database-broken', 'a read failed');
          return store.head(dossier);
        },
      },
    });
    expect((await hidden.of(id)).size).toBe(0);
    broken = false;
    expect([...(await hidden.of(id))]).toEqual([fingerprint]);
  });
});
