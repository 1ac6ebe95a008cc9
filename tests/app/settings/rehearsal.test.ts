import { describe, expect, it } from 'vitest';
import { REHEARSAL_ORIGIN, REHEARSAL_STORE } from '../../../lib/core/dossier/rehearsal.ts';
import { says, stands } from '../page-tells.ts';
import { openPopup } from '../popup-opening.ts';
import { type Device, TAB } from '../waking.ts';
import { incident } from '../witnessed-builders.ts';

const OURS = 'moz-extension://00000000-0000-4000-8000-000000000000';
const FAILURE = 'Une erreur technique est survenue. Votre demande n’a pas été envoyée.';

/** The popup over the page to practise on, which has just shown its failure. */
async function openRehearsal(on?: Device) {
  const opened = await openPopup(on);
  const { around, handlers, person, clock, read } = opened;
  around.place = { store: REHEARSAL_STORE, windowId: 5, origin: OURS };
  const page = { from: 'rehearsal', tabId: TAB, windowId: 5, store: REHEARSAL_STORE } as const;
  const fail = () => {
    const at = clock.now();
    const told = stands(at, '', { first: true });
    const address = { origin: OURS, path: '/rehearsal.html', route: '' };
    const signals = [
      { ...told, address },
      { ...says(at, FAILURE), rules: [] },
    ];
    return clock.until(handlers['page.signals']({ document: 'document-a', signals }, page));
  };
  const assign = async (dossier: { id: string } | { label: string }, rooms?: string[]) => {
    const { epoch, waiting } = await read();
    const data = { tabId: TAB, dossier, bind: true, epoch, rooms: rooms ?? waiting.map(({ id }) => id) };
    return clock.until(handlers['popup.assign'](data, person));
  };
  return {
    ...opened,
    fail,
    assign,
    ask: (name: 'describe' | 'erase') => clock.until<object>(handlers[`rehearsal.${name}`]({}, person)),
  };
}

describe('a rehearsal', () => {
  it('goes into a room and a dossier of its own, marked from the first line on', async () => {
    const { fail, read, assign, store } = await openRehearsal();
    await fail();
    const { rehearsal, waiting, question } = await read();
    expect({ rehearsal, question }).toEqual({ rehearsal: true, question: 'who' });
    expect(waiting.map(({ id }) => id.split('|')[0])).toEqual([REHEARSAL_STORE]);
    const { dossier } = await assign({ label: 'Rehearsal' });
    expect(dossier?.label).toBe('Rehearsal');
    expect(store.lines(dossier?.id ?? '')[0]).toMatchObject({ type: 'dossier.opened', rehearsal: true });
    expect(store.records(dossier?.id ?? '', 'incident')).toHaveLength(1);
  });

  it('says of its place no more than that it is the extension', async () => {
    const { fail, assign, store } = await openRehearsal();
    await fail();
    const id = (await assign({ label: 'Répétition' })).dossier?.id ?? '';
    const records = [...store.records(id, 'incident'), ...store.records(id, 'capture')];
    expect(JSON.stringify(records)).not.toContain('00000000-0000-4000');
    expect(store.records(id, 'capture')).toMatchObject([
      { page: { origin: REHEARSAL_ORIGIN, path: '/rehearsal.html' } },
    ]);
    expect(store.records(id, 'incident')).toMatchObject([{ host: 'anef-temoin' }]);
  });

  it.each([
    ['A. K.', 'Répétition A. K.'],
    ['Ma répétition', 'Ma répétition'],
    ['x'.repeat(60), `Répétition ${'x'.repeat(49)}`],
  ])('its label %s says what it is', async (wanted, label) => {
    const { read, assign } = await openRehearsal();
    await read();
    expect((await assign({ label: wanted })).dossier?.label).toBe(label);
  });
});

describe('a rehearsal and evidence', () => {
  /** Both have a dossier, and something that waits. */
  async function both() {
    const opened = await openRehearsal();
    const { fail, assign, sessions, keeping, book, writer } = opened;
    const evidence = await writer.open('Dossier A. K.');
    const elsewhere = sessions.owner(book.open(8, 'default', 5));
    await keeping.keep('default', elsewhere, incident());
    const rehearsal = (await assign({ label: 'Répétition' })).dossier?.id ?? '';
    sessions.release(REHEARSAL_STORE);
    await fail();
    return { ...opened, evidence, rehearsal };
  }

  it('never see each other in the popup', async () => {
    const { read, around, evidence, rehearsal } = await both();
    const here = await read();
    expect(here.dossiers.map(({ id }) => id)).toEqual([rehearsal]);
    expect(here.waiting.every(({ id }) => id.startsWith(`${REHEARSAL_STORE}|`))).toBe(true);
    around.place = { store: 'default', windowId: 5, origin: 'https://portal' };
    const there = await read();
    expect(there.rehearsal).toBe(false);
    expect(there.dossiers.map(({ id }) => id)).toEqual([evidence]);
    expect(there.waiting.map(({ id }) => id.split('|')[0])).toEqual(['default']);
    expect(there.incidents).toEqual([]);
  });

  it('are not mixed up by a tab that has left the page for a site that is not watched', async () => {
    const { read, around, evidence } = await both();
    around.status = 'unsupported';
    const view = await read(false);
    expect(view).toMatchObject({ rehearsal: false, incidents: [], captures: [], dossier: null });
    expect(view.dossiers.map(({ id }) => id)).toEqual([evidence]);
  });

  it('are not mixed up by a page of the portal that has not spoken yet in the same tab', async () => {
    const { read, around, book } = await both();
    around.place = { store: 'default', windowId: 5, origin: 'https://portal' };
    expect((await read(false)).rehearsal).toBe(false);
    expect(book.of(TAB)?.store).toBe('default');
  });

  it('are put away each in its own, from a tab that has left the page', async () => {
    const { handlers, person, clock, around, read, evidence, store } = await both();
    around.status = 'unsupported';
    const { waiting, epoch } = await read(false);
    const rooms = waiting.map(({ id }) => id);
    const data = { tabId: TAB, dossier: { id: evidence }, bind: false, epoch, rooms };
    await clock.until(handlers['popup.assign'](data, person));
    expect(store.lines(evidence).map(({ type }) => type)).toContain('incident');
  });

  it('do not go into one dossier, whoever asks', async () => {
    const { assign, evidence, rehearsal, store, around, read } = await both();
    const rooms = (await read()).waiting.map(({ id }) => id);
    const before = store.rawLines(evidence);
    await expect(assign({ id: evidence }, [])).rejects.toThrow();
    await expect(assign({ id: rehearsal }, ['default|x'])).rejects.toThrow();
    around.place = { store: 'default', windowId: 5, origin: 'https://portal' };
    await expect(assign({ id: rehearsal }, [])).rejects.toThrow();
    await expect(assign({ id: evidence }, rooms)).rejects.toThrow();
    await expect(assign({ label: 'Dossier B. L.' }, rooms)).rejects.toThrow();
    expect(store.rawLines(evidence)).toEqual(before);
    expect(await store.dossiers()).toHaveLength(2);
  });

  it('part when the rehearsal is erased: nothing else goes', async () => {
    const { ask, store, evidence, read, sessions } = await both();
    expect(await ask('describe')).toEqual({ dossiers: 1, captures: 1, incidents: 1 });
    expect(await ask('erase')).toEqual({ dossiers: 1 });
    expect(await ask('describe')).toEqual({ dossiers: 0, captures: 0, incidents: 0 });
    expect((await store.dossiers()).map(({ head }) => head.id)).toEqual([evidence]);
    expect((await store.waiting()).map(({ room }) => room.split('|')[0])).toEqual(['default']);
    expect(sessions.of(REHEARSAL_STORE)).toMatchObject({ dossier: null, previous: null });
    expect(await read()).toMatchObject({ question: 'who', dossiers: [], incidents: [] });
  });
});

describe('erasing', () => {
  it('while a capture is under way leaves no dossier to write to, and no trouble', async () => {
    const { fail, assign, ask, camera, clock, errors, store } = await openRehearsal();
    await assign({ label: 'Répétition' });
    if (camera.page) camera.page = { ...camera.page, route: '/rehearsal.html' };
    let goOn = (): void => undefined;
    camera.whileShooting = () =>
      new Promise((resolve) => {
        goOn = resolve;
      });
    await fail();
    await clock.pass(1_000);
    expect(camera.shots).toBe(1);
    await ask('erase');
    goOn();
    await clock.pass(10_000);
    expect(errors).toEqual([]);
    expect(await store.dossiers()).toEqual([]);
    expect(await store.waiting()).toEqual([]);
  });

  it.each(['in a dossier', 'waiting'])('while the person photographs, leaves nothing: %s', async (where) => {
    const { read, assign, ask, camera, clock, errors, store, handlers, person } = await openRehearsal();
    await read();
    if (where === 'in a dossier') await assign({ label: 'Répétition' });
    let goOn = (): void => undefined;
    camera.whileShooting = () =>
      new Promise((resolve) => {
        goOn = resolve;
      });
    const taken = handlers['popup.capture']({ tabId: TAB, statement: null }, person);
    await clock.pass(1_000);
    await ask('erase');
    goOn();
    expect((await clock.until(taken)).outcome).toEqual({ kind: 'refused', reason: 'session-changed' });
    expect(errors).toEqual([]);
    expect(await store.waiting()).toEqual([]);
  });

  it('leaves the page as it is: what fails there next is a rehearsal again', async () => {
    const { fail, assign, ask, read } = await openRehearsal();
    await assign({ label: 'Répétition' });
    await ask('erase');
    await fail();
    expect((await read()).waiting).toMatchObject([{ captures: 1, incidents: 1 }]);
  });

  it('is refused for any dossier that is no rehearsal', async () => {
    const { writer, store } = await openRehearsal();
    const id = await writer.open('Dossier A. K.');
    await expect(writer.eraseRehearsal(id)).rejects.toThrow();
    await expect(writer.eraseRehearsal('nowhere')).rejects.toThrow();
    expect(await store.dossiers()).toHaveLength(1);
  });
});
