import { CATEGORIES, type Category } from '../../lib/core/detect/categories.ts';
import type { DetectionCase } from './case.ts';
import type { FoundThing } from './finding.ts';

/** How one case ended. */
export interface Result {
  readonly id: string;
  readonly label: DetectionCase['label'];
  /** Null when the case says nothing of what must be found. */
  readonly expected: readonly Category[] | null;
  readonly findings: readonly FoundThing[];
  /** Why the case could not be played to its end. */
  readonly broken: string | null;
  /** False when the page never came to rest: something more might have been found. */
  readonly quiet: boolean;
}

/** Declared and not found, in a positive case. */
export const missing = ({ label, expected, findings }: Result): Category[] =>
  label === 'negative'
    ? []
    : (expected ?? []).filter((category) => !findings.some((found) => found.category === category));

/** The first thing found, which names the incident, is one of those declared. */
export const isWellNamed = ({ expected, findings: [first] }: Result): boolean =>
  first !== undefined && expected?.includes(first.category) === true;

/** Found and not declared, in a negative case. */
export const falseAlarms = ({ label, expected, findings }: Result): FoundThing[] =>
  label === 'positive' ? [] : findings.filter(({ category }) => !expected?.includes(category));

export const isMet = (result: Result): boolean =>
  result.broken === null && missing(result).length === 0 && falseAlarms(result).length === 0;

const quoted = ({ ruleId, category, quote }: FoundThing): string =>
  `${category} (${ruleId}${quote === null ? '' : ` : « ${quote} »`})`;

/** What is wrong with a case, in one line; undefined when it is met. */
export function complaintOf(result: Result): string | undefined {
  if (isMet(result)) return undefined;
  const lacking = missing(result);
  const alarms = falseAlarms(result);
  const told = result.findings.map(quoted).join(', ');
  const words = [
    result.broken,
    lacking.length > 0 && `manque ${lacking.join(', ')}${told === '' ? '' : ` ; trouvé : ${told}`}`,
    alarms.length > 0 && `fausse alerte : ${alarms.map(quoted).join(', ')}`,
  ];
  return `${result.id} : ${words.filter(Boolean).join(' ; ')}`;
}

const rate = (part: number, whole: number): string =>
  whole === 0
    ? '—'
    : `${((100 * part) / whole).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} % (${part} sur ${whole})`;

/** The score of a run, in lines for people. */
export function summaryOf(results: readonly Result[]): string[] {
  const positives = results.filter(({ label, expected }) => label === 'positive' && expected !== null);
  const negatives = results.filter(({ label }) => label === 'negative');
  const declared = positives.flatMap(({ expected }) => expected ?? []);
  const lacking = positives.flatMap(missing);
  const byCategory = CATEGORIES.flatMap((category) => {
    const those = positives.filter((result) => missing(result).includes(category)).map(({ id }) => id);
    const all = declared.filter((each) => each === category).length;
    return those.length === 0 ? [] : [`  ${category} : ${those.length} sur ${all} — ${those.join(', ')}`];
  });
  const alarming = negatives.filter((result) => falseAlarms(result).length > 0);
  return [
    `Cas conformes : ${rate(results.filter(isMet).length, results.length)}`,
    `Rappel : ${rate(declared.length - lacking.length, declared.length)}`,
    `Première catégorie juste : ${rate(positives.filter(isWellNamed).length, positives.length)}`,
    `Fausses alertes : ${rate(alarming.length, negatives.length)}`,
    ...(byCategory.length > 0 ? ['Catégories manquées :', ...byCategory] : []),
  ];
}
