import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBackup } from '../../../lib/app/backup/make-backup.ts';
import { createBackupSource } from '../../../lib/browser/backup/backup-source.ts';
import { hashing } from '../../../lib/browser/store/hashing.ts';
import { createKeyRing } from '../../../lib/browser/store/key-ring.ts';
import { createZipSink } from '../../../lib/browser/store/zip-sink.ts';
import { fakeClock } from '../../app/fake-clock.ts';
import { capture } from '../../app/witnessed-builders.ts';
import { encipher, NO_WATCH, restore, SETTINGS } from './backup-trip.ts';
import { closeProfiles, newProfile, type Profile } from './new-profile.ts';

const PICTURE = new Uint8Array(5_000).fill(7);
const waited = capture({ picture: PICTURE, statement: 'waited' });

let here: Profile;
let there: Profile;
let dossier: string;
let line: number;
let key: number;

beforeEach(async () => {
  here = await newProfile();
  there = await newProfile();
  dossier = await here.writer.open('A. K.');
  line = await here.writer.write(dossier, (draft) => draft.capture(capture(), 'live'));
  key = await here.letWait(waited);
});
afterEach(closeProfiles);

/** A back-up in which `job` is done once so many parts are read; 0: right after everything was described. */
async function backUpAround(parts: number, job: () => Promise<unknown>) {
  const real = createBackupSource(here.database, createKeyRing(here.database), async () => SETTINGS);
  const source = {
    ...real,
    async *parts() {
      let read = 0;
      if (parts === 0) await job();
      for await (const part of real.parts()) {
        yield part;
        if (++read === parts) await job();
      }
    },
  };
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const sink = createZipSink((chunk) => void chunks.push(chunk.slice()), new Date(2026, 10, 21));
  const software = { version: '0.1.0', commit: 'abcdef012345' };
  const made = await makeBackup({ source, sink, hashing, clock: fakeClock(), software }, NO_WATCH);
  return { made, file: await encipher(new Uint8Array(await new Blob(chunks).arrayBuffer())) };
}

const putAway = () => here.writer.write(dossier, (draft) => draft.capture(waited, 'other-session'), [key]);

describe('what is put away in a dossier while the back-up runs', () => {
  it.each([0, 1, 2, 3, 4, 5])('after part %i is in it, or said not to be', async (parts) => {
    const { file, made } = await backUpAround(parts, putAway);
    const report = await restore(there.database, file);
    expect(report.waiting + made.damaged).toBe(1);
    expect(made.counts.waiting).toBe(report.waiting);
    expect(report.damaged).toBe(made.damaged);
  });

  it('is in it as soon as it was read, which comes first', async () => {
    const { file, made } = await backUpAround(3, putAway);
    expect(made).toMatchObject({ damaged: 0, counts: { waiting: 1 } });
    expect(await restore(there.database, file)).toMatchObject({ waiting: 1 });
    const [item] = await there.store.waiting();
    expect((await there.store.waitingContent(item?.key ?? 0))?.picture).toEqual(PICTURE);
    // In its dossier here, it does not wait again.
    expect(await restore(here.database, file)).toMatchObject({ waiting: 0 });
  });

  it('into a dossier that was opened meanwhile is said not to be in it', async () => {
    const { made } = await backUpAround(0, async () => {
      const other = await here.writer.open('B. T.');
      await here.writer.write(other, (draft) => draft.capture(waited, 'other-session'), [key]);
    });
    expect(made).toMatchObject({ damaged: 1, counts: { dossiers: 1, waiting: 0 } });
  });
});

it('what is thrown away while the back-up runs is not missing', async () => {
  const { made } = await backUpAround(0, () => here.store.discardWaiting([key]));
  expect(made).toMatchObject({ damaged: 0, counts: { waiting: 0 } });
});

it('a stamp that comes while the back-up runs is not in it: its line is not either', async () => {
  const token = { authority: 'autorite.example', genTime: '2026-11-21T09:04:08.000Z' };
  const [query, reply] = [new Uint8Array([1]), new Uint8Array([2])];
  const { file, made } = await backUpAround(0, () =>
    here.writer.write(dossier, (draft) => draft.stamp({ of: line, query, reply, ...token })),
  );
  expect(made.damaged).toBe(0);
  await restore(there.database, file);
  const stamps = (await there.filesOf(dossier)).filter((name) => /query|reply/.test(name));
  expect(stamps).toEqual([]);
});
