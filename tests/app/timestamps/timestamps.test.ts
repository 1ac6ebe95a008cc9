import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDossierWriter } from '../../../lib/app/dossier/dossier-writer.ts';
import { createKeeping } from '../../../lib/app/dossier/keeping.ts';
import { AuthorityError } from '../../../lib/app/timestamps/timestamp-ports.ts';
import { createTimestamps } from '../../../lib/app/timestamps/timestamps.ts';
import { StoreError } from '../../../lib/app/witness-ports.ts';
import { lineHash } from '../../../lib/core/journal/chain.ts';
import type { AuthorityFailure } from '../../../lib/core/timestamp/failures.ts';
import { readRequest } from '../../../lib/core/timestamp/request.ts';
import { hashing } from '../../../lib/node/hashing.ts';
import { timestampCrypto } from '../../../lib/node/timestamp-crypto.ts';
import { type Answering, type Authority, createAuthority } from '../../authority/authority.ts';
import { fakeStore } from '../fake-store.ts';
import { steppingClock, turn } from '../stepping-clock.ts';
import { countedChance, lockByName } from '../waking.ts';
import { capture } from '../witnessed-builders.ts';

const URL = 'https://tsa.example/qualifie';
const MINUTE = 60_000;

let authority: Authority;
beforeAll(() => {
  authority = createAuthority();
});
afterAll(() => authority?.close());

/** What outlives the worker. */
function device() {
  const stored: { queue?: string } = {};
  return { clock: steppingClock(), store: fakeStore(), random: countedChance(), stored };
}

function wake(on = device()) {
  const { clock, store, random, stored } = on;
  const errors: unknown[] = [];
  const asked: { readonly at: number; readonly imprint: string | undefined }[] = [];
  const decided = { on: true, url: URL };
  let trouble: AuthorityFailure | Answering = {};
  let alarm: number | null = null;
  const lock = lockByName();
  const writer = createDossierWriter({ store, hashing, random, clock, places: new Map(), lock });
  const timestamps = createTimestamps({
    store,
    writer,
    queue: {
      load: async () => (stored.queue === undefined ? undefined : JSON.parse(stored.queue)),
      save: async (queue) => {
        stored.queue = JSON.stringify(queue);
      },
    },
    async ask(url, query) {
      expect(url).toBe(URL);
      asked.push({ at: clock.now(), imprint: readRequest(query)?.imprint });
      if (typeof trouble === 'string') throw new AuthorityError(trouble, 'fake');
      return authority.answer(query, trouble);
    },
    crypto: timestampCrypto,
    settings: async () => decided,
    clock,
    random,
    wakeAt: (at) => {
      alarm = at;
    },
    report: (error) => errors.push(error),
  });
  const sessions = { of: () => ({ epoch: 'e', dossier: null }) } as never;
  const keeping = createKeeping({ store, writer, sessions, captured: timestamps.captured });
  return {
    ...on,
    asked,
    errors,
    decided,
    writer,
    timestamps,
    keeping,
    alarm: () => alarm,
    authorityIs: (next: AuthorityFailure | Answering) => {
      trouble = next;
    },
    /** A capture comes into that dossier, and what follows at once follows. */
    async captures(dossier: string): Promise<void> {
      await writer.write(dossier, (draft) => draft.capture(capture(), 'live'));
      timestamps.captured(dossier);
      await turn();
    },
    types: (dossier: string) => store.lines(dossier).map(({ type }) => type),
    last: (dossier: string) => store.lines(dossier).at(-1),
  };
}

const OPENED = ['dossier.opened', 'attempt.started', 'capture'];

describe('a capture', () => {
  it('has the head of its chain stamped, and the token goes into the chain and beside it', async () => {
    const { captures, store, writer, asked, last, errors, alarm } = wake();
    const id = await writer.open('Dossier A. K.');
    await captures(id);
    const raws = store.rawLines(id);
    expect(asked.map(({ imprint }) => imprint)).toEqual([lineHash(raws[2] ?? '', hashing.sha256)]);
    const reply = store.files(id).find(({ kind }) => kind === 'reply');
    expect(last(id)).toMatchObject({
      type: 'timestamp',
      seq: 4,
      of: 3,
      authority: 'tsa.example',
      tokenSha256: hashing.sha256(reply?.bytes ?? new Uint8Array()),
    });
    const files = store.files(id).filter(({ kind }) => kind === 'query' || kind === 'reply');
    expect(files.map(({ seq, kind }) => [seq, kind])).toEqual([
      [3, 'query'],
      [3, 'reply'],
    ]);
    expect([errors, alarm()]).toEqual([[], null]);
  });

  it('says nothing to anybody when timestamps are off', async () => {
    const { captures, writer, asked, decided, types, alarm, timestamps } = wake();
    decided.on = false;
    const id = await writer.open('Dossier A. K.');
    await captures(id);
    timestamps.resume();
    await turn();
    expect([asked, types(id), alarm()]).toEqual([[], OPENED, null]);
    expect(await timestamps.over('ab'.repeat(32))).toBeNull();
  });

  it('of a rehearsal is not stamped', async () => {
    const { captures, writer, asked, timestamps } = wake();
    await captures(await writer.open('Répétition', { rehearsal: true }));
    expect(asked).toEqual([]);
    expect(await timestamps.state()).toMatchObject({ waiting: 0 });
  });

  it('many in a row make one request every 15 s, over what stands there then', async () => {
    const { captures, writer, asked, clock, store, types } = wake();
    const id = await writer.open('Dossier A. K.');
    const start = clock.now();
    for (let second = 0; second < 20; second++) {
      await captures(id);
      await clock.pass(1_000);
    }
    await clock.pass(MINUTE);
    expect(asked.map(({ at }) => at - start)).toEqual([0, 15_000, 30_000]);
    // The last one covers everything that was captured.
    expect(types(id).at(-1)).toBe('timestamp');
    const covered = store.lines(id).at(-1)?.of as number;
    expect(types(id).slice(covered)).not.toContain('capture');
  });

  it('of another dossier has its own chain, in its turn', async () => {
    const { captures, writer, asked, clock, last } = wake();
    const [one, other] = [await writer.open('Dossier A. K.'), await writer.open('Dossier B. L.')];
    const start = clock.now();
    await captures(one);
    await captures(other);
    await clock.pass(MINUTE);
    expect(asked.map(({ at }) => at - start)).toEqual([0, 15_000]);
    expect([last(one), last(other)]).toMatchObject([
      { type: 'timestamp', of: 3 },
      { type: 'timestamp', of: 3 },
    ]);
  });

  it('that leaves a waiting room is stamped too', async () => {
    const { keeping, writer, asked, last } = wake();
    const id = await writer.open('Dossier A. K.');
    await keeping.keep('default', { kind: 'room', id: 'default|e', epoch: 'e' }, capture());
    await keeping.putAway(['default|e'], id);
    await turn();
    expect(asked).toHaveLength(1);
    expect(last(id)).toMatchObject({ type: 'timestamp' });
  });
});

describe('without an answer', () => {
  it.each([
    ['offline', 'offline'],
    ['time-out', 'time-out'],
    ['http-error', 'http-error'],
    [{ refusing: true }, 'refused'],
    [{ signer: 'expired' }, 'certificate-not-valid'],
  ] as const)(
    '%o: the chain says so once, and it is tried again, less and less often',
    async (how, reason) => {
      const { captures, writer, asked, clock, authorityIs, types, last, store, timestamps, alarm } = wake();
      const id = await writer.open('Dossier A. K.');
      authorityIs(how);
      const start = clock.now();
      await captures(id);
      expect(last(id)).toMatchObject({ type: 'timestamp.failed', of: 3, reason });
      expect(await timestamps.state()).toMatchObject({ waiting: 1, reason, nextAt: start + MINUTE });
      expect(alarm()).toBe(start + MINUTE);
      for (const minutes of [1, 5, 15, 60, 60]) {
        await clock.pass(minutes * MINUTE);
        timestamps.resume();
        await turn();
      }
      expect(asked.map(({ at }) => (at - start) / MINUTE)).toEqual([0, 1, 6, 21, 81, 141]);
      expect(types(id)).toEqual([...OPENED, 'timestamp.failed']);
      expect(store.files(id).some(({ kind }) => kind === 'reply')).toBe(false);

      authorityIs({});
      await clock.pass(60 * MINUTE);
      timestamps.resume();
      await turn();
      expect(last(id)).toMatchObject({ type: 'timestamp', of: 4 });
      expect(await timestamps.state()).toMatchObject({ waiting: 0, reason: null, nextAt: null });
    },
  );

  it('a new capture is tried at once, whatever was waited for', async () => {
    const { captures, writer, clock, authorityIs, types } = wake();
    const id = await writer.open('Dossier A. K.');
    authorityIs('offline');
    await captures(id);
    authorityIs({});
    await clock.pass(20_000);
    await captures(id);
    expect(types(id)).toEqual([...OPENED, 'timestamp.failed', 'capture', 'timestamp']);
  });

  it('is remembered after the death of the worker, and of the browser', async () => {
    const before = wake();
    const id = await before.writer.open('Dossier A. K.');
    before.authorityIs('offline');
    await before.captures(id);
    before.clock.die();
    await before.clock.pass(MINUTE);
    const after = wake(before);
    after.timestamps.resume();
    await turn();
    expect(after.last(id)).toMatchObject({ type: 'timestamp', of: 4 });
  });

  it('is no more wanted once switched off, or once its dossier is gone', async () => {
    const { captures, writer, clock, authorityIs, timestamps, asked, store, alarm } = wake();
    authorityIs('offline');
    const id = await writer.open('Dossier A. K.');
    await captures(id);
    await store.eraseDossier(id);
    await clock.pass(MINUTE);
    timestamps.resume();
    await turn();
    expect(asked).toHaveLength(1);
    expect(await timestamps.state()).toMatchObject({ waiting: 0 });
    await clock.pass(MINUTE);
    await captures(await writer.open('Dossier B. L.'));
    expect(await timestamps.state()).toMatchObject({ waiting: 1 });
    await timestamps.turnedOff();
    expect([await timestamps.state(), alarm()]).toMatchObject([{ waiting: 0 }, null]);
  });

  it('a disk that takes no token: another is asked for later', async () => {
    const { captures, writer, clock, store, errors, timestamps, last } = wake();
    const id = await writer.open('Dossier A. K.');
    store.breakDown(['reply']);
    await captures(id);
    expect(errors).toHaveLength(1);
    expect(await timestamps.state()).toMatchObject({ waiting: 1, reason: 'not-stored' });
    store.mend();
    await clock.pass(MINUTE);
    timestamps.resume();
    await turn();
    expect(last(id)).toMatchObject({ type: 'timestamp', of: 3 });
  });

  it('a database that does not answer is left alone for a while, too', async () => {
    const { captures, writer, clock, store, asked, timestamps } = wake();
    const id = await writer.open('Dossier A. K.');
    const { head } = store;
    await writer.write(id, (draft) => draft.capture(capture(), 'live'));
    store.head = async () => {
      throw new StoreError('database-broken', 'the head is damaged');
    };
    timestamps.captured(id);
    await turn();
    expect(await timestamps.state()).toMatchObject({ waiting: 1, reason: 'not-stored' });
    expect(asked).toEqual([]);
    store.head = head;
    await clock.pass(20_000);
    await captures(id);
    expect(asked).toHaveLength(1);
  });

  it('once the worker has died while it waited, the next one goes on', async () => {
    const before = wake();
    const id = await before.writer.open('Dossier A. K.');
    await before.captures(id);
    await before.captures(id);
    before.clock.die();
    await before.clock.pass(15_000);
    expect(before.asked).toHaveLength(1);
    const after = wake(before);
    after.timestamps.resume();
    await turn();
    expect(after.last(id)).toMatchObject({ type: 'timestamp' });
    expect(after.asked).toHaveLength(1);
  });

  it('a clock that is set back makes nobody wait for long', async () => {
    const { captures, writer, clock, last, asked } = wake();
    const id = await writer.open('Dossier A. K.');
    await captures(id);
    clock.set(clock.now() - 3_600 * 1_000);
    await captures(id);
    await clock.pass(15_000);
    expect(asked).toHaveLength(2);
    expect(last(id)).toMatchObject({ type: 'timestamp' });
  });
});

describe('the clock of the authority', () => {
  it('less the device’s is known for an hour', async () => {
    const { captures, writer, clock, timestamps } = wake();
    expect(timestamps.offset()).toBeNull();
    await captures(await writer.open('Dossier A. K.'));
    const { last } = await timestamps.state();
    expect(timestamps.offset()).toBe((last?.genTime ?? 0) - clock.now());
    await clock.pass(60 * MINUTE);
    expect(timestamps.offset()).not.toBeNull();
    await clock.pass(1);
    expect(timestamps.offset()).toBeNull();
  });
});

describe('an export', () => {
  it('gets a token over its manifest, in its turn', async () => {
    const { captures, writer, clock, timestamps, asked } = wake();
    await captures(await writer.open('Dossier A. K.'));
    const stamping = await clock.until(timestamps.over('ab'.repeat(32)));
    expect(stamping).toMatchObject({ stamp: { authority: 'tsa.example' } });
    expect(asked.at(-1)).toMatchObject({ imprint: 'ab'.repeat(32) });
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBe(15_000);
  });

  it('goes on without one, and knows why', async () => {
    const { authorityIs, timestamps } = wake();
    authorityIs('offline');
    expect(await timestamps.over('ab'.repeat(32))).toEqual({ failure: 'offline' });
  });
});
