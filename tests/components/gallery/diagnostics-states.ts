import type { DiagnosticsPageProps } from '../../../components/diagnostics/diagnostics-props.ts';

export type DiagnosticsPageState = Pick<DiagnosticsPageProps, 'told' | 'copied'>;

const told: Exclude<DiagnosticsPageProps['told'], string> = {
  version: '0.1.0',
  commit: 'a1b2c3d4e5f6',
  browser: 'Firefox/153.0',
  system: 'linux x86-64',
  holdings: { dossiers: 3, captures: 128, incidents: 41, waiting: 2, rehearsals: 1 },
  storage: { used: 48_300_000, quota: 10_000_000_000 },
  access: { portal: true, login: true, privateWindows: false },
  mishaps: [
    {
      at: Date.parse('2026-11-21T08:58:00Z'),
      code: 'disk-full',
      place: { script: 'background', line: 12, column: 34_567 },
      count: 7,
    },
    { at: Date.parse('2026-11-21T09:04:00Z'), code: 'TypeError', place: null, count: 1 },
  ],
};

/** Every state that the diagnostics page has, by name. */
export const DIAGNOSTICS_STATES: Readonly<Record<string, DiagnosticsPageState>> = {
  'diagnostics-reading': { told: 'reading', copied: 'not-yet' },
  'diagnostics-told': { told, copied: 'not-yet' },
  'diagnostics-copied': { told: { ...told, mishaps: [] }, copied: 'copied' },
  'diagnostics-refused': { told, copied: 'refused' },
  'diagnostics-without-database': {
    told: { ...told, holdings: null, storage: null },
    copied: 'not-yet',
  },
  'diagnostics-failed': { told: 'failed', copied: 'not-yet' },
};
