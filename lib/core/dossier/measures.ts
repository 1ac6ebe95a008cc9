import type { Measure } from '../detect/categories.ts';

/**
 * The measures ordered on 5 May 2026, each with its own indicative term. A term normally runs from notification,
 * which is not known here: these days are landmarks, and no text may say that a term has run out.
 */
export const DECISION_DAY = '2026-05-05';

const SIX_MONTHS = 'décision du 5 mai 2026 ; délai de six mois environ, à compter de la notification';
const TWELVE_MONTHS =
  'décision du 5 mai 2026 ; délai de douze mois environ selon une source, à compter de la notification, à vérifier';

export const MEASURE_TERMS: Record<
  Measure,
  { readonly term: string; readonly label: string; readonly dates: string }
> = {
  'substitute-solution': {
    term: '2026-11-05',
    label: 'Solution de substitution lorsque le téléservice ne peut pas être utilisé',
    dates: SIX_MONTHS,
  },
  'report-correct-complete': {
    term: '2026-11-05',
    label: 'Possibilité de signaler une erreur, de corriger et de compléter sa demande',
    dates: SIX_MONTHS,
  },
  attestation: {
    term: '2026-11-05',
    label: 'Délivrance et renouvellement à temps de l’attestation de prolongation de l’instruction',
    dates: SIX_MONTHS,
  },
  'rights-maintained': {
    term: '2026-11-05',
    label: 'Maintien des droits pendant l’examen d’une demande de renouvellement',
    dates: SIX_MONTHS,
  },
  'several-requests': {
    term: '2027-05-05',
    label: 'Possibilité de présenter plusieurs demandes sur des fondements différents',
    dates: TWELVE_MONTHS,
  },
};
