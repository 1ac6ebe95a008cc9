import type { BEHAVIOUR_RULES } from '../detect/rules/behaviour.ts';
import { behaviourOf } from '../detect/rules/behaviour.ts';
import type { Incident } from '../dossier/incidents.ts';
import type { CaptureSummary } from '../dossier/survey.ts';
import { count, typeset } from './french.ts';

type Row = readonly [label: string, value: string];

/** What the page did, in a sentence: neither a message nor a status says it. */
const WORDS: Record<(typeof BEHAVIOUR_RULES)[number]['id'], string> = {
  'form-button-greyed':
    'Le bouton qui permet de continuer est resté inactif alors que tout ce que l’étape demande était rempli et accepté.',
  'form-dead-click':
    'Le bouton a été actionné sans aucun effet : ni changement de la page, ni requête, ni message.',
  'form-validation-loop':
    'Le même message est revenu à côté du même champ, alors que la réponse avait été modifiée entre les essais.',
  'form-no-choice': 'Une liste à renseigner est restée sans aucun choix.',
  'page-endless-wait': 'Un indicateur d’attente est resté affiché sans que la page réponde.',
  'page-blank': 'La page s’est chargée et n’a rien affiché.',
  'form-work-lost': 'La session a pris fin alors qu’un formulaire était en cours de saisie.',
  'upload-refused': 'Un document choisi a été marqué comme refusé, ou son envoi a échoué.',
};

/** Rows for what a form did; none for an incident that a message or a status tells. */
export function behaviourRows(
  { first, sightings }: Incident,
  captures: readonly CaptureSummary[],
): readonly Row[] {
  const id = behaviourOf(first.ruleId);
  if (id === undefined) return [];
  const labels = new Set(captures.flatMap(({ label }) => (label ? [label] : [])));
  const seen = sightings.flatMap(({ evidence }) => evidence ?? []);
  const most = (of: 'durationMs' | 'tries' | 'fields' | 'scriptErrors') =>
    Math.max(0, ...seen.map((one) => one[of] ?? 0));
  const [durationMs, tries, fields] = [most('durationMs'), most('tries'), most('fields')];
  const scriptErrors = most('scriptErrors');
  const classes = [...new Set(seen.flatMap(({ errorName }) => errorName ?? []))].join(', ');
  const rows: (Row | null)[] = [
    ['Comportement relevé', typeset(WORDS[id])],
    labels.size === 0
      ? null
      : ['Élément concerné', typeset([...labels].map((label) => `« ${label} »`).join(', '))],
    durationMs < 1000
      ? null
      : ['Durée observée', typeset(`${Math.round(durationMs / 1000)} s, page affichée à l’écran`)],
    tries === 0 ? null : ['Essais', count(tries, 'fois', 'fois')],
    fields === 0 ? null : ['Réponses déjà données', count(fields, 'champ rempli', 'champs remplis')],
    scriptErrors === 0
      ? null
      : [
          'Erreurs de script signalées par la page',
          typeset(`${scriptErrors}${classes === '' ? '' : ` (${classes})`}, dans la minute précédente`),
        ],
  ];
  return rows.filter((row) => row !== null);
}
