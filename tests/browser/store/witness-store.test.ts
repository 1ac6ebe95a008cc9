import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDossierWriter, type DossierWriter } from '../../../lib/app/dossier/dossier-writer.ts';
import type { WitnessStore } from '../../../lib/app/witness-ports.ts';
import { openDatabase, type TemoinDatabase } from '../../../lib/browser/store/database.ts';
import { openDossierSource } from '../../../lib/browser/store/dossier-source.ts';
import { hashing } from '../../../lib/browser/store/hashing.ts';
import { createKeyRing, type KeyRing } from '../../../lib/browser/store/key-ring.ts';
import { createWitnessStore } from '../../../lib/browser/store/witness-store.ts';
import { checkChain } from '../../../lib/core/journal/chain.ts';
import { fakeClock } from '../../app/fake-clock.ts';
import { capture, incident } from '../../app/witnessed-builders.ts';

let database: TemoinDatabase;
let keys: KeyRing;
let store: WitnessStore;
let writer: DossierWriter;
let nextDatabase = 0;

const AT = '2026-11-21T09:04:07.000Z';
const clock = fakeClock();
const random = { uuid: () => crypto.randomUUID(), hex: (length: number) => 'ab'.repeat(length) };
/** No lock at all: the store alone must refuse a fork. */
const noLock = <Value>(_name: string, job: () => Promise<Value>) => job();

const newWriter = () =>
  createDossierWriter({ store, hashing, random, clock, places: new Map(), lock: noLock });

beforeEach(async () => {
  database = await openDatabase(`test-${nextDatabase++}`);
  keys = createKeyRing(database);
  store = createWitnessStore(database, keys);
  writer = newWriter();
});
afterEach(async () => {
  database.close();
  await deleteDB(database.name);
});

const linesOf = async (id: string): Promise<string[]> =>
  Array.fromAsync((await openDossierSource(database, keys, id)).lines());

describe('a dossier’s chain', () => {
  it('opens with its own first line, and holds', async () => {
    const id = await writer.open('A. K.');
    await writer.write(id, (draft) => draft.incident(incident(), 'live'));
    await writer.write(id, (draft) => draft.capture(capture({ picture: new Uint8Array([137, 80]) }), 'live'));
    const report = checkChain(await linesOf(id), hashing.sha256);
    expect(report.problems).toEqual([]);
    expect(report.lines.map(({ type }) => type)).toEqual([
      'dossier.opened',
      'attempt.started',
      'incident',
      'capture',
    ]);
  });

  it('keeps what the person has hidden, with its head', async () => {
    const id = await writer.open('A. K.');
    const fingerprint = '0123456789abcdef0123456789abcdef';
    await writer.write(id, (draft) => draft.display(fingerprint, true));
    expect((await store.head(id))?.hidden).toEqual([fingerprint]);
    const source = await openDossierSource(database, keys, id);
    expect((await source.file(2, 'display'))?.bytes.length).toBeGreaterThan(0);
    expect(checkChain(await linesOf(id), hashing.sha256).problems).toEqual([]);
  });

  it('two writers at once never fork it: every thing is there, once', async () => {
    const id = await writer.open('A. K.');
    const other = newWriter();
    await Promise.all(
      [writer, other, writer, other].map((one) =>
        one.write(id, (draft) => draft.incident(incident(), 'live')),
      ),
    );
    const report = checkChain(await linesOf(id), hashing.sha256);
    expect(report.problems).toEqual([]);
    expect(report.lines.filter(({ type }) => type === 'incident')).toHaveLength(4);
  });

  it('a commit on an old head writes nothing at all', async () => {
    const id = await writer.open('A. K.');
    const before = await store.head(id);
    if (!before) throw new Error('just opened');
    await writer.write(id, (draft) => draft.incident(incident(), 'live'));
    const stored = await database.count('files');
    const done = await store.commit({ before, after: before, lines: ['{}'], files: [], drained: [] });
    expect(done).toBe(false);
    expect(await database.count('files')).toBe(stored);
  });

  it('what is erased leaves with the line that says so, and only it', async () => {
    const id = await writer.open('A. K.');
    const png = new Uint8Array([137, 80]);
    const seqs = [];
    for (let more = 0; more < 2; more++)
      seqs.push(await writer.write(id, (draft) => draft.capture(capture({ picture: png }), 'live')));
    const [gone = 0, left = 0] = seqs;
    const lines = await store.linesFrom(id, gone);
    expect(lines.map(({ seq }) => seq)).toEqual([gone, left]);
    await writer.write(id, (draft) => {
      draft.stamp({ of: gone, query: png, reply: png, authority: 'tsa.example', genTime: AT });
      return draft.erase({ seqs: [gone], captures: 1, lastList: null });
    });
    const keys = (await database.getAllKeys('files')).filter(([dossier]) => dossier === id);
    expect(keys.filter(([, seq]) => seq === gone).map(([, , kind]) => kind)).toEqual(['query', 'reply']);
    expect(keys.filter(([, seq]) => seq === left)).toHaveLength(3);
    expect(checkChain(await linesOf(id), hashing.sha256).problems).toEqual([]);
  });

  it('an erasure that breaks off half-way erases nothing', async () => {
    const id = await writer.open('A. K.');
    const seq = await writer.write(id, (draft) => draft.capture(capture(), 'live'));
    const before = await store.head(id);
    if (!before) throw new Error('just opened');
    const stored = await database.count('files');
    // That line is there already: the transaction ends, whatever it had done before.
    const after = { ...before, captures: 0 };
    const change = {
      before: { ...before, seq: before.seq - 1 },
      after,
      lines: ['{}'],
      files: [],
      drained: [],
    };
    await expect(store.commit({ ...change, erased: [seq] })).rejects.toThrow();
    expect(await database.count('files')).toBe(stored);
    expect((await store.head(id))?.captures).toBe(1);
  });

  it('an erasure on an old head erases nothing', async () => {
    const id = await writer.open('A. K.');
    const before = await store.head(id);
    if (!before) throw new Error('just opened');
    const seq = await writer.write(id, (draft) => draft.capture(capture(), 'live'));
    const stored = await database.count('files');
    const change = { before, after: before, lines: ['{}'], files: [], drained: [], erased: [seq] };
    expect(await store.commit(change)).toBe(false);
    expect(await database.count('files')).toBe(stored);
  });

  it('gives back the very bytes of a picture, and the facts that the line commits to', async () => {
    const id = await writer.open('A. K.');
    const png = crypto.getRandomValues(new Uint8Array(50_000));
    const seq = await writer.write(id, (draft) => draft.capture(capture({ picture: png }), 'live'));
    const source = await openDossierSource(database, keys, id);
    const picture = await source.file(seq, 'picture');
    expect(picture?.bytes).toEqual(png);
    expect(picture?.sha256).toBe(hashing.sha256(png));
    expect((await source.file(seq, 'capture'))?.sha256).toBe(
      hashing.sha256((await source.file(seq, 'capture'))?.bytes ?? new Uint8Array()),
    );
  });

  it('a clock that went back is a line, not an alteration', async () => {
    const id = await writer.open('A. K.');
    clock.set(clock.now() - 3_600_000);
    await writer.write(id, (draft) => draft.incident(incident(), 'live'));
    const { lines } = checkChain(await linesOf(id), hashing.sha256);
    expect(lines[1]).toMatchObject({ type: 'clock', backMs: 3_600_000 });
  });
});

describe('what lies in the database', () => {
  it('shows no label, title or statement to somebody who reads the files', async () => {
    const id = await writer.open('Dossier ZEBULON');
    const told = { statement: 'je voulais ZEBULON envoyer', title: 'ZEBULON' };
    await writer.write(id, (draft) => draft.capture(capture(told), 'live'));
    const rows = (
      await Promise.all([...database.objectStoreNames].map((name) => database.getAll(name)))
    ).flat();
    const raw = rows
      .map((row) => JSON.stringify(row, (_key, value: unknown) => (isBytes(value) ? latin(value) : value)))
      .join('\n');
    expect(raw).not.toContain('ZEBULON');
    expect(raw).toContain(id);
  });

  it('a sealed file passed off as another does not open', async () => {
    const id = await writer.open('A. K.');
    const first = await writer.write(id, (draft) => draft.incident(incident(), 'live'));
    const second = await writer.write(id, (draft) => draft.incident(incident(), 'live'));
    const row = await database.get('files', [id, first, 'incident']);
    if (!row) throw new Error('just written');
    await database.put('files', { ...row, seq: second });
    const source = await openDossierSource(database, keys, id);
    await expect(source.file(second, 'incident')).rejects.toThrow();
  });

  it.each([{ sha256: '0'.repeat(64) }, { crc32: 1 }])(
    'a file whose row tells other hashes than were sealed with it does not open: %o',
    async (other) => {
      const id = await writer.open('A. K.');
      const seq = await writer.write(id, (draft) => draft.incident(incident(), 'live'));
      const row = await database.get('files', [id, seq, 'incident']);
      if (!row) throw new Error('just written');
      await database.put('files', { ...row, ...other });
      const source = await openDossierSource(database, keys, id);
      await expect(source.file(seq, 'incident')).rejects.toThrow();
    },
  );
});

describe('waiting rooms', () => {
  it('keep things apart, whole, until they are put away with their line in one transaction', async () => {
    const { facts, picture } = capture({ picture: new Uint8Array([1, 2, 3]) });
    const bytes = new TextEncoder().encode(JSON.stringify(facts));
    const key = await store.wait({ room: 'default|e', kind: 'capture', at: 5 }, { facts: bytes, picture });
    expect(await store.waiting()).toEqual([{ key, room: 'default|e', kind: 'capture', at: 5 }]);
    expect((await store.waitingContent(key))?.facts).toEqual(bytes);

    const id = await writer.open('A. K.');
    await writer.write(id, (draft) => draft.capture({ facts, picture }, 'other-session'), [key]);
    expect(await store.waiting()).toEqual([]);
    const { lines } = checkChain(await linesOf(id), hashing.sha256);
    expect(lines.at(-1)).toMatchObject({ type: 'capture', witnessedAt: facts.record.startedAt });
  });
});

it('whatever is acknowledged is on the disk, and not on its way there', async () => {
  const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
  try {
    const id = await writer.open('A. K.');
    await writer.write(id, (draft) => draft.incident(incident(), 'live'));
    const content = { facts: new Uint8Array([1]), picture: null };
    const key = await store.wait({ room: 'default|e', kind: 'capture', at: 5 }, content);
    await store.discardWaiting([key]);
    await store.eraseDossier(id);
    const written = begun.mock.results
      .map(({ value }) => value as IDBTransaction)
      .filter(
        ({ mode, objectStoreNames }) =>
          mode === 'readwrite' && !/^(vault|keys)$/.test([...objectStoreNames].join()),
      )
      .map(({ durability }) => durability);
    expect(written).toEqual(['strict', 'strict', 'strict', 'strict', 'strict']);
  } finally {
    begun.mockRestore();
  }
});

describe('damage', () => {
  const flip = (data: ArrayBuffer): ArrayBuffer => {
    const bytes = new Uint8Array(data.slice(0));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    return bytes.buffer;
  };

  it('of one file hides no other from the popup', async () => {
    const id = await writer.open('A. K.');
    const seqs = [];
    for (let count = 0; count < 3; count++) {
      seqs.push(await writer.write(id, (draft) => draft.incident(incident(), 'live')));
    }
    const row = await database.get('files', [id, seqs[1] ?? 0, 'incident']);
    if (!row) throw new Error('just written');
    await database.put('files', { ...row, sealed: { ...row.sealed, data: flip(row.sealed.data) } });
    const read = await store.recentFiles(id, 'incident', 0, 10);
    expect(read.map(({ seq }) => seq)).toEqual([seqs[2], seqs[0]]);
  });

  it('of one waiting thing holds back no other, and throws nothing away', async () => {
    const content = { facts: new Uint8Array([1, 2, 3]), picture: null };
    const damaged = await store.wait({ room: 'default|e', kind: 'capture', at: 5 }, content);
    const whole = await store.wait({ room: 'default|e', kind: 'capture', at: 6 }, content);
    const row = await database.get('waiting', damaged);
    if (!row) throw new Error('just written');
    await database.put('waiting', { ...row, facts: { ...row.facts, data: flip(row.facts.data) } });
    expect(await store.waitingContent(damaged)).toBeUndefined();
    expect((await store.waitingContent(whole))?.facts).toEqual(content.facts);
    expect(await store.waiting()).toHaveLength(2);
  });

  it('that more space would not mend is not called a full disk', async () => {
    const id = await writer.open('A. K.');
    await database.put('journal', { dossier: id, seq: 2, line: 'in the way' });
    await expect(writer.write(id, (draft) => draft.incident(incident(), 'live'))).rejects.toMatchObject({
      trouble: 'database-broken',
    });
    expect(await store.head(id)).toMatchObject({ seq: 1 });
  });
});

describe('a disk that is full', () => {
  it('is the reason of whatever fails once the browser has closed the database for it', async () => {
    const id = await writer.open('A. K.');
    database.close(); // as Chromium does with the refused write
    await expect(writer.write(id, (draft) => draft.incident(incident(), 'live'))).rejects.toMatchObject({
      trouble: 'database-broken',
    });
    const content = { facts: new Uint8Array([1]), picture: null };
    await expect(store.wait({ room: 'r', kind: 'incident', at: 1 }, content)).rejects.toMatchObject({
      trouble: 'disk-full',
    });
    await expect(store.waiting()).rejects.toMatchObject({ trouble: 'disk-full' });
  });
});

const isBytes = (value: unknown): value is ArrayBuffer | Uint8Array =>
  value instanceof ArrayBuffer || value instanceof Uint8Array;
const latin = (bytes: ArrayBuffer | Uint8Array): string =>
  Buffer.from(bytes as Uint8Array).toString('latin1');

describe('erasing a rehearsal', () => {
  const rowsOf = async () => ({
    dossiers: await database.getAllKeys('dossiers'),
    keys: await database.getAllKeys('keys'),
    journal: (await database.getAllKeys('journal')).map(([dossier]) => dossier),
    files: (await database.getAllKeys('files')).map(([dossier]) => dossier),
  });

  it('takes its rows, lines, files and keys, and nothing of its neighbours', async () => {
    const ids: string[] = [];
    for (const rehearsal of [false, true, false]) {
      const id = await writer.open(rehearsal ? 'Répétition' : 'A. K.', { rehearsal });
      await writer.write(id, (draft) => draft.incident(incident(), 'live'));
      await writer.write(id, (draft) =>
        draft.capture(capture({ picture: new Uint8Array([137, 80]) }), 'live'),
      );
      ids.push(id);
    }
    const [first = '', rehearsal = '', last = ''] = ids;
    expect((await store.head(rehearsal))?.rehearsal).toBe(true);
    const before = await rowsOf();
    await writer.eraseRehearsal(rehearsal);
    const others = (rows: readonly unknown[]) => rows.filter((id) => id !== rehearsal);
    expect(await rowsOf()).toEqual({
      dossiers: others(before.dossiers),
      keys: others(before.keys),
      journal: others(before.journal),
      files: others(before.files),
    });
    for (const id of [first, last])
      expect(checkChain(await linesOf(id), hashing.sha256).problems).toEqual([]);
    await expect(writer.write(rehearsal, (draft) => draft.incident(incident(), 'live'))).rejects.toThrow();
  });
});
