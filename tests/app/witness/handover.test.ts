import { describe, expect, it } from 'vitest';
import { heardSince, packHandover, parseHandover, resume } from '../../../lib/app/witness/handover.ts';
import type { WitnessState } from '../../../lib/app/witness/witness-state.ts';
import { answers, says, stands } from '../page-tells.ts';
import { device, TAB, type Woken, wake } from '../waking.ts';

const ERROR = 'Une erreur technique est survenue.';

/** A visit for A. K. with one incident whose words stay on the screen. */
async function visit() {
  const on = device();
  const first = await wake(on);
  const loadedAt = on.clock.now();
  const shown = stands(loadedAt, '#/demande', { first: true, loadedAt, title: 'Dossier A. K.' });
  await on.clock.until(first.tells([shown]));
  const dossier = await first.bind();
  await on.clock.until(
    first.tells([answers(on.clock.now(), 500), says(on.clock.now(), ERROR, { rules: ['generic-error'] })]),
  );
  await on.clock.pass(10_000);
  await on.clock.until(first.state.save());
  const state = (await on.storage.load()) as WitnessState;
  return { on, first, dossier, loadedAt, state };
}

/** The next life of the extension, `gap` ms after what the first one left. */
async function nextLife({ on, state }: Awaited<ReturnType<typeof visit>>, leaving: boolean, gap: number) {
  const left = parseHandover(JSON.parse(JSON.stringify(packHandover(state, on.clock.now(), leaving))));
  if (!left) throw new Error('what was left cannot be read');
  await on.clock.pass(Math.max(0, gap));
  await on.clock.until(on.storage.save(resume(left, on.clock.now() + Math.min(0, gap), on.random)));
  return wake(on);
}

/** The script that was put into the page again tells what it finds there. */
const lookAfresh = (life: Woken, loadedAt: number) => {
  const at = life.clock.now();
  const signals = [
    stands(at, '#/demande', { first: true, loadedAt, title: 'Dossier A. K.' }),
    answers(loadedAt + 1, 500),
    says(at, ERROR, { rules: ['generic-error'] }),
  ];
  const tab = life.book.heard(
    { store: 'default', windowId: 5, tabId: TAB },
    { document: 'document-b', loadedAt, shown: true },
  );
  return life.clock.until(life.witness.hear(tab, heardSince(tab, signals)));
};

describe('what is left on the disk', () => {
  it('holds no word of any page', async () => {
    const { state } = await visit();
    const left = JSON.stringify(packHandover(state, 1, false));
    expect(left).not.toMatch(/Dossier A|erreur|Ma demande/);
  });

  it('holds nothing of a private window', async () => {
    const on = device();
    const first = await wake(on);
    await on.clock.until(
      first.tells([stands(on.clock.now(), '#/'), answers(on.clock.now(), 500)], { cookieStore: 'private' }),
    );
    await on.clock.until(first.state.save());
    const left = packHandover((await on.storage.load()) as WitnessState, 1, false);
    expect(left).toMatchObject({ sessions: [], tabs: [], scopes: [], places: {} });
  });

  it.each([undefined, null, {}, { at: 1 }, 'x'])('is parsed: %j is nothing', (value) => {
    expect(parseHandover(value)).toBeUndefined();
  });
});

describe('after our own reload', () => {
  it('everybody is who they were, and what is on the screen has been counted', async () => {
    const before = await visit();
    const lines = before.on.store.lines(before.dossier).length;
    const life = await nextLife(before, true, 900);
    expect(life.sessions.of('default').dossier).toBe(before.dossier);
    expect(await lookAfresh(life, before.loadedAt)).toBe(0);
    expect(before.on.store.lines(before.dossier)).toHaveLength(lines);
    expect(life.book.of(TAB)).toMatchObject({ document: 'document-b', pictures: 'not-started' });
  });

  it('the same failure later is the same incident, seen again', async () => {
    const before = await visit();
    const life = await nextLife(before, true, 900);
    await lookAfresh(life, before.loadedAt);
    await life.clock.pass(20_000);
    expect(
      await life.clock.until(life.tells([answers(life.clock.now(), 500)], { document: 'document-b' })),
    ).toBe(1);
    expect(life.desk.failures(life.book.open(TAB, 'default', 5))).toBe(1);
    const [first, again] = before.on.store.records(before.dossier, 'incident');
    expect(again).toMatchObject({ occurrence: 2, firstSeq: first?.seq });
  });

  it.each([
    ['too late', 11_000],
    ['by a clock that went back', -5_000],
  ])('%s, nobody is known', async (_, gap) => {
    const life = await nextLife(await visit(), true, gap);
    expect(life.sessions.of('default').dossier).toBeNull();
  });
});

describe('after any other gap', () => {
  it('the dossier is only suggested, and a page that stayed belongs to nobody', async () => {
    const before = await visit();
    const life = await nextLife(before, false, 500);
    expect(life.sessions.of('default')).toMatchObject({ dossier: null, previous: before.dossier });
    expect(await lookAfresh(life, before.loadedAt)).toBe(0);
    const tab = life.book.open(TAB, 'default', 5);
    expect(life.sessions.owner(tab).kind).toBe('room');
    expect(tab.documentEpoch).not.toBe(life.sessions.of('default').epoch);
  });

  it('what fails later is kept apart, as a first sighting', async () => {
    const before = await visit();
    const life = await nextLife(before, false, 500);
    await lookAfresh(life, before.loadedAt);
    await life.clock.pass(20_000);
    await life.clock.until(life.tells([answers(life.clock.now(), 500)], { document: 'document-b' }));
    expect(before.on.store.waitingFacts()[0]?.room.split('|')).toHaveLength(3);
  });

  it('another page in the tab is of the session of now', async () => {
    const life = await nextLife(await visit(), false, 500);
    await life.clock.pass(5_000);
    const at = life.clock.now();
    await life.clock.until(
      life.tells([stands(at, '#/', { first: true, loadedAt: at })], { document: 'document-c' }),
    );
    const tab = life.book.open(TAB, 'default', 5);
    expect(tab.documentEpoch).toBe(life.sessions.of('default').epoch);
    expect(tab.heardUntil).toBeUndefined();
  });
});
