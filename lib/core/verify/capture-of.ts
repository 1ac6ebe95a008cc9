import { readCapture } from '../bundle/read-record.ts';
import type { OpenedBundle } from './check.ts';
import { readRecord } from './guarded.ts';

/** What several checks need of a capture. */
export interface CaptureFacts {
  /** SHA-256 (hex); null: it has none. */
  readonly picture: string | null;
  readonly snapshot: string | null;
  readonly serverIp: string | null;
  readonly incidentSeq: number | null;
  readonly quote: string | null;
}

export const CAPTURE_PATH = /^data\/captures\/(\d{6,})\.json$/;

/** Each is read once: a bundle may have thousands. */
const read = new WeakMap<OpenedBundle, Map<string, Promise<CaptureFacts | undefined>>>();

/** Undefined for a record of no known format. Rejects with UnreadableFile. */
export function captureOf(bundle: OpenedBundle, path: string): Promise<CaptureFacts | undefined> {
  const known = read.get(bundle) ?? new Map<string, Promise<CaptureFacts | undefined>>();
  read.set(bundle, known);
  const found = known.get(path) ?? factsOf(bundle, path);
  known.set(path, found);
  return found;
}

async function factsOf(bundle: OpenedBundle, path: string): Promise<CaptureFacts | undefined> {
  const record = readCapture(await readRecord(bundle, path));
  return (
    record && {
      picture: record.image?.sha256 ?? null,
      snapshot: record.snapshot?.sha256 ?? null,
      serverIp: record.http.main?.serverIp ?? null,
      incidentSeq: record.trigger.incidentSeq ?? null,
      quote: record.trigger.quote ?? null,
    }
  );
}
