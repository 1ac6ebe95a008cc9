import type { Handlers } from '../router.ts';
import type { Absences } from './absences.ts';
import type { Erasures } from './erasures.ts';

/** What is done to one dossier by its own page. */
export const createDossierHandlers = (
  erasures: Erasures,
  absences: Absences,
): Pick<Handlers, 'capture.erase' | 'absence.record'> => ({
  'capture.erase': ({ dossier, seq }) => erasures.erase(dossier, seq),
  'absence.record': ({ dossier, absence }) => absences.record(dossier, absence),
});
