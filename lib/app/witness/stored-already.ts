import { captureRecord } from '../../core/bundle/capture-record.ts';
import { incidentRecord } from '../../core/bundle/incident-record.ts';
import type { Owner } from '../../core/dossier/owner.ts';
import { type Sight, sightOf } from '../../core/dossier/sight.ts';
import { isoTime } from '../../core/time.ts';
import type { WitnessStore } from '../witness-ports.ts';
import { parseJsonBytes, parseWitnessed } from './witnessed.ts';

/** What a worker wrote just before it died is among the last things written. */
const LATEST = 20;

/** Something witnessed, as far as it can be found again: nothing else has both its time and its fingerprint. */
export interface Known {
  /** When it was seen, or when its capture began (ms). */
  readonly at: number;
  readonly fingerprint: string | undefined;
}

/**
 * Finds what is on the disk already. A worker that dies between a write and the saving of its own memory forgets that
 * it wrote: whoever takes over must look before writing it again.
 */
export function createStoredAlready(store: WitnessStore) {
  const isOf = (known: Known, kind: Sight['kind'], record: unknown): boolean => {
    const sight = sightOf(kind, record);
    return sight?.at === isoTime(known.at) && sight.fingerprint === known.fingerprint;
  };

  async function isWaiting(kind: Sight['kind'], known: Known): Promise<boolean> {
    const items = (await store.waiting()).filter((item) => item.kind === kind).slice(-LATEST);
    for (const { key } of items) {
      const content = await store.waitingContent(key);
      const facts = content && parseWitnessed(content.facts);
      if (facts && isOf(known, facts.kind, facts.record)) return true;
    }
    return false;
  }

  return {
    /** Its journal line, or `waiting`; undefined when it is nowhere. */
    async incident(owner: Owner, known: Known): Promise<number | 'waiting' | undefined> {
      if (owner.kind === 'dossier') {
        const files = await store.recentFiles(owner.id, 'incident', 0, LATEST);
        const found = files.find(({ bytes }) =>
          isOf(known, 'incident', parseJsonBytes(bytes, incidentRecord)),
        );
        if (found) return found.seq;
      }
      return (await isWaiting('incident', known)) ? 'waiting' : undefined;
    },

    async capture(owner: Owner, known: Known): Promise<boolean> {
      if (owner.kind === 'dossier') {
        const files = await store.recentFiles(owner.id, 'capture', 0, LATEST);
        const found = files.some(({ bytes }) => isOf(known, 'capture', parseJsonBytes(bytes, captureRecord)));
        if (found) return true;
      }
      return isWaiting('capture', known);
    },
  };
}
export type StoredAlready = ReturnType<typeof createStoredAlready>;
