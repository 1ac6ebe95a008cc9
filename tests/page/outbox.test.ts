import { describe, expect, it } from 'vitest';
import { PROTOCOL } from '../../lib/app/protocol.ts';
import type { DocumentSignal, Signal } from '../../lib/core/detect/signals.ts';
import { createOutbox } from '../../lib/page/outbox.ts';

const step = (label: string): Signal => ({ kind: 'step', at: 0, step: 'click', label });
const message = (text: string): Signal => ({
  kind: 'message',
  at: 0,
  place: 'component',
  component: '[role="alert"]',
  level: 'error',
  text,
  rules: [],
  inViewport: true,
});

const at = (route: string, changes: Partial<DocumentSignal> = {}): DocumentSignal => ({
  kind: 'document',
  at: 0,
  address: { origin: 'https://portal.example', path: '/usagers/', route },
  title: '',
  lang: 'fr',
  visible: false,
  loginReturn: false,
  first: false,
  loadedAt: 0,
  ...changes,
});

/** An outbox whose clock is turned by hand and whose receiver does as told. */
const setUp = (receive: (batch: readonly Signal[]) => Promise<boolean>) => {
  const timers: { run: () => void; at: number }[] = [];
  const batches: (readonly Signal[])[] = [];
  let time = 0;
  let alive = true;
  let orphans = 0;
  const outbox = createOutbox({
    send: (batch) => {
      batches.push(batch);
      return receive(batch);
    },
    alive: () => alive,
    onOrphan: () => {
      orphans += 1;
      outbox.stop();
    },
    setTimer: (run, ms) => timers.push({ run, at: time + ms }),
  });
  return {
    outbox,
    batches,
    orphans: () => orphans,
    orphan: () => {
      alive = false;
    },
    async pass(ms: number) {
      const end = time + ms;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        time = next.at;
        timers.splice(timers.indexOf(next), 1);
        next.run();
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      }
      time = end;
    },
  };
};

describe('the outbox', () => {
  it('sends in one batch what comes within a tenth of a second', async () => {
    const { outbox, batches, pass } = setUp(async () => true);
    outbox.add(step('a'));
    outbox.add(step('b'));
    await pass(100);
    expect(batches).toEqual([[step('a'), step('b')]]);
    await pass(60_000);
    expect(batches).toHaveLength(1);
  });

  it('sends again what was refused, what failed and what nobody answered', async () => {
    const outcomes = [
      async () => false,
      async () => Promise.reject(new Error('no receiver')),
      () => new Promise<boolean>(() => undefined),
    ];
    const { outbox, batches, pass } = setUp(() => (outcomes.shift() ?? (async () => true))());
    outbox.add(message('m'));
    await pass(100);
    await pass(60_000);
    expect(batches).toHaveLength(4);
    expect(new Set(batches.map((batch) => JSON.stringify(batch))).size).toBe(1);
    expect(outbox.waiting).toBe(0);
  });

  it('is bounded, and gives up the steps before the messages', async () => {
    const { outbox, batches, pass } = setUp(async () => false);
    for (let index = 0; index < 300; index += 1) outbox.add(step(String(index)));
    for (let index = 0; index < 300; index += 1) outbox.add(message(String(index)));
    expect(outbox.waiting).toBe(400);
    await pass(100);
    expect(batches.every((batch) => batch.length <= 100)).toBe(true);
    await pass(300_000);
    expect(outbox.waiting).toBeLessThanOrEqual(400);
    expect(batches.flat().filter(({ kind }) => kind === 'message').length).toBeGreaterThanOrEqual(300);
  });

  it('never tells more at once than the background takes', async () => {
    const outcomes = Array.from({ length: 6 }, () => () => new Promise<boolean>(() => undefined));
    const { outbox, batches, pass } = setUp(() => (outcomes.shift() ?? (async () => true))());
    outbox.add(at('#/a', { first: true, visible: true }));
    for (let index = 0; index < 300; index += 1) outbox.add(message(String(index)));
    await pass(100);
    outbox.resume();
    await pass(60_000);
    const { request } = PROTOCOL['page.signals'];
    expect(batches.filter((signals) => !request.safeParse({ document: 'a', signals }).success)).toEqual([]);
    expect(new Set(batches.flat().flatMap((signal) => ('text' in signal ? signal.text : []))).size).toBe(300);
    expect(outbox.waiting).toBe(0);
  });

  it('stops without a word when its extension is gone', async () => {
    const { outbox, batches, pass, orphan, orphans } = setUp(async () => true);
    orphan();
    outbox.add(step('a'));
    await pass(60_000);
    outbox.add(step('b'));
    await pass(60_000);
    expect(batches).toEqual([]);
    expect(orphans()).toBe(1);
  });

  it('does not wait for answers that a page put away can no longer get', async () => {
    const outcomes = Array.from({ length: 4 }, () => () => new Promise<boolean>(() => undefined));
    const { outbox, batches, pass } = setUp(() => (outcomes.shift() ?? (async () => true))());
    const told = ['a', 'b', 'c', 'd'].map(message);
    for (const signal of told) {
      outbox.add(signal);
      outbox.flush();
    }
    outbox.resume();
    outbox.add(message('back'));
    outbox.flush();
    expect(batches.at(-1)).toEqual([message('back')]);
    await pass(600);
    expect(batches.slice(5).flat()).toEqual(told);
    expect(outbox.waiting).toBe(0);
  });

  it('sends at once when the page leaves', () => {
    const { outbox, batches } = setUp(async () => true);
    outbox.add(step('a'));
    outbox.flush();
    expect(batches).toHaveLength(1);
  });
});

describe('where the page stood', () => {
  const never = () => new Promise<boolean>(() => undefined);

  it('is said again by a batch that may overtake the one that said it, and by no other', async () => {
    const outcomes = [async () => true, never];
    const { outbox, batches, pass } = setUp(() => (outcomes.shift() ?? (async () => true))());
    for (const signal of [at('#/a', { first: true, visible: true }), step('ordinary')]) {
      outbox.add(signal);
      await pass(100);
    }
    outbox.add(message('behind one in flight'));
    await pass(100);
    expect(batches[1]).toEqual([step('ordinary')]);
    expect(batches[2]).toEqual([at('#/a'), message('behind one in flight')]);
  });

  it('goes with what is sent again, which does not take the page back', async () => {
    const outcomes = [async () => true, never];
    const { outbox, batches, pass } = setUp(() => (outcomes.shift() ?? (async () => true))());
    outbox.add(at('#/a'));
    await pass(100);
    outbox.add(message('on a'));
    outbox.add(at('#/b'));
    await pass(100);
    outbox.add(at('#/c'));
    await pass(60_000);
    expect(batches.slice(1)).toEqual([
      [message('on a'), at('#/b')],
      [at('#/c')],
      [at('#/a'), message('on a'), at('#/b'), at('#/c')],
    ]);
  });
});
