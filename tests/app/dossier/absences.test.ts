import { describe, expect, it } from 'vitest';
import { createAbsences } from '../../../lib/app/dossier/absences.ts';
import { createErasures } from '../../../lib/app/dossier/erasures.ts';
import {
  ABSENCE_KINDS,
  type AbsenceEntry,
  ASKED_THINGS,
  absenceRecord,
} from '../../../lib/core/bundle/absence-record.ts';
import { MEASURES } from '../../../lib/core/detect/categories.ts';
import { daysElapsed, hasPossibleDays, measureOfAbsence } from '../../../lib/core/dossier/absences.ts';
import { commitTo } from '../../../lib/core/journal/commitment.ts';
import { hashing } from '../../../lib/node/hashing.ts';
import { wake } from '../waking.ts';
import { capture } from '../witnessed-builders.ts';

const ENTRY: AbsenceEntry = {
  kind: 'attestation-not-issued',
  asked: { what: 'attestation', how: 'contact-centre', on: null, times: null },
  answer: { kind: 'nothing', on: null },
  proof: { kind: 'none', captureSeq: null },
};
const asked = (on: string | null, answered: string | null = null): AbsenceEntry => ({
  ...ENTRY,
  asked: { ...ENTRY.asked, on },
  answer: { kind: answered === null ? 'nothing' : 'refusal', on: answered },
});

async function ready() {
  const woken = await wake();
  const id = await woken.writer.open('Dossier A. K.');
  const absences = createAbsences({ ...woken, version: '0.1.0' });
  return { ...woken, id, record: (entry: AbsenceEntry) => absences.record(id, entry) };
}

describe('an absence', () => {
  it('is a record of the chain, without one word of hers', async () => {
    const { record, store, id, clock } = await ready();
    const today = new Date(clock.now()).toISOString().slice(0, 10);
    expect(await record(asked(today))).toEqual({ kind: 'recorded', seq: 2 });
    const [file] = store.files(id);
    const line = store.lines(id)[1];
    expect(Object.keys(line ?? {}).sort()).toEqual(['at', 'commit', 'prev', 'seq', 'type']);
    expect(file?.kind).toBe('absence');
    const stored = absenceRecord.parse(store.records(id, 'absence')[0]);
    expect(stored).toMatchObject({ format: 'anef-absence/1', seq: 2, measure: 'attestation', days: 0 });
    expect(commitTo(stored.salt, file?.bytes ?? new Uint8Array(), hashing.sha256)).toBe(line?.commit);
  });

  it('may be shown by a capture of the same dossier, not by anything else', async () => {
    const { record, writer, store, id } = await ready();
    const seq = await writer.write(id, (draft) => draft.capture(capture(), 'live'));
    const shownBy = (captureSeq: number | null, kind: AbsenceEntry['proof']['kind'] = 'capture') =>
      record({ ...ENTRY, proof: { kind, captureSeq } });
    expect((await shownBy(seq)).kind).toBe('recorded');
    const refused = { kind: 'refused', reason: 'no-such-capture' };
    for (const other of [1, 99, null]) expect(await shownBy(other)).toEqual(refused);
    expect(await shownBy(seq, 'letter')).toEqual(refused);
    await createErasures({ store, writer }).erase(id, seq);
    expect(await shownBy(seq)).toEqual(refused);
  });

  it('has no day that cannot be', async () => {
    const { record, store } = await ready();
    const commits = store.commits;
    expect(await record(asked('2026-02-30'))).toEqual({ kind: 'refused', reason: 'impossible-day' });
    expect(store.commits).toBe(commits);
  });
});

describe('what an absence concerns', () => {
  it.each(ABSENCE_KINDS)('%s: one of the five measures', (kind) => {
    for (const what of ASKED_THINGS)
      expect(MEASURES).toContain(measureOfAbsence({ kind, asked: { ...ENTRY.asked, what } }));
  });

  it.each([
    ['attestation', 'attestation'],
    ['correction', 'report-correct-complete'],
    ['second-request', 'several-requests'],
    ['substitute-solution', 'substitute-solution'],
    ['decision', 'rights-maintained'],
  ] as const)('a silence on %s: %s', (what, measure) => {
    expect(measureOfAbsence({ kind: 'no-answer', asked: { ...ENTRY.asked, what } })).toBe(measure);
  });
});

describe('its days', () => {
  it.each([
    [asked('2026-11-01'), 20],
    [asked('2026-11-01', '2026-11-05'), 4],
    [asked('2026-10-24', '2026-10-26'), 2],
    [asked('2026-11-21'), 0],
    [asked(null), null],
  ])('are whole days, up to the answer or to today', (entry, days) => {
    expect(daysElapsed(entry, '2026-11-21')).toBe(days);
  });

  it.each([
    [asked('2026-11-21'), true],
    [asked('2026-11-22'), true],
    [asked('2026-11-23'), false],
    [asked('2026-02-30'), false],
    [asked('2026-13-01'), false],
    [asked('2026-11-05', '2026-11-01'), false],
    [asked(null, '2026-11-01'), true],
  ])('exist, and are over', (entry, possible) => {
    expect(hasPossibleDays(entry, '2026-11-21')).toBe(possible);
  });
});
