/** A record as the first version that had it wrote it. Never edited: later versions read it too. */
export const FROZEN_ABSENCE = {
  format: 'anef-absence/1',
  at: '2026-11-20T09:12:00.000Z',
  zone: 'Europe/Paris',
  offsetMinutes: 60,
  measure: 'attestation',
  kind: 'attestation-not-issued',
  asked: { what: 'attestation', how: 'contact-centre', on: '2026-11-10', times: 2 },
  answer: { kind: 'nothing', on: null },
  proof: { kind: 'none', captureSeq: null },
  days: 10,
  software: { name: 'anef-temoin', version: '0.1.0' },
  seq: 7,
  salt: '00000000000000000000000000000007',
} as const;

/** The lines that came with it. */
export const FROZEN_PROFILE_LINES = [
  `{"seq":7,"type":"absence","at":"2026-11-20T09:12:00.000Z","prev":"${'a'.repeat(64)}","commit":"${'b'.repeat(64)}"}`,
  `{"seq":8,"type":"deletion","at":"2026-11-20T09:13:00.000Z","prev":"${'c'.repeat(64)}","erased":[5,6]}`,
] as const;
