import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRestoreTarget } from '../../../lib/browser/backup/restore-target.ts';
import { hashing } from '../../../lib/browser/store/hashing.ts';
import { createKeyRing } from '../../../lib/browser/store/key-ring.ts';
import { fileContext } from '../../../lib/browser/store/witness-store.ts';
import { capture, incident } from '../../app/witnessed-builders.ts';
import { backUp, NO_WATCH, restore, rowsOf } from './backup-trip.ts';
import { closeProfiles, newProfile, type Profile } from './new-profile.ts';

const QUERY = new Uint8Array([1, 2]);
const REPLY = new Uint8Array([3, 4, 5]);
const TOKEN = {
  query: QUERY,
  reply: REPLY,
  authority: 'autorite.example',
  genTime: '2026-11-21T09:04:08.000Z',
};

let here: Profile;
let there: Profile;
let dossier: string;
let stamped: number;

const stamp = ({ writer }: Profile, of: number) =>
  writer.write(dossier, (draft) => draft.stamp({ of, ...TOKEN }));
const addCapture = ({ writer }: Profile) =>
  writer.write(dossier, (draft) => draft.capture(capture(), 'live'));
const stampsOf = async (profile: Profile): Promise<string[]> =>
  (await profile.filesOf(dossier)).filter((name) => /query|reply/.test(name));
/** As a restore once left it. */
async function loseStamps({ database }: Profile): Promise<void> {
  for (const kind of ['query', 'reply']) await database.delete('files', [dossier, stamped, kind]);
}

beforeEach(async () => {
  here = await newProfile();
  there = await newProfile();
  dossier = await here.writer.open('A. K.');
  stamped = await addCapture(here);
  await restore(there.database, (await backUp(here.database)).file);
  await stamp(here, stamped);
});
afterEach(closeProfiles);

describe('the stamp of a line that was here before', () => {
  it('comes with the line that tells of it', async () => {
    const later = await addCapture(here);
    await stamp(here, later);
    expect(await restore(there.database, (await backUp(here.database)).file)).toMatchObject({
      continued: [{ captures: 1 }],
    });
    expect(await there.filesOf(dossier)).toEqual(await here.filesOf(dossier));
    const [, first] = await there.store.recentFiles(dossier, 'reply', 0, 9);
    expect(first).toEqual({ seq: stamped, bytes: REPLY });
    expect((await there.store.recentFiles(dossier, 'query', 0, 9)).at(-1)?.bytes).toEqual(QUERY);
  });

  it('is not written a second time', async () => {
    const { file } = await backUp(here.database);
    await restore(there.database, file);
    await addCapture(here);
    const before = await there.database.get('files', [dossier, stamped, 'reply']);
    await restore(there.database, (await backUp(here.database)).file);
    expect(await there.database.get('files', [dossier, stamped, 'reply'])).toEqual(before);
    const rows = await rowsOf(there.database);
    await restore(there.database, (await backUp(here.database)).file);
    expect(await rowsOf(there.database)).toEqual(rows);
  });

  it('that an earlier restore left behind comes when the dossier goes on', async () => {
    await restore(there.database, (await backUp(here.database)).file);
    await loseStamps(there);
    await addCapture(here);
    await restore(there.database, (await backUp(here.database)).file);
    expect(await stampsOf(there)).toEqual([`${stamped} query`, `${stamped} reply`]);
  });
});

describe('the stamp that is missing in a dossier that has nothing to learn', () => {
  beforeEach(async () => {
    await restore(there.database, (await backUp(here.database)).file);
    await loseStamps(there);
  });

  it('comes with the same back-up', async () => {
    const report = await restore(there.database, (await backUp(here.database)).file);
    expect(report).toMatchObject({ known: [{ label: 'A. K.' }], continued: [], diverged: [] });
    expect(await stampsOf(there)).toEqual([`${stamped} query`, `${stamped} reply`]);
    expect(await there.store.recentFiles(dossier, 'reply', 0, 9)).toEqual([{ seq: stamped, bytes: REPLY }]);
    expect(await there.database.count('stagedRows')).toBe(0);
    expect(await there.database.count('staging')).toBe(0);
  });

  it('comes where ours is further on, and goes on meanwhile', async () => {
    await addCapture(there);
    const { file } = await backUp(here.database);
    let written: Promise<unknown> | undefined;
    const onProgress = () => {
      written ??= there.writer.write(dossier, (draft) => draft.incident(incident(), 'live'));
    };
    const report = await restore(there.database, file, { ...NO_WATCH, onProgress });
    await written;
    expect(report).toMatchObject({ known: [{ label: 'A. K.' }], diverged: [] });
    expect(await stampsOf(there)).toEqual([`${stamped} query`, `${stamped} reply`]);
    expect((await there.store.linesFrom(dossier, 1)).at(-1)?.line).toContain('"incident"');
  });

  it('does not come where the chain names another', async () => {
    const bytes = new Uint8Array([9]);
    const kind = 'reply' as const;
    const file = { seq: stamped, kind, sha256: hashing.sha256(bytes), crc32: hashing.crc32(bytes) };
    const sealed = await createKeyRing(here.database).seal(dossier, bytes, fileContext(file));
    await here.database.put('files', { dossier, ...file, sealed });
    await restore(there.database, (await backUp(here.database)).file);
    expect(await stampsOf(there)).toEqual([`${stamped} query`]);
  });

  it('goes where the dossier is gone meanwhile', async () => {
    const target = createRestoreTarget(there.database, createKeyRing(there.database));
    const [sha256, crc32] = [hashing.sha256(REPLY), hashing.crc32(REPLY)];
    const bytes = REPLY.slice();
    await target.stageFile(dossier, { seq: stamped, kind: 'reply', bytes, sha256, crc32 }, true);
    await there.store.eraseDossier(dossier);
    expect(await target.commit([], [dossier])).toEqual([]);
    expect(await there.filesOf(dossier)).toEqual([]);
    expect(await there.database.count('stagedRows')).toBe(0);
  });
});
