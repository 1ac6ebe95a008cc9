import { describe, expect, it } from 'vitest';
import { createErasures } from '../../../lib/app/dossier/erasures.ts';
import { readSights, toCaptures } from '../../../lib/app/popup/seen.ts';
import { checkChain } from '../../../lib/core/journal/chain.ts';
import { hashing } from '../../../lib/node/hashing.ts';
import { FROZEN_DOCUMENTS, FROZEN_FILING } from '../../core/bundle/frozen-filing.ts';
import { wake } from '../waking.ts';
import { capture, incident } from '../witnessed-builders.ts';

const { seq: _seq, salt: _salt, attempt: _attempt, captureSeq: _capture, ...LIST } = FROZEN_DOCUMENTS;
const { seq: _s, salt: _t, attempt: _a, captureSeq: _c, ...FILED } = FROZEN_FILING;

/** Lines: 1 opened, 2 attempt, 3 incident, 4 capture, 5 capture, 6 its list, 7 its filing, 8 capture, 9 its list. */
async function kept() {
  const woken = await wake();
  const id = await woken.writer.open('Dossier A. K.');
  const keep = (witnessed: ReturnType<typeof capture>, more: object = {}) =>
    woken.writer.write(id, (draft) => {
      const facts = { ...witnessed.facts, thumbnail: 'data:image/webp;base64,AA', ...more };
      return draft.capture({ ...witnessed, facts }, 'live');
    });
  const picture = new Uint8Array([137, 80, 78, 71]);
  const list = { ...LIST, items: LIST.items.map((item) => ({ ...item })) };
  await woken.writer.write(id, (draft) => draft.incident(incident(), 'live'));
  await keep(capture({ picture, statement: 'Ceci doit disparaître' }));
  await keep(capture({ picture }), { documents: list, filing: { ...FILED } });
  await keep(capture({ picture }), { documents: list });
  const erasures = createErasures(woken);
  const kinds = (seq: number) =>
    woken.store
      .files(id)
      .filter((file) => file.seq === seq)
      .map(({ kind }) => kind);
  const types = () => woken.store.lines(id).map(({ type }) => type);
  return { ...woken, id, erasures, erase: (seq: number) => erasures.erase(id, seq), kinds, types };
}

describe('erasing a capture', () => {
  it('takes its facts, picture, snapshot and thumbnail away, and says so in one line', async () => {
    const { erase, kinds, types, store, id } = await kept();
    expect(kinds(4).sort()).toEqual(['capture', 'picture', 'snapshot', 'thumbnail']);
    expect(await erase(4)).toEqual({ kind: 'erased', at: expect.stringMatching(/^\d{4}-.*Z$/) });
    expect(kinds(4)).toEqual([]);
    expect(types().slice(9)).toEqual(['deletion']);
    expect(store.lines(id).at(-1)).toMatchObject({ erased: [4] });
    expect(checkChain(store.rawLines(id), hashing.sha256).problems).toEqual([]);
    expect(JSON.stringify(store.files(id).map(({ bytes }) => new TextDecoder().decode(bytes)))).not.toContain(
      'disparaître',
    );
  });

  it('takes the list of documents that hangs on it, and leaves the filing', async () => {
    const { erase, kinds, store, id } = await kept();
    await erase(5);
    expect([kinds(5), kinds(6), kinds(7)]).toEqual([[], [], ['filing']]);
    expect(store.lines(id).at(-1)).toMatchObject({ erased: [5, 6] });
    expect((await store.head(id))?.filings).toHaveLength(1);
  });

  it('leaves everything else as it was', async () => {
    const { erase, store, id } = await kept();
    const before = store.files(id).filter(({ seq }) => seq !== 4);
    await erase(4);
    expect(store.files(id)).toEqual(before);
    expect(await store.head(id)).toMatchObject({ captures: 2, incidents: 1, documents: 9 });
  });

  it('leaves its place in what the popup shows of the visit', async () => {
    const { erase, store, id } = await kept();
    const owner = { kind: 'dossier', id, epoch: 'epoch-a' } as const;
    const seen = async () => toCaptures(await readSights(store, owner));
    const before = await seen();
    const answer = await erase(4);
    const at = Date.parse('at' in answer ? answer.at : '');
    const after = await seen();
    expect(after).toHaveLength(before.length);
    expect(after[0]).toMatchObject({ key: '4', at, erased: true, statement: null, thumbnail: null });
    expect(after.slice(1).map(({ key }) => key)).toEqual(['8', '5']);
  });

  it('shows the list before, when that of the last one is gone', async () => {
    const { erase, store, id } = await kept();
    await erase(8);
    expect((await store.head(id))?.documents).toBe(6);
    await erase(5);
    expect((await store.head(id))?.documents).toBeNull();
  });

  it('answers clearly when it is asked for again, and writes nothing', async () => {
    const { erase, store } = await kept();
    const first = await erase(4);
    const commits = store.commits;
    expect(await erase(4)).toEqual({ kind: 'already-erased', at: 'at' in first ? first.at : '' });
    expect(store.commits).toBe(commits);
  });

  it('writes one line for two clicks at once', async () => {
    const { erase, types } = await kept();
    expect((await Promise.all([erase(4), erase(4)])).map(({ kind }) => kind)).toEqual([
      'erased',
      'already-erased',
    ]);
    expect(types().filter((type) => type === 'deletion')).toHaveLength(1);
  });

  it.each([
    ['the opening', 1],
    ['an incident', 3],
    ['a list of documents by itself', 6],
    ['a filing', 7],
    ['a line that does not exist', 99],
  ])('%s is no capture', async (_name, seq) => {
    const { erase, store } = await kept();
    const commits = store.commits;
    expect(await erase(seq)).toEqual({ kind: 'no-capture' });
    expect(store.commits).toBe(commits);
  });

  it('is all or nothing when the disk refuses', async () => {
    const { erase, kinds, types, store } = await kept();
    store.breakDown();
    await expect(erase(4)).rejects.toMatchObject({ trouble: 'disk-full' });
    expect([kinds(4).length, types().length]).toEqual([4, 9]);
    store.mend();
    expect((await erase(4)).kind).toBe('erased');
  });

  it('is made again when the chain grew meanwhile', async () => {
    const { erase, kinds, store } = await kept();
    store.growElsewhere(2);
    expect((await erase(4)).kind).toBe('erased');
    expect(kinds(4)).toEqual([]);
  });
});
