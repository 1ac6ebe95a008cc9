import type { AbsenceEntry } from '../../core/bundle/absence-record.ts';
import { daysElapsed, hasPossibleDays, measureOfAbsence } from '../../core/dossier/absences.ts';
import { readLine } from '../../core/journal/chain.ts';
import { isoTime, parisDay } from '../../core/time.ts';
import type { Clock } from '../ports.ts';
import type { WitnessStore } from '../witness-ports.ts';
import type { DossierWriter } from './dossier-writer.ts';
import { erasedIn } from './erased-in.ts';

export type AbsenceOutcome =
  | { readonly kind: 'recorded'; readonly seq: number }
  /** A day that does not exist or is still to come; a capture that is not in that dossier. */
  | { readonly kind: 'refused'; readonly reason: 'impossible-day' | 'no-such-capture' };

interface Deps {
  readonly store: Pick<WitnessStore, 'linesFrom'>;
  readonly writer: DossierWriter;
  readonly clock: Clock;
  readonly version: string;
}

/** Records what should have been done and was not, as the person says it. */
export function createAbsences({ store, writer, clock, version }: Deps) {
  /** Whether the capture that shows it is there. */
  async function isShown(dossierId: string, { kind, captureSeq }: AbsenceEntry['proof']): Promise<boolean> {
    if (captureSeq === null) return kind !== 'capture';
    const lines = await store.linesFrom(dossierId, captureSeq);
    const [own] = lines;
    const isCapture = own?.seq === captureSeq && readLine(own.line)?.type === 'capture';
    return kind === 'capture' && isCapture && erasedIn(lines, captureSeq) === undefined;
  }

  return {
    /** Rejects with StoreError. */
    async record(dossierId: string, entry: AbsenceEntry): Promise<AbsenceOutcome> {
      const now = clock.now();
      const today = parisDay(now);
      if (!hasPossibleDays(entry, today)) return { kind: 'refused', reason: 'impossible-day' };
      if (!(await isShown(dossierId, entry.proof))) return { kind: 'refused', reason: 'no-such-capture' };
      const { name: zone, offsetMinutes } = clock.zone();
      const seq = await writer.write(dossierId, (draft) =>
        draft.absence({
          format: 'anef-absence/1',
          at: isoTime(now),
          zone,
          offsetMinutes,
          measure: measureOfAbsence(entry),
          ...entry,
          days: daysElapsed(entry, today),
          software: { name: 'anef-temoin', version },
        }),
      );
      return { kind: 'recorded', seq };
    },
  };
}
export type Absences = ReturnType<typeof createAbsences>;
