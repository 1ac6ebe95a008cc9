import { describe, expect, it } from 'vitest';
import { answers, stands } from '../page-tells.ts';
import { TAB, wake } from '../waking.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A page of A's that has failed once, stored in A's dossier. */
async function watching() {
  const woken = await wake();
  const { clock, tells, store, bind, book } = woken;
  // Somebody has logged in: a session that nothing began has no beginning to be compared with.
  woken.changeOfUser();
  const loadedAt = clock.now();
  await clock.until(tells([stands(clock.now(), '#/demande', { first: true, loadedAt })]));
  const id = await bind();
  const fail = async (status: number) => {
    const told = [stands(clock.now(), '#/demande', { loadedAt }), answers(clock.now(), status)];
    const stored = await clock.until(tells(told));
    await clock.pass(5_000);
    return stored;
  };
  await fail(500);
  const incidents = () => store.lines(id).filter(({ type }) => type === 'incident').length;
  const isHers = () => woken.sessions.owner(book.open(TAB, 'default', 5)).kind === 'dossier';
  return { ...woken, id, fail, incidents, isHers };
}

describe.each([
  ['set back by a second', -1_000],
  ['set back by half a minute', -30_000],
  ['set back by a day', -24 * HOUR],
  ['put forward by a day', 24 * HOUR],
])('the clock, %s while somebody is at work,', (_how, by) => {
  it('leaves the page hers, and its next failure is noticed', async () => {
    const { clock, fail, incidents, isHers, store, id, errors } = await watching();
    clock.set(clock.now() + by);
    await fail(503);
    expect(isHers()).toBe(true);
    expect(incidents()).toBe(2);
    expect(store.lines(id).map(({ seq }) => seq)).toEqual(store.lines(id).map((_, at) => at + 1));
    expect(errors).toEqual([]);
  });

  it('leaves hers a page loaded after it', async () => {
    const { clock, tells, isHers } = await watching();
    clock.set(clock.now() + by);
    await clock.until(tells([stands(clock.now(), '#/', { first: true })], { document: 'document-b' }));
    expect(isHers()).toBe(true);
  });

  it('hides no change of user', async () => {
    const { clock, sessions, changeOfUser, isHers, bind } = await watching();
    changeOfUser();
    await bind('Dossier B. L.', undefined);
    const { epoch } = sessions.of('default');
    clock.set(clock.now() + by);
    changeOfUser();
    expect(sessions.of('default').epoch).not.toBe(epoch);
    expect(isHers()).toBe(false);
  });
});

describe.each([-30_000, -HOUR, -24 * HOUR])(
  'a page of A’s that stays open, the clock set back by %d ms,',
  (by) => {
    it('is not the next person’s who logs in elsewhere', async () => {
      const { clock, sessions, book, bind, fail, store, isHers } = await watching();
      clock.set(clock.now() + by);
      await clock.pass(5_000);
      sessions.tell('default', { kind: 'at-sso' });
      await clock.pass(5_000);
      sessions.tell('default', { kind: 'login-returned', tab: 9 });
      const id = await bind('Dossier B. L.', book.open(9, 'default', 5));
      await fail(503);
      await clock.pass(20_000);
      expect(isHers()).toBe(false);
      expect(store.records(id, 'incident')).toEqual([]);
    });
  },
);

describe('a computer that sleeps for a night', () => {
  it('finds the page as it was: hers, in an attempt of its own', async () => {
    const { clock, fail, incidents, isHers, store, id } = await watching();
    clock.set(clock.now() + 9 * HOUR);
    await fail(500);
    expect(isHers()).toBe(true);
    expect(incidents()).toBe(2);
    expect(store.lines(id).filter(({ type }) => type === 'attempt.started')).toHaveLength(2);
  });
});
