import { readableFingerprint } from '../seal/device-key.ts';
import type { CheckResult, Verdict, VerificationReport } from './check.ts';
import type { Level, SealingKey } from './levels.ts';
import { timestampLines } from './timestamp-words.ts';

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
  'Ce contrôle dit si le dossier est cohérent, pas qui l’a fait ni quand : un dossier entier peut être réécrit et scellé par une autre clé. Seule une empreinte de clé connue par ailleurs, ou un horodatage, le montre.',
];

const REHEARSAL =
  'RÉPÉTITION : ceci n’est pas une preuve. Ce dossier a été fait sur une page d’essai de l’extension.';

const LEVELS: Record<Level, string> = {
  intact: 'NIVEAU : intact seulement. Rien ne dit qui l’a fait ni quand.',
  sealed: 'NIVEAU : scellé par la clé d’un appareil.',
  stamped: 'NIVEAU : scellé par la clé d’un appareil, et horodaté par une autorité.',
};
const COMPARISONS: Record<SealingKey['compared'], string> = {
  same: 'C’est bien la clé attendue.',
  other: 'CE N’EST PAS LA CLÉ ATTENDUE : quelqu’un d’autre, ou un autre appareil, a scellé ce dossier.',
  'not-compared': 'Comparez-la avec celle que la personne vous a donnée elle-même.',
};

const sealLines = ({ level, key }: VerificationReport): readonly string[] => [
  ...(level ? [LEVELS[level]] : []),
  ...(key ? [`Clé du sceau : ${readableFingerprint(key.spkiSha256)}`, COMPARISONS[key.compared]] : []),
];

/** The report as plain text in French. */
export function reportText(report: VerificationReport): string {
  const { verdict, results, reason, rehearsal } = report;
  const lines = [...(rehearsal ? [REHEARSAL] : []), VERDICTS[verdict]];
  if (reason !== null) lines.push(reason);
  for (const { title, outcome, problems } of results) {
    lines.push(`${OUTCOMES[outcome]} ${title}`);
    lines.push(...problems.slice(0, MOST_PROBLEMS).map(({ text }) => `        - ${text}`));
    const more = problems.length - MOST_PROBLEMS;
    if (more > 0) lines.push(`        - et ${more} autres.`);
  }
  lines.push(
    ...sealLines(report),
    ...(verdict === 'unreadable' ? [] : timestampLines(report.timestamps ?? null)),
    ...LIMITS,
  );
  return `${lines.join('\n')}\n`;
}
