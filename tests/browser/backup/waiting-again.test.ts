import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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

it('pictures that wait here are not read all at once, nor any that the back-up has not', async () => {
  const at = (startedAt: string) => {
    const shown = capture({ picture: new Uint8Array(9).fill(7) });
    return { ...shown, facts: { ...shown.facts, record: { ...shown.facts.record, startedAt } } };
  };
  const both = at('2026-11-21T09:04:08.000Z');
  await here.letWait(both);
  const { file } = await backUp(here.database);
  const there = await newProfile();
  for (const shown of [at('2026-11-20T09:04:08.000Z'), both, at('2026-11-19T09:04:08.000Z')])
    await there.letWait(shown);
  const spies = (['get', 'getAll', 'openCursor'] as const).map((name) =>
    vi.spyOn(IDBObjectStore.prototype, name),
  );
  try {
    expect(await restore(there.database, file)).toMatchObject({ waiting: 0 });
    const reads = spies.map(
      ({ mock }) => mock.contexts.filter((store) => (store as IDBObjectStore).name === 'waiting').length,
    );
    expect(reads).toEqual([1, 0, 0]);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
});
