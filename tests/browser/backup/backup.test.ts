import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDossierWriter } from '../../../lib/app/dossier/dossier-writer.ts';
import type { WitnessStore } from '../../../lib/app/witness-ports.ts';
import { createRestoreTarget } from '../../../lib/browser/backup/restore-target.ts';
import { openDatabase, type TemoinDatabase } from '../../../lib/browser/store/database.ts';
import { openDossierSource } from '../../../lib/browser/store/dossier-source.ts';
import { hashing } from '../../../lib/browser/store/hashing.ts';
import { createKeyRing } from '../../../lib/browser/store/key-ring.ts';
import { removeAbandonedStaging } from '../../../lib/browser/store/staging.ts';
import { createWitnessStore } from '../../../lib/browser/store/witness-store.ts';
import { checkChain } from '../../../lib/core/journal/chain.ts';
import { blobSource } from '../../../lib/reader/blob-source.ts';
import { listZip } from '../../../lib/reader/list-zip.ts';
import { fakeClock } from '../../app/fake-clock.ts';
import { capture, incident } from '../../app/witnessed-builders.ts';
import {
  backUp,
  decipher,
  encipher,
  NO_WATCH,
  PASSPHRASE,
  restore,
  rowsOf,
  SETTINGS,
} from './backup-trip.ts';
import { decipherAge } from './decipher-age.ts';

interface Profile {
  readonly database: TemoinDatabase;
  readonly store: WitnessStore;
  readonly writer: ReturnType<typeof createDossierWriter>;
}

let next = 0;
const opened: TemoinDatabase[] = [];

/** A browser profile of its own. */
async function newProfile(): Promise<Profile> {
  const database = await openDatabase(`backup-${next++}`);
  opened.push(database);
  const store = createWitnessStore(database, createKeyRing(database));
  const random = { uuid: () => crypto.randomUUID(), hex: (length: number) => 'ab'.repeat(length) };
  const lock = <Value>(_name: string, job: () => Promise<Value>) => job();
  const writer = createDossierWriter({ store, hashing, random, clock: fakeClock(), places: new Map(), lock });
  return { database, store, writer };
}

const PICTURE = new Uint8Array(150_000).map((_, at) => at * 7);
const addCapture = ({ writer }: Profile, id: string, picture = PICTURE.slice()) =>
  writer.write(id, (draft) => draft.capture(capture({ picture }), 'live'));
const heads = async ({ store }: Profile) =>
  (await store.dossiers()).map(({ head }) => `${head.seq} ${head.hash}`).sort();
const linesOf = async ({ database }: Profile, id: string): Promise<string[]> =>
  Array.fromAsync((await openDossierSource(database, createKeyRing(database), id)).lines());

let here: Profile;
let there: Profile;
let dossier: string;

beforeEach(async () => {
  here = await newProfile();
  there = await newProfile();
  dossier = await here.writer.open('A. K.');
  await here.writer.write(dossier, (draft) => draft.incident(incident(), 'live'));
  await addCapture(here, dossier);
});
afterEach(async () => {
  for (const database of opened.splice(0)) {
    database.close();
    await deleteDB(database.name);
  }
});

describe('a back-up brought to a fresh profile', () => {
  it('gives the same chains, lines and files, byte for byte', async () => {
    const other = await here.writer.open('B. T.');
    await addCapture(here, other);
    const { file, made } = await backUp(here.database);
    expect(made).toMatchObject({ counts: { dossiers: 2, captures: 2 }, damaged: 0 });
    const report = await restore(there.database, file);
    expect(report.added.map(({ label, captures }) => `${label} ${captures}`).sort()).toEqual([
      'A. K. 1',
      'B. T. 1',
    ]);
    expect(report).toMatchObject({ continued: [], known: [], diverged: [], damaged: 0, settings: SETTINGS });
    expect(await heads(there)).toEqual(await heads(here));
    for (const id of [dossier, other]) expect(await linesOf(there, id)).toEqual(await linesOf(here, id));
    const [before, after] = await Promise.all(
      [here, there].map(({ database }) => openDossierSource(database, createKeyRing(database), dossier)),
    );
    for (const kind of ['incident', 'capture', 'picture'] as const) {
      const files = await Array.fromAsync(after?.files(kind) ?? []);
      expect(files.length).toBeGreaterThan(0);
      const bare = (each: (typeof files)[number]) => ({ ...each, release: null });
      expect(files.map(bare)).toEqual((await Array.fromAsync(before?.files(kind) ?? [])).map(bare));
    }
    expect(await there.database.count('staging')).toBe(0);
  });

  it('is written on with no break', async () => {
    await restore(there.database, (await backUp(here.database)).file);
    await addCapture(there, dossier);
    expect(checkChain(await linesOf(there, dossier), hashing.sha256).problems).toEqual([]);
  });

  it('brings what waits, and a kind of file that this version does not know', async () => {
    const facts = new TextEncoder().encode('{"kind":"capture"}');
    await here.store.wait(
      { room: 'default|e1', kind: 'capture', at: 5 },
      { facts, picture: PICTURE.slice() },
    );
    await here.store.wait({ room: 'default|e1', kind: 'incident', at: 6 }, { facts, picture: null });
    const head = await here.store.head(dossier);
    if (!head) throw new Error('no dossier');
    const bytes = new TextEncoder().encode('{}');
    const later = {
      seq: head.seq,
      kind: 'absence' as 'capture',
      bytes,
      sha256: hashing.sha256(bytes),
      crc32: 0,
    };
    const file = { ...later, crc32: hashing.crc32(bytes) };
    await here.store.commit({ before: head, after: head, lines: [], files: [file], drained: [] });
    const { file: backup } = await backUp(here.database);
    expect(await restore(there.database, backup)).toMatchObject({ waiting: 2 });
    const waiting = await there.store.waiting();
    expect(waiting.map(({ room, kind, at }) => `${room} ${kind} ${at}`)).toEqual([
      'default|e1 capture 5',
      'default|e1 incident 6',
    ]);
    expect(await there.store.waitingContent(waiting[0]?.key ?? 0)).toEqual({ facts, picture: PICTURE });
    expect((await there.store.recentFiles(dossier, 'absence' as 'capture', 0, 9))[0]?.bytes).toEqual(bytes);
    // Not a second time.
    expect(await restore(there.database, backup)).toMatchObject({ waiting: 0, added: [] });
    expect(await there.store.waiting()).toHaveLength(2);
  });

  it('does not let wait again what has been put away in a dossier since', async () => {
    const { facts, picture } = capture({ picture: PICTURE.slice() });
    const bytes = new TextEncoder().encode(JSON.stringify(facts));
    const later = await newProfile();
    const id = await later.writer.open('A. K.');
    await here.database.clear('dossiers');
    await here.store.wait({ room: 'default|e1', kind: 'capture', at: 5 }, { facts: bytes, picture });
    const { file } = await backUp(here.database);
    await later.writer.write(id, (draft) => draft.capture({ facts, picture }, 'live'));
    expect(await restore(later.database, file)).toMatchObject({ waiting: 0 });
    expect(await restore(there.database, file)).toMatchObject({ waiting: 1 });
  });

  it('keeps a rehearsal one', async () => {
    const id = await here.writer.open('Répétition', { rehearsal: true });
    const report = await restore(there.database, (await backUp(here.database)).file);
    expect(report.added.filter(({ rehearsal }) => rehearsal)).toHaveLength(1);
    expect(await there.writer.isRehearsal(id)).toBe(true);
  });

  it('carries what is damaged as far as it can be read, and says so', async () => {
    await addCapture(here, dossier);
    await here.database.delete('journal', [dossier, 3]);
    const row = await here.database.get('files', [dossier, 4, 'picture']);
    if (!row) throw new Error('no picture');
    await here.database.put('files', { ...row, sealed: { ...row.sealed, data: new ArrayBuffer(40) } });
    const { file, made } = await backUp(here.database);
    expect(made.damaged).toBe(2);
    expect(await restore(there.database, file)).toMatchObject({ damaged: 2, added: [{ label: 'A. K.' }] });
    expect(await linesOf(there, dossier)).toEqual(await linesOf(here, dossier));
    expect(await heads(there)).toEqual(await heads(here));
  });
});

describe('the file', () => {
  it('opens by the specification of its format, without the library that made it, into a ZIP that unzip knows', async () => {
    const { file } = await backUp(here.database);
    const bytes = Buffer.from(await file.arrayBuffer());
    const clear = decipherAge(bytes, PASSPHRASE);
    expect(Buffer.from(await decipher(file)).equals(clear)).toBe(true);
    expect(() => decipherAge(bytes, `${PASSPHRASE} `)).toThrow();
    const items = await listZip(blobSource(new Blob([Uint8Array.from(clear)])));
    expect(items.map(({ name }) => name)).toEqual([
      'sauvegarde.json',
      `dossiers/${dossier}/journal.jsonl`,
      `dossiers/${dossier}/fichiers/000003-incident.json`,
      `dossiers/${dossier}/fichiers/000004-capture.json`,
      `dossiers/${dossier}/fichiers/000004-picture.png`,
      `dossiers/${dossier}/fichiers/000004-snapshot.html`,
      'index.json',
    ]);
    for (const item of items) await item.read(() => undefined);
  });

  it('takes a passphrase for the same however its accents were typed', async () => {
    const { file } = await backUp(here.database, NO_WATCH, 'élève étonné à l’école');
    await restore(there.database, file, NO_WATCH, 'élève étonné à l’école'.normalize('NFD'));
    expect(await heads(there)).toEqual(await heads(here));
  });
});

describe('a dossier that is here already', () => {
  it('with the same head is left alone; nothing is written', async () => {
    const { file } = await backUp(here.database);
    const before = await rowsOf(here.database);
    expect(await restore(here.database, file)).toMatchObject({ known: [{ label: 'A. K.' }], added: [] });
    expect(await rowsOf(here.database)).toEqual(before);
  });

  it('that the back-up continues goes on', async () => {
    await restore(there.database, (await backUp(here.database)).file);
    await addCapture(here, dossier);
    await addCapture(here, dossier);
    const report = await restore(there.database, (await backUp(here.database)).file);
    expect(report.continued).toEqual([{ label: 'A. K.', captures: 2, rehearsal: false }]);
    expect(await linesOf(there, dossier)).toEqual(await linesOf(here, dossier));
    expect(await heads(there)).toEqual(await heads(here));
    expect(await there.database.count('stagedRows')).toBe(0);
    const pictures = await there.store.recentFiles(dossier, 'picture', 0, 9);
    expect(pictures.map(({ bytes }) => bytes)).toEqual([PICTURE, PICTURE, PICTURE]);
  });

  it('loses what was erased where the back-up was made', async () => {
    await restore(there.database, (await backUp(here.database)).file);
    const kinds = async ({ database }: Profile) =>
      (await database.getAllKeys('files')).filter(([id]) => id === dossier).map(([, , kind]) => kind);
    expect(await kinds(there)).toContain('picture');
    const seq = (await here.store.linesFrom(dossier, 1)).at(-1)?.seq ?? 0;
    await here.writer.write(dossier, (draft) => draft.erase({ seqs: [seq], captures: 1, lastList: null }));
    const report = await restore(there.database, (await backUp(here.database)).file);
    expect(report.continued).toMatchObject([{ captures: 0 }]);
    expect(await kinds(there)).toEqual(['incident']);
    expect(await heads(there)).toEqual(await heads(here));
  });

  it('that continues the back-up stays as it is', async () => {
    const { file } = await backUp(here.database);
    await addCapture(here, dossier);
    const before = await rowsOf(here.database);
    expect(await restore(here.database, file)).toMatchObject({ known: [{ label: 'A. K.' }] });
    expect(await rowsOf(here.database)).toEqual(before);
  });

  it('that has gone another way is refused, and the others come', async () => {
    await restore(there.database, (await backUp(here.database)).file);
    await here.writer.write(dossier, (draft) => draft.capture(capture({ statement: 'here' }), 'live'));
    await there.writer.write(dossier, (draft) => draft.capture(capture({ statement: 'there' }), 'live'));
    await here.writer.open('B. T.');
    const before = await linesOf(there, dossier);
    const report = await restore(there.database, (await backUp(here.database)).file);
    expect(report).toMatchObject({ diverged: [{ label: 'A. K.' }], added: [{ label: 'B. T.' }] });
    expect(await linesOf(there, dossier)).toEqual(before);
  });

  it('that grows while it is being read stays ours, whole', async () => {
    await restore(there.database, (await backUp(here.database)).file);
    await addCapture(here, dossier);
    const { file } = await backUp(here.database);
    let written: Promise<unknown> | undefined;
    const watch = {
      ...NO_WATCH,
      onProgress: () => {
        written ??= there.writer.write(dossier, (draft) => draft.incident(incident(), 'live'));
      },
    };
    const report = await restore(there.database, file, watch);
    await written;
    expect(report.diverged).toHaveLength(1);
    expect(checkChain(await linesOf(there, dossier), hashing.sha256).problems).toEqual([]);
    expect((await linesOf(there, dossier)).at(-1)).toContain('"incident"');
    expect(await there.database.count('stagedRows')).toBe(0);
  });
});

describe('what is no whole back-up changes nothing', () => {
  let file: Blob;
  let before: string[];
  beforeEach(async () => {
    ({ file } = await backUp(here.database));
    await there.writer.open('C. D.');
    before = await rowsOf(there.database);
  });
  const refused = async (given: Blob, passphrase?: string): Promise<string> => {
    const error = await restore(there.database, given, NO_WATCH, passphrase).then(
      () => 'restored',
      (cause: { name: string; reason?: string }) => cause.reason ?? cause.name,
    );
    expect(await rowsOf(there.database)).toEqual(before);
    return error;
  };

  it.each([
    ['another passphrase', (whole: Blob) => whole, 'WrongPassphrase', 'quatre chevaux verts dorment'],
    ['a file that is cut', (whole: Blob) => whole.slice(0, whole.size - 1), 'damaged', undefined],
    ['one that is cut where a chunk ends', (whole: Blob) => whole.slice(0, 65_536), 'damaged', undefined],
    ['one of which the first bytes only came', (whole: Blob) => whole.slice(0, 12), 'damaged', undefined],
    ['one with something after its end', (whole: Blob) => new Blob([whole, 'x']), 'damaged', undefined],
    ['a picture', () => new Blob([PICTURE]), 'foreign', undefined],
    ['an empty file', () => new Blob([]), 'foreign', undefined],
    [
      'a file enciphered for somebody’s key',
      () =>
        new Blob([
          `age-encryption.org/v1\n-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`,
        ]),
      'foreign',
      undefined,
    ],
  ])('%s', async (_name, change, reason, passphrase) => {
    expect(await refused(change(file), passphrase)).toBe(reason);
  });

  it('whatever is cut or changed in it', async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const place = fc.integer({ min: 0, max: bytes.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 0, max: 255 }), async (at, mask) => {
        const changed = bytes.slice(0, mask === 0 ? at : bytes.length);
        if (mask !== 0) changed[at] = (changed[at] ?? 0) ^ mask;
        // A work factor that was changed may ask for more memory than there is.
        expect(['damaged', 'foreign', 'WrongPassphrase']).toContain(await refused(new Blob([changed])));
      }),
      { numRuns: 60 },
    );
  });

  it('whatever is cut or changed before it was enciphered, but for what says nothing (the dates of a ZIP)', async () => {
    const bytes = await decipher(file);
    const source = await linesOf(here, dossier);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), fc.boolean(), async (at, cut) => {
        const changed = bytes.slice(0, cut ? at : bytes.length);
        if (!cut) changed[at] = (changed[at] ?? 0) ^ 0x55;
        const fresh = await newProfile();
        const nothing = await rowsOf(fresh.database);
        const told = await restore(fresh.database, await encipher(changed)).then(
          () => 'restored',
          (cause: { name: string; reason?: string }) => cause.reason ?? cause.name,
        );
        if (told === 'restored') expect(await linesOf(fresh, dossier)).toEqual(source);
        else {
          expect(['damaged', 'foreign', 'newer']).toContain(told);
          expect(await rowsOf(fresh.database)).toEqual(nothing);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a later format is said to be one', async () => {
    const text = new TextDecoder('latin1').decode(await decipher(file));
    const later = Uint8Array.from(text.replace('anef-backup/1', 'anef-backup/2'), (each) =>
      each.charCodeAt(0),
    );
    expect(['newer', 'damaged']).toContain(await refused(await encipher(later)));
  });

  it('stopped by the person', async () => {
    const watch = { ...NO_WATCH, aborted: () => true };
    await expect(restore(there.database, file, watch)).rejects.toMatchObject({ name: 'BackupCancelled' });
    expect(await rowsOf(there.database)).toEqual(before);
    await expect(backUp(here.database, watch)).rejects.toMatchObject({ name: 'BackupCancelled' });
  });

  it('a browser that ends in the middle leaves nothing to be seen, and the next one nothing at all', async () => {
    const target = createRestoreTarget(there.database, createKeyRing(there.database));
    for (let seq = 1; seq <= 300; seq++) await target.stageLine(dossier, seq, `line ${seq}`, false);
    for (let seq = 1; seq <= 300; seq++) await target.stageLine(crypto.randomUUID(), seq, 'x', true);
    expect(await there.database.count('journal')).toBeGreaterThan(1);
    expect((await there.store.dossiers()).map(({ label }) => label)).toEqual(['C. D.']);
    await removeAbandonedStaging(there.database);
    expect(await rowsOf(there.database)).toEqual(before);
  });
});
