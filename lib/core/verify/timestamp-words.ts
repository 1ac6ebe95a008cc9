import { parisDateTime } from '../time.ts';
import type { TimestampProblem } from '../timestamp/failures.ts';
import type { StampSummary } from './timestamps-of.ts';

/** What is wrong with a token, after its name and a colon. */
export const STAMP_PROBLEMS: Record<TimestampProblem, string> = {
  malformed: 'ce n’est pas une réponse d’autorité d’horodatage.',
  refused: 'l’autorité avait refusé.',
  'no-token': 'la réponse ne contient pas de jeton.',
  'unreadable-token': 'le jeton est illisible.',
  'wrong-imprint': 'le jeton porte sur autre chose.',
  'wrong-nonce': 'le jeton ne répond pas à cette demande.',
  'changed-content': 'le contenu du jeton n’est pas celui qui a été signé.',
  'no-signer': 'le certificat de celui qui a signé n’y est pas.',
  'wrong-purpose': 'le certificat de celui qui a signé n’est pas fait pour horodater.',
  'certificate-not-valid': 'le certificat de celui qui a signé n’était pas valable à cette heure.',
  'unsupported-algorithm': 'ce vérificateur ne connaît pas ce procédé de signature.',
  'bad-signature': 'la signature du jeton n’est pas la bonne.',
};

/** What the report says of timestamps. Null: none that hold. */
export function timestampLines(summary: StampSummary | null): readonly string[] {
  if (!summary) return ['HORODATAGE : aucun qui tienne dans ce dossier.'];
  const { lines, manifest, firstAt, lastAt, authorities, known, statesQualified } = summary;
  const what = [
    ...(lines === 0 ? [] : [lines === 1 ? 'une ligne du journal' : `${lines} lignes du journal`]),
    ...(manifest ? ['le manifeste'] : []),
  ].join(' et ');
  const when =
    firstAt === lastAt
      ? `le ${parisDateTime(lastAt)}`
      : `du ${parisDateTime(firstAt)} au ${parisDateTime(lastAt)}`;
  return [
    `HORODATAGE : ${what}, ${when}, heure de Paris, d’après ${authorities.join(' ; ')}.`,
    known
      ? 'L’autorité est reconnue par le certificat racine que vous avez donné.'
      : 'L’autorité n’est pas connue de ce vérificateur : son nom et son heure ne sont que ce que dit le jeton. Donnez son certificat racine, pris chez elle ou dans la liste de confiance européenne.',
    ...(statesQualified
      ? [
          'Les jetons disent d’eux-mêmes qu’ils sont « qualifiés » (0.4.0.19422.1.1) : à comparer avec la liste de confiance européenne.',
        ]
      : []),
    'Ce qui est couvert par un jeton existait à son heure. Il ne dit rien de ce qui s’est passé avant.',
  ];
}
