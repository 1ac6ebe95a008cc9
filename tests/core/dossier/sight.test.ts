import { describe, expect, it } from 'vitest';
import { sightName, sightOf } from '../../../lib/core/dossier/sight.ts';
import { capture, incident } from '../../app/witnessed-builders.ts';

const AT = '2026-11-21T09:04:07.000Z';

describe('what was witnessed', () => {
  it('is told by its kind, its time and its fingerprint, placed in a chain or not yet', () => {
    const { record } = incident().facts;
    const { fingerprint } = record;
    const sight = { kind: 'incident', at: AT, fingerprint };
    expect(sightOf('incident', record)).toEqual(sight);
    expect(sightOf('incident', { ...record, seq: 4, salt: 'ab' })).toEqual(sight);
    const manual = { kind: 'capture', at: AT, fingerprint: undefined };
    const { record: shown } = capture().facts;
    expect(sightOf('capture', shown)).toEqual(manual);
    const trigger = { kind: 'incident', fingerprint };
    expect(sightOf('capture', { ...shown, trigger })).toEqual({ ...manual, fingerprint });
  });

  it('has a name that nothing else has', () => {
    const names = [
      sightName({ kind: 'capture', at: AT, fingerprint: undefined }),
      sightName({ kind: 'capture', at: AT, fingerprint: 'f' }),
      sightName({ kind: 'incident', at: AT, fingerprint: 'f' }),
      sightName({ kind: 'incident', at: '2026-11-21T09:04:07.001Z', fingerprint: 'f' }),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([undefined, null, 'x', {}, { at: AT }, { startedAt: 5, trigger: {} }, { startedAt: AT }])(
    'is nothing that can be told apart: %j',
    (record) => {
      expect(sightOf('incident', record)).toBeUndefined();
      expect(sightOf('capture', record)).toBeUndefined();
    },
  );
});
