import { describe, expect, it } from 'vitest';
import { createCaptureQueue } from '../../../lib/app/capture/capture-queue.ts';
import type { Clock } from '../../../lib/app/ports.ts';
import type { PageMoment } from '../../../lib/app/protocol.ts';
import { type Camera, CameraError, type PageFacts, type Picture } from '../../../lib/app/witness-ports.ts';
import { fakeClock } from '../fake-clock.ts';

const here: PageMoment = {
  document: 'doc-a',
  route: '#/demande',
  visible: true,
  passwordFilled: false,
  loadedAt: 0,
};
const picture: Picture = { bytes: new Uint8Array([1, 2, 3]), width: 2, height: 1 };
const facts: PageFacts = {
  html: '<p>',
  sanitised: [],
  form: [],
  piiZones: [],
  page: { title: 'Demande', lang: 'fr', topFrame: true },
  scroll: { x: 0, y: 0 },
  dpr: 1,
  window: { width: 1, height: 1 },
  screen: { width: 1, height: 1 },
};
const order = { tabId: 1, document: 'doc-a', route: null, sameSession: () => true };

/** A browser with one tab, whose every answer a test may replace. `move()` says that another tab may be in front. */
function setting(changes: Partial<Camera> = {}, clock: Clock = fakeClock()) {
  let epoch = 0;
  const calls: number[] = [];
  const camera: Camera = {
    front: async () => ({ windowId: 5, active: true, minimised: false }),
    photograph: async () => picture,
    moment: async () => here,
    facts: async () => facts,
    look: async () => undefined,
    thumbnail: async () => '',
    ...changes,
  };
  const counted: Camera = {
    ...camera,
    photograph: (windowId) => {
      calls.push(clock.now());
      return camera.photograph(windowId);
    },
  };
  const queue = createCaptureQueue({ camera: counted, clock, front: { current: () => epoch } });
  return { queue, calls, move: () => epoch++ };
}

/** Answers the values in turn, then the last one for ever. */
const inTurn = <Value>(...values: Value[]) => {
  let next = 0;
  return async (): Promise<Value> => values[Math.min(next++, values.length - 1)] as Value;
};

describe('a picture of the right page', () => {
  it('is taken with the facts', async () => {
    expect(await setting().queue.take(order)).toEqual({ kind: 'taken', picture, facts });
  });

  it('A → B → A while it is taken: thrown away although both looks say A, then taken again', async () => {
    let shots = 0;
    const set = setting({
      photograph: async () => {
        if (shots++ === 0) {
          set.move();
          set.move();
          return { ...picture, width: 99 };
        }
        return picture;
      },
    });
    expect(await set.queue.take(order)).toMatchObject({ kind: 'taken', picture: { width: 2 } });
    expect(shots).toBe(2);
  });

  it('is given up when the front never stays still, the facts kept', async () => {
    const set = setting({
      photograph: async () => {
        set.move();
        return picture;
      },
    });
    expect(await set.queue.take(order)).toEqual({ kind: 'missing', reason: 'page-changed', facts });
    expect(set.calls).toHaveLength(3);
  });

  const refusals: [string, Partial<Camera>, string, boolean][] = [
    [
      'another tab is in front',
      { front: async () => ({ windowId: 5, active: false, minimised: false }) },
      'other-tab-in-front',
      true,
    ],
    [
      'the window is minimised',
      { front: async () => ({ windowId: 5, active: true, minimised: true }) },
      'window-minimised',
      true,
    ],
    ['the tab is gone', { moment: async () => undefined }, 'page-gone', false],
    [
      'another document stands there',
      { moment: async () => ({ ...here, document: 'doc-b' }) },
      'page-gone',
      false,
    ],
    [
      'a password is typed',
      { moment: async () => ({ ...here, passwordFilled: true }) },
      'password-visible',
      false,
    ],
    [
      'a password gets typed meanwhile',
      { moment: inTurn(here, { ...here, passwordFilled: true }) },
      'password-visible',
      false,
    ],
    [
      'the page is replaced meanwhile',
      { moment: inTurn(here, { ...here, document: 'doc-b' }) },
      'page-changed',
      false,
    ],
    [
      'the grant is lost',
      { photograph: () => Promise.reject(new CameraError('no-grant', '')) },
      'click-needed',
      true,
    ],
    [
      'the browser fails',
      { photograph: () => Promise.reject(new CameraError('failed', '')) },
      'failed',
      true,
    ],
    [
      'the call never answers',
      { photograph: () => new Promise<Picture>(() => undefined) },
      'timed-out',
      true,
    ],
    [
      'the limit never ends',
      { photograph: () => Promise.reject(new CameraError('too-soon', '')) },
      'too-many-requests',
      true,
    ],
  ];
  it.each(refusals)('is not taken when %s', async (_name, changes, reason, withFacts) => {
    const outcome = await setting(changes).queue.take(order);
    expect(outcome).toEqual({ kind: 'missing', reason, facts: withFacts ? facts : undefined });
  });

  it('a change of session while it is taken leaves nothing at all', async () => {
    let same = true;
    const set = setting({
      photograph: async () => {
        same = false;
        return picture;
      },
    });
    const outcome = await set.queue.take({ ...order, sameSession: () => same });
    expect(outcome).toEqual({ kind: 'missing', reason: 'page-changed', facts: undefined });
  });

  it('an incident of another route is not shown by what stands there now', async () => {
    const { queue, calls } = setting();
    const outcome = await queue.take({ ...order, route: '#/ailleurs' });
    expect(outcome).toEqual({ kind: 'missing', reason: 'page-changed', facts: undefined });
    expect(calls).toEqual([]);
  });

  it('a change of route while it is taken makes it be taken again', async () => {
    const moved = { ...here, route: '#/confirmation' };
    const set = setting({ moment: inTurn(here, moved, moved) });
    expect(await set.queue.take(order)).toMatchObject({ kind: 'taken' });
    expect(set.calls).toHaveLength(2);
  });
});

describe('one queue', () => {
  it('keeps pictures at least half a second apart, whoever asks', async () => {
    const { queue, calls } = setting();
    await Promise.all([queue.take(order), queue.take(order), queue.take(order)]);
    const gaps = calls.slice(1).map((at, index) => at - (calls[index] ?? 0));
    expect(calls).toHaveLength(3);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500);
  });

  it('tries again only after the rate limit, later', async () => {
    let first = true;
    const { queue, calls } = setting({
      photograph: async () => {
        if (!first) return picture;
        first = false;
        throw new CameraError('too-soon', 'MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND');
      },
    });
    expect(await queue.take(order)).toMatchObject({ kind: 'taken' });
    expect((calls[1] ?? 0) - (calls[0] ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  it('goes on after a failure of its own', async () => {
    const { queue } = setting({ facts: inTurn<PageFacts | undefined>(undefined, facts) });
    await expect(
      setting({ front: () => Promise.reject(new Error('bug')) }).queue.take(order),
    ).rejects.toThrow('bug');
    expect(await queue.take(order)).toMatchObject({ kind: 'taken', facts: undefined });
    expect(await queue.take(order)).toMatchObject({ kind: 'taken', facts });
  });

  it('a clock set back by an hour does not stop it', async () => {
    const clock = fakeClock();
    const { queue } = setting({}, clock);
    await queue.take(order);
    clock.set(clock.now() - 3_600_000);
    const asked = clock.now();
    await queue.take(order);
    expect(clock.now() - asked).toBeLessThan(10_000);
  });
});
