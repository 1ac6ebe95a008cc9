import { describe, expect, it } from 'vitest';
import type { Arrival } from '../../../lib/app/dossier/chain-draft.ts';
import { checkChain } from '../../../lib/core/journal/chain.ts';
import { commitTo } from '../../../lib/core/journal/commitment.ts';
import { hashing } from '../../../lib/node/hashing.ts';
import { wake } from '../waking.ts';
import { capture, incident } from '../witnessed-builders.ts';

const START = Date.parse('2026-11-21T09:04:07.000Z');
const MINUTE = 60_000;
const at = (minutes: number) => new Date(START + minutes * MINUTE).toISOString();

async function opened() {
  const woken = await wake();
  const id = await woken.writer.open('Dossier A. K.');
  const types = () => woken.store.lines(id).map(({ type }) => type);
  const see = (minutes: number, epoch = 'epoch-a', arrival: Arrival = 'live') =>
    woken.writer.write(id, (draft) => draft.incident(incident({ at: at(minutes), epoch }), arrival));
  return { ...woken, id, types, see };
}

describe('attempts', () => {
  it('one is opened by the first thing seen, and goes on as long as things are seen', async () => {
    const { see, types, store, id } = await opened();
    for (const minutes of [0, 30, 60]) await see(minutes);
    expect(types()).toEqual(['dossier.opened', 'attempt.started', 'incident', 'incident', 'incident']);
    expect((await store.head(id))?.attempt).toEqual({
      number: 1,
      epoch: 'epoch-a',
      startSeq: 2,
      lastAt: START + 60 * MINUTE,
    });
  });

  const ends: [string, number, string][] = [
    ['after more than thirty minutes', 30 + 1 / 60, 'epoch-a'],
    ['with the session', 1, 'epoch-b'],
    ['when the clock went back by more than thirty minutes', -31, 'epoch-a'],
  ];
  it.each(ends)('ends %s', async (_name, minutes, epoch) => {
    const { see, store, types, id } = await opened();
    await see(0);
    await see(minutes, epoch);
    expect(types().slice(1)).toEqual([
      'attempt.started',
      'incident',
      'attempt.ended',
      'attempt.started',
      'incident',
    ]);
    expect(store.lines(id)[3]).toMatchObject({ attempt: 1, lastAt: at(0) });
    expect(store.lines(id).slice(4)).toMatchObject([{ attempt: 2 }, { attempt: 2 }]);
    expect(store.records(id, 'incident').map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  it('its end says when something was last seen, not when the end was noticed', async () => {
    const { see, writer, clock, store, id } = await opened();
    await see(0);
    await see(10);
    await see(5);
    await clock.pass(45 * MINUTE);
    await writer.write(id, (draft) => draft.endAttempt());
    expect(store.lines(id).at(-1)).toMatchObject({ type: 'attempt.ended', at: at(45), lastAt: at(10) });
  });

  it('one that is not open does not end', async () => {
    const { writer, types, id } = await opened();
    await writer.write(id, (draft) => draft.endAttempt());
    expect(types()).toEqual(['dossier.opened']);
  });
});

describe('what waited for its dossier', () => {
  it('says when it was really seen, and so does the attempt that it opens', async () => {
    const { see, clock, store, id } = await opened();
    await clock.pass(120 * MINUTE);
    await see(1, 'epoch-a', 'other-session');
    await see(2, 'epoch-a', 'other-session');
    expect(store.lines(id).slice(1)).toMatchObject([
      { type: 'attempt.started', at: at(120), witnessedAt: at(1) },
      { type: 'incident', at: at(120), witnessedAt: at(1) },
      { type: 'incident', at: at(120), witnessedAt: at(2) },
    ]);
  });

  it('makes an attempt of its own, beside the one that goes on', async () => {
    const { see, writer, types, store, id } = await opened();
    await see(50);
    await see(5, 'epoch-z', 'other-session');
    await writer.write(id, (draft) => draft.endPutAway());
    await see(51);
    expect(types().slice(1)).toEqual([
      'attempt.started',
      'incident',
      'attempt.started',
      'incident',
      'attempt.ended',
      'incident',
    ]);
    expect(store.records(id, 'incident').map(({ attempt }) => attempt)).toEqual([1, 2, 1]);
    expect(await store.head(id)).toMatchObject({ attempts: 2, attempt: { number: 1 }, late: null });
  });

  it('of the session now bound, opens the attempt that goes on', async () => {
    const { see, store, id } = await opened();
    await see(5, 'epoch-a', 'same-session');
    await see(6);
    expect(store.records(id, 'incident').map(({ attempt }) => attempt)).toEqual([1, 1]);
  });

  it('of the session now bound, ends an attempt that another browsing left open', async () => {
    const { see, types } = await opened();
    await see(0, 'epoch-z');
    await see(5, 'epoch-a', 'same-session');
    expect(types().slice(3)).toEqual(['attempt.ended', 'attempt.started', 'incident']);
  });

  it('long before what goes on, is an attempt of its own', async () => {
    const { see, store, id } = await opened();
    await see(120);
    await see(5, 'epoch-a', 'same-session');
    await see(121);
    expect(store.records(id, 'incident').map(({ attempt }) => attempt)).toEqual([1, 2, 1]);
  });

  it('what did not wait says its time once', async () => {
    const { see, store, id } = await opened();
    await see(0);
    for (const line of store.lines(id)) expect(line).not.toHaveProperty('witnessedAt');
  });
});

describe('ties between lines', () => {
  it('a sighting knows the line of the first, a capture that of its incident', async () => {
    const { writer, store, id } = await opened();
    const first = incident();
    const again = incident({ firstId: first.facts.id });
    for (const seen of [first, again]) await writer.write(id, (draft) => draft.incident(seen, 'live'));
    await writer.write(id, (draft) => draft.capture(capture({ incidentId: again.facts.id }), 'live'));
    expect(store.records(id, 'incident')).toMatchObject([
      { seq: 3, firstSeq: 3 },
      { seq: 4, firstSeq: 3 },
    ]);
    expect(store.records(id, 'capture')).toMatchObject([{ seq: 5, trigger: { incidentSeq: 4 } }]);
  });

  it('a first sighting that has no line leaves each to stand for itself', async () => {
    const { writer, store, id } = await opened();
    await writer.write(id, (draft) => draft.incident(incident({ firstId: 'elsewhere' }), 'live'));
    await writer.write(id, (draft) => draft.capture(capture({ incidentId: 'elsewhere' }), 'live'));
    expect(store.records(id, 'incident')).toMatchObject([{ seq: 3, firstSeq: 3 }]);
    expect(store.records(id, 'capture')[0]?.trigger).toEqual({ kind: 'manual' });
  });

  it('each line commits to its side file, byte for byte', async () => {
    const { see, writer, store, id } = await opened();
    await see(0);
    await writer.write(id, (draft) => draft.capture(capture(), 'live'));
    for (const kind of ['incident', 'capture'] as const) {
      const line = store.lines(id).find(({ type }) => type === kind);
      const file = store.files(id).find((one) => one.kind === kind);
      expect(file?.seq).toBe(line?.seq);
      const bytes = file?.bytes ?? new Uint8Array();
      expect(line?.commit).toBe(commitTo('ab'.repeat(16), bytes, hashing.sha256));
      expect(file).toMatchObject({ sha256: hashing.sha256(bytes), crc32: hashing.crc32(bytes) });
    }
    expect(checkChain(store.rawLines(id), hashing.sha256).problems).toEqual([]);
  });
});

describe('a clock', () => {
  const backs: [string, number, boolean][] = [
    ['put right by two seconds says nothing', 2_000, false],
    ['that went back further is a line', 2_001, true],
  ];
  it.each(backs)('%s', async (_name, backMs, told) => {
    const { see, clock, store, id } = await opened();
    clock.set(START - backMs);
    await see(0);
    const clocks = store.lines(id).filter(({ type }) => type === 'clock');
    expect(clocks).toMatchObject(told ? [{ seq: 2, backMs }] : []);
  });

  it('that stays back is told once', async () => {
    const { see, clock, types } = await opened();
    clock.set(START - 3_600_000);
    await see(0);
    await see(1);
    expect(types().filter((type) => type === 'clock')).toHaveLength(1);
  });
});

describe('a commit', () => {
  it('is drafted again when the chain has grown elsewhere', async () => {
    const { see, store, types } = await opened();
    store.growElsewhere(4);
    await see(0);
    expect(types()).toEqual(['dossier.opened', 'attempt.started', 'incident']);
  });

  it('is given up, whole, when it keeps growing', async () => {
    const { see, store, types } = await opened();
    store.growElsewhere(5);
    await expect(see(0)).rejects.toMatchObject({ trouble: 'database-blocked' });
    expect(types()).toEqual(['dossier.opened']);
  });

  it('to a dossier that is not there is refused', async () => {
    const { writer } = await opened();
    const written = writer.write('nowhere', (draft) => draft.line({ type: 'session.bound' }));
    await expect(written).rejects.toMatchObject({ trouble: 'database-broken' });
  });
});
