import { PATHS } from '../../bundle/layout.ts';
import type { ChainProblem } from '../../journal/chain.ts';
import type { Check, Problem } from '../check.ts';
import { journalOf } from '../journal-of.ts';

const WORDS: Record<ChainProblem['kind'], string> = {
  'broken-link': 'ne suit pas la précédente : la chaîne est rompue',
  'wrong-number': 'n’a pas le numéro attendu',
  unreadable: 'est illisible',
  'unknown-type': 'est d’un type inconnu de cette version du vérificateur',
  'first-line': 'n’est pas une ouverture de dossier',
};

export const journal: Check = {
  id: 'journal',
  title: 'Le journal est une chaîne continue',
  async run(bundle) {
    const found = await journalOf(bundle);
    if (!found) return [{ kind: 'missing', text: `Le fichier ${PATHS.journal} est absent.` }];
    const problems: Problem[] = found.chain.problems.map(({ place, kind }) => ({
      kind: kind === 'unknown-type' ? 'unknown' : 'altered',
      text: `La ligne ${place} du journal ${WORDS[kind]}.`,
    }));
    if (found.chain.head.seq === 0) problems.push({ kind: 'missing', text: 'Le journal est vide.' });
    else if (!found.ended)
      problems.push({ kind: 'altered', text: 'La dernière ligne du journal est coupée.' });
    return problems;
  },
};
