import type { CheckResult, Verdict, VerificationReport } from './check.ts';

const VERDICTS: Record<Verdict, string> = {
  intact: 'INTACT : tous les contrôles sont passés.',
  altered: 'ALTÉRÉ : au moins un élément n’est pas ce qu’il était.',
  incomplete: 'INCOMPLET : il manque des éléments, ou un contrôle n’a pas pu être mené.',
  unreadable: 'ILLISIBLE : le fichier n’est pas un dossier de preuves lisible.',
};
const OUTCOMES: Record<CheckResult['outcome'], string> = {
  pass: '[ oui ]',
  fail: '[ NON ]',
  unknown: '[  ?  ]',
};

/** More would drown the reader; the number of the others is said. */
const MOST_PROBLEMS = 20;

/** What a verdict does not mean, said every time. */
const LIMITS = [
  'Ce contrôle dit si le dossier est cohérent, pas qui l’a fait ni quand : un dossier entier peut être réécrit.',
  'Aucun sceau ni horodatage n’est contrôlé par cette version.',
];

const REHEARSAL =
  'RÉPÉTITION : ceci n’est pas une preuve. Ce dossier a été fait sur une page d’essai de l’extension.';

/** The report as plain text in French. */
export function reportText({ verdict, results, reason, rehearsal }: VerificationReport): string {
  const lines = [...(rehearsal ? [REHEARSAL] : []), VERDICTS[verdict]];
  if (reason !== null) lines.push(reason);
  for (const { title, outcome, problems } of results) {
    lines.push(`${OUTCOMES[outcome]} ${title}`);
    lines.push(...problems.slice(0, MOST_PROBLEMS).map(({ text }) => `        - ${text}`));
    const more = problems.length - MOST_PROBLEMS;
    if (more > 0) lines.push(`        - et ${more} autres.`);
  }
  lines.push(...LIMITS);
  return `${lines.join('\n')}\n`;
}
