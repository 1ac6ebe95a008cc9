import { describe, expect, it } from 'vitest';
import type { ObstacleSignal } from '../../lib/core/detect/signals.ts';
import { BROWSERS, type WatchedPage } from '../page/isolated.ts';
import { HEALTHY, ILL, type WatchedForm } from '../page/watched-forms.ts';
import { heard, pause, watchedPages } from '../page/watched-pages.ts';

const HANDLE = `globalThis[Symbol.for('anef-temoin.witness')]`;
const PENDING = `${HANDLE}.pending()`;
const JOINED = `${HANDLE}?.joined === true`;
const QUIET_TIMES = 3;

describe.each(Object.entries(BROWSERS))('in %s', (_, launch) => {
  const pages = watchedPages(launch, 'tests/page/injected-watchers.ts');

  const toldBy = async (watched: WatchedPage): Promise<ObstacleSignal[]> =>
    (await heard(watched)).filter((signal) => signal.kind === 'obstacle');

  /** Plays a page until its watchers wait for nothing any more, and returns what they told. */
  async function play({ html, act }: WatchedForm): Promise<{ told: ObstacleSignal[]; same: boolean }> {
    pages.served.page('/usagers/etape', html);
    const watched = await pages.open('/usagers/etape');
    await expect.poll(() => watched.inWorld(JOINED), { timeout: 15_000, interval: 50 }).toBe(true);
    // They look at the page once a second, and nobody clicks in a frame that came in this very second.
    await watched.inWorld(PENDING);
    await act?.(watched.page);
    const focus = () =>
      watched.page.evaluate('document.activeElement?.id + document.querySelectorAll("*").length');
    const before = await focus();
    for (let quiet = 0, turns = 0; quiet < QUIET_TIMES && turns < 60; turns += 1) {
      await pause(300);
      quiet = (await watched.inWorld<number>(PENDING)) === 0 ? quiet + 1 : 0;
      if ((await toldBy(watched)).length > 0) break;
    }
    const told = await toldBy(watched);
    const same = (await focus()) === before;
    await watched.page.close();
    return { told, same };
  }

  it.each(ILL)('tells of $name', async (kase) => {
    const { told } = await play(kase);
    expect(told.map(({ obstacle }) => obstacle)).toEqual([kase.told]);
    if (kase.label !== undefined) expect(told[0]?.evidence.label).toBe(kase.label);
    expect(JSON.stringify(told)).not.toMatch(/FICTI[FV]|06 99/);
  });

  it.each(HEALTHY)('says nothing when $name', async (kase) => {
    expect((await play(kase)).told).toEqual([]);
  });

  it('moves no focus and adds no node', async () => {
    const [greyed] = ILL;
    if (greyed !== undefined) expect((await play(greyed)).same).toBe(true);
  });

  it('waits as long as an answer is awaited', async () => {
    const [greyed] = ILL;
    pages.served.page('/usagers/etape', greyed?.html ?? '');
    const watched = await pages.open('/usagers/etape');
    await watched.inWorld('void (globalThis.underWay = { open: 1, oldestMs: 500, lastAt: 0, answers: [] })');
    await expect.poll(() => watched.inWorld(JOINED), { timeout: 15_000, interval: 50 }).toBe(true);
    await greyed?.act?.(watched.page);
    await expect.poll(() => watched.inWorld<number>(PENDING)).toBeGreaterThan(0);
    await pause(2500);
    expect(await toldBy(watched)).toEqual([]);
    await watched.inWorld('void (globalThis.underWay = undefined)');
    await expect.poll(async () => (await toldBy(watched)).length).toBe(1);
    await watched.page.close();
  });
});
