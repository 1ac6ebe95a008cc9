import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capture } from '../../app/witnessed-builders.ts';
import { backUp, restore } from './backup-trip.ts';
import { closeProfiles, newProfile, type Profile } from './new-profile.ts';

let here: Profile;
let dossier: string;

beforeEach(async () => {
  here = await newProfile();
  dossier = await here.writer.open('A. K.');
});
afterEach(closeProfiles);

/** As the waiting room is emptied. Returns its journal line. */
const putAway = async (shown: ReturnType<typeof capture>, key: number): Promise<number> =>
  here.writer.write(dossier, (draft) => draft.capture(shown, 'other-session'), [key]);

describe('what waited when the back-up was made', () => {
  it('does not come back once the person has erased it from its dossier', async () => {
    const shown = capture({ picture: new Uint8Array([137, 80, 78, 71]) });
    const key = await here.letWait(shown);
    const { file } = await backUp(here.database);
    const seq = await putAway(shown, key);
    expect(await here.erasures.erase(dossier, seq)).toMatchObject({ kind: 'erased' });
    expect(await restore(here.database, file)).toMatchObject({ waiting: 0 });
    expect(await here.store.waiting()).toEqual([]);
  });

  it('comes back beside one that was erased', async () => {
    const [gone, lost] = [capture(), capture()];
    const key = await here.letWait(gone);
    const facts = { ...lost.facts, record: { ...lost.facts.record, startedAt: '2026-11-21T09:04:08.000Z' } };
    const other = await here.letWait({ ...lost, facts });
    const { file } = await backUp(here.database);
    await here.erasures.erase(dossier, await putAway(gone, key));
    await here.store.discardWaiting([other]);
    expect(await restore(here.database, file)).toMatchObject({ waiting: 1 });
  });
});
