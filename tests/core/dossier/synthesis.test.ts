import { describe, expect, it } from 'vitest';
import type { IncidentRecord } from '../../../lib/core/bundle/incident-record.ts';
import { groupIncidents } from '../../../lib/core/dossier/incidents.ts';
import { synthesise } from '../../../lib/core/dossier/synthesis.ts';

let seq = 0;
const sighting = (at: string, more: Partial<IncidentRecord> = {}): IncidentRecord => {
  seq++;
  return {
    format: 'anef-incident/1',
    seq,
    salt: '00'.repeat(16),
    at,
    zone: 'Europe/Paris',
    offsetMinutes: 60,
    attempt: 1,
    occurrence: 1,
    firstSeq: seq,
    fingerprint: 'a'.repeat(32),
    ruleId: 'r',
    ruleVersion: 1,
    category: 'server-error',
    measure: null,
    host: 'h',
    routeTemplate: '/',
    httpStatus: 500,
    findings: [],
    software: { name: 'anef-temoin', version: '0.1.0' },
    ...more,
  };
};

describe('synthesise', () => {
  it('counts days and hours in Paris', () => {
    const figures = synthesise(3, [
      sighting('2026-11-10T22:50:00.000Z'),
      sighting('2026-11-10T22:59:00.000Z'),
      sighting('2026-11-10T23:10:00.000Z'),
    ]);
    expect(figures).toMatchObject({ attempts: 3, distinctDays: 2, distinctHours: 2, spanDays: 0 });
    expect(figures.byCategory).toEqual({ 'server-error': 3 });
  });

  it('leaves out legal rules and successes', () => {
    const figures = synthesise(1, [
      sighting('2026-11-10T10:00:00.000Z', { category: 'eligibility', measure: 'attestation' }),
      sighting('2026-11-12T10:00:00.000Z', { category: 'confirmation' }),
    ]);
    expect(figures).toMatchObject({
      distinctDays: 0,
      firstAt: null,
      lastAt: null,
      byCategory: {},
      byMeasure: {},
    });
  });

  it('compares each measure with its own term, the day of the term not being after it', () => {
    const figures = synthesise(1, [
      sighting('2026-11-05T22:30:00.000Z', { measure: 'attestation' }),
      sighting('2026-11-05T23:30:00.000Z', { measure: 'attestation' }),
      sighting('2026-12-01T10:00:00.000Z', { measure: 'several-requests' }),
    ]);
    expect(figures.byMeasure).toEqual({
      attestation: { total: 2, afterTerm: 1, term: '2026-11-05' },
      'several-requests': { total: 1, afterTerm: 0, term: '2027-05-05' },
    });
  });

  it('orders by time, since a clock may have gone back', () => {
    const figures = synthesise(1, [
      sighting('2026-11-20T10:00:00.000Z'),
      sighting('2026-11-10T10:00:00.000Z'),
    ]);
    expect(figures).toMatchObject({
      firstAt: '2026-11-10T10:00:00.000Z',
      lastAt: '2026-11-20T10:00:00.000Z',
      spanDays: 10,
    });
  });
});

describe('groupIncidents', () => {
  it('merges one fingerprint in one attempt, and only there', () => {
    const first = sighting('2026-11-10T10:00:00.000Z');
    const again = sighting('2026-11-10T10:05:00.000Z');
    const other = sighting('2026-11-10T10:06:00.000Z', { fingerprint: 'b'.repeat(32) });
    const nextVisit = sighting('2026-11-11T10:00:00.000Z', { attempt: 2 });
    const incidents = groupIncidents([nextVisit, other, again, first]);
    expect(incidents.map(({ number, sightings }) => [number, sightings.map((found) => found.seq)])).toEqual([
      [1, [first.seq, again.seq]],
      [2, [other.seq]],
      [3, [nextVisit.seq]],
    ]);
  });
});
