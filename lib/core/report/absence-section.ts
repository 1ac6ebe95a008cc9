import type { AbsenceKind, AbsenceRecord } from '../bundle/absence-record.ts';
import { MEASURE_TERMS } from '../dossier/measures.ts';
import { parisDate } from '../time.ts';
import { ANSWER_WORDS, THING_WORDS, WAY_WORDS } from './absence-words.ts';
import type { Block } from './document.ts';
import { count, typeset } from './french.ts';

const KIND_WORDS: Readonly<Record<AbsenceKind, string>> = {
  'attestation-not-issued': 'Attestation de prolongation non délivrée',
  'attestation-not-renewed': 'Attestation de prolongation non renouvelée',
  'no-correction': 'Aucun moyen de corriger ou de compléter la demande',
  'second-request-not-offered': 'Seconde demande non proposée',
  'no-answer': 'Aucune réponse',
  'substitute-refused': 'Solution de substitution refusée',
  'desk-closed': 'Guichet fermé',
  'rights-lost': 'Droits perdus pendant l’examen de la demande',
};

const dayWords = (day: string): string => parisDate(Date.parse(`${day}T12:00:00Z`));

/**
 * What should have been done and was not: nothing on the portal shows it, the person recorded it. `captures`: journal
 * lines of those that follow.
 */
export function* absenceBlocks(
  absences: readonly AbsenceRecord[],
  captures: ReadonlySet<number>,
): Generator<Block> {
  if (absences.length === 0) return;
  const text = 'Ce qui n’a pas eu lieu';
  yield { type: 'heading', level: 1, text, bookmark: text };
  yield {
    type: 'paragraph',
    tone: 'small',
    text: typeset(
      'Le portail n’affiche rien quand une attestation n’est pas délivrée ou qu’une demande reste sans réponse. La personne l’a noté elle-même, avec les jours qu’elle indique ; le logiciel n’a pas pu les vérifier. Le lien avec une mesure est proposé par le logiciel : à vérifier avec un avocat.',
    ),
  };
  for (const absence of absences) {
    yield { type: 'heading', level: 2, text: typeset(KIND_WORDS[absence.kind]) };
    yield { type: 'facts', rows: rowsOf(absence, captures) };
  }
}

type Row = readonly [label: string, value: string];

function rowsOf(
  { asked, answer, days, measure, proof, at, seq }: AbsenceRecord,
  captures: ReadonlySet<number>,
): Row[] {
  const times = asked.times === null ? '' : `, ${count(asked.times, 'fois', 'fois')}`;
  const since = asked.on === null ? '' : `, le ${dayWords(asked.on)}`;
  const came = answer.on === null ? '' : `, le ${dayWords(answer.on)}`;
  const { label, dates } = MEASURE_TERMS[measure];
  const rows: (Row | null)[] = [
    ['Demande', typeset(`${THING_WORDS[asked.what]}, ${WAY_WORDS[asked.how]}${since}${times}`)],
    ['Réponse', typeset(`${ANSWER_WORDS[answer.kind]}${came}`)],
    days === null ? null : ['Jours écoulés', count(days, 'jour')],
    proof.captureSeq === null || !captures.has(proof.captureSeq)
      ? null
      : ['Voir', `la capture ${proof.captureSeq}`],
    proof.kind === 'letter' ? ['Justificatif', 'un courrier, que la personne garde'] : null,
    ['Mesure concernée', typeset(`${label} (${dates})`)],
    ['Noté le', typeset(`${parisDate(Date.parse(at))} ; ligne ${seq} du journal`)],
  ];
  return rows.filter((row) => row !== null);
}
