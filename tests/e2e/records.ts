import type { CaptureRecord } from '../../lib/core/bundle/capture-record.ts';
import type { IncidentRecord } from '../../lib/core/bundle/incident-record.ts';
import type { Unpacked } from './bundle-checks.ts';

const read = <Record>(bundle: Unpacked, paths: RegExp): Record[] =>
  bundle.files.filter((path) => paths.test(path)).map((path) => JSON.parse(bundle.read(path)) as Record);

/** In the order of the journal. */
export const incidentsOf = (bundle: Unpacked): IncidentRecord[] =>
  read(bundle, /^data\/incidents\/\d+\.json$/);

/** In the order of the journal. */
export const capturesOf = (bundle: Unpacked): CaptureRecord[] => read(bundle, /^data\/captures\/\d+\.json$/);
