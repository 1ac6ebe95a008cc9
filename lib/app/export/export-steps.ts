import type { SideFileKind } from '../../core/bundle/layout.ts';
import type { DossierSurvey } from '../../core/dossier/survey.ts';

/** `done` never goes back and `total` never changes once it is above 0. */
export interface ExportProgress {
  readonly phase: 'reading' | 'drawing' | 'writing';
  readonly done: number;
  readonly total: number;
}

export class ExportCancelled extends Error {
  override readonly name = 'ExportCancelled';
}

export interface Steps {
  reading(done: number, total: number): void;
  /** `drawn`: its pictures go into a document, too. `sideFiles`: kinds that are written. */
  surveyed(
    survey: DossierSurvey,
    to: { readonly drawn: boolean; readonly sideFiles: readonly SideFileKind[] },
  ): void;
  step(phase: 'drawing' | 'writing'): void;
  finish(): void;
}

/** One scale for the whole export: a record read, a picture drawn and a file written weigh the same. */
export function createSteps(watch: {
  onProgress: (progress: ExportProgress) => void;
  aborted: () => boolean;
}): Steps {
  let done = 0;
  let total = 0;
  const tell = (phase: ExportProgress['phase']): void => {
    if (watch.aborted()) throw new ExportCancelled('the person stopped the export');
    watch.onProgress({ phase, done: Math.min(done, total), total });
  };
  return {
    reading(read, records) {
      // Each record is read and written; a capture has at most a picture to draw and two more files to write.
      total = records * 5 + 1;
      done = read;
      tell('reading');
    },
    surveyed(survey, { drawn, sideFiles }) {
      const pictures = survey.captures.filter(({ picture }) => picture !== null).length;
      const numbers: Record<SideFileKind, number> = {
        incident: survey.incidents.reduce((sum, incident) => sum + incident.sightings.length, 0),
        absence: survey.absences.length,
        capture: survey.captures.length,
        picture: pictures,
        snapshot: survey.captures.filter(({ snapshot }) => snapshot !== null).length,
        display: survey.displays.length,
        documents: survey.documents.length,
        filing: survey.filings.length,
      };
      const written = sideFiles.reduce((sum, kind) => sum + numbers[kind], 0);
      const left = (drawn ? pictures : 0) + written + survey.gaps.length;
      done = Math.max(done, total - left);
      tell('drawing');
    },
    step(phase) {
      done++;
      tell(phase);
    },
    finish() {
      done = total;
      watch.onProgress({ phase: 'writing', done, total });
    },
  };
}
