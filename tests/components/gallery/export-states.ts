import type { ExportPageProps } from '../../../components/export/export-props.ts';
import { HOSTILE } from './hostile.ts';

export type ExportPageState = Pick<ExportPageProps, 'state' | 'description' | 'fileName'>;

const description = (label: string): NonNullable<ExportPageProps['description']> => ({
  dossierId: 'dossier A. K.',
  label,
  rehearsal: false,
  captures: 128,
  incidents: 41,
  language: null,
  version: '0.1.0',
  commit: 'a1b2c3d',
});

const fileName = 'dossier-7f3a91c2-20261121.zip';
const page = (state: ExportPageProps['state'], label = 'A. K.'): ExportPageState => ({
  state,
  description: description(label),
  fileName,
});

/** Every state that the export page has, by name. */
export const EXPORT_STATES: Readonly<Record<string, ExportPageState>> = {
  'export-describing': { state: { kind: 'describing' }, description: null, fileName },
  'export-ready': page({ kind: 'ready' }),
  'export-counting': page({ kind: 'running', done: 0, total: 0, phase: 'preparing' }),
  'export-running': page({ kind: 'running', done: 47, total: 128, phase: 'captures' }),
  'export-saved': page({ kind: 'saved', fileName, bytes: 48_300_000 }),
  'export-unnoted': page({ kind: 'saved', fileName, bytes: 48_300_000, unnoted: true }),
  'export-stamped': page({
    kind: 'saved',
    fileName,
    bytes: 48_300_000,
    stamp: { host: 'timestamp.sectigo.com' },
  }),
  'export-not-stamped': page({ kind: 'saved', fileName, bytes: 48_300_000, stamp: 'none' }),
  'export-cancelled': page({ kind: 'cancelled' }),
  'export-failed': page({ kind: 'failed', reason: 'disk-full', detail: 'DataError: Failed to write blobs' }),
  'export-blocked': page({ kind: 'failed', reason: 'database-blocked', detail: 'StoreError' }),
  'export-newer': page({ kind: 'failed', reason: 'database-newer', detail: 'StoreError' }),
  'export-broken': page({ kind: 'failed', reason: 'database-broken', detail: 'StoreError' }),
  'export-no-dossier': { state: { kind: 'failed', reason: 'no-dossier' }, description: null, fileName },
  'export-hostile': page({ kind: 'saved', fileName: HOSTILE.longQuote, bytes: 0 }, HOSTILE.label),
};
