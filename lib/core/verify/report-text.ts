import { readableFingerprint } from '../seal/device-key.ts';
import type { CheckResult, VerificationReport } from './check.ts';
import { isInPart } from './left-out.ts';
import { timestampLines } from './timestamp-words.ts';
import { fill, verifierWords } from './words/index.ts';
import type { VerifierWords } from './words/words.ts';

/** More would drown the reader; the number of the others is said. */
export const MOST_PROBLEMS = 20;

/** The report as plain text, in French unless told. */
export function reportText(report: VerificationReport, language = 'fr'): string {
  const words = verifierWords(language);
  const { verdict, results, reason, remarks, rehearsal } = report;
  const lines = [
    ...(rehearsal ? [words.rehearsal] : []),
    verdict === 'intact' && isInPart(results) ? words.intactInPart : words.verdicts[verdict],
    ...(reason === null ? [] : [words.reasons[reason]]),
    ...results.flatMap((result) => checkLines(result, words)),
    ...remarks.map(({ id, values }) => words.attention + fill(words.remarks[id], values)),
    ...sealLines(report, words),
    ...(verdict === 'unreadable' ? [] : timestampLines(report.timestamps ?? null, language)),
    ...words.limits,
  ];
  return `${lines.join('\n')}\n`;
}

function checkLines({ id, outcome, problems }: CheckResult, words: VerifierWords): readonly string[] {
  const told = problems
    .slice(0, MOST_PROBLEMS)
    .map((problem) => fill(words.problems[problem.id], problem.values));
  const more = problems.length - told.length;
  if (more > 0) told.push(fill(words.more, { count: more }));
  return [`${words.marks[outcome]} ${words.checks[id]}`, ...told.map((text) => `        - ${text}`)];
}

const sealLines = ({ level, key }: VerificationReport, words: VerifierWords): readonly string[] => [
  ...(level ? [words.levels[level]] : []),
  ...(key
    ? [fill(words.key, { key: readableFingerprint(key.spkiSha256) }), words.comparisons[key.compared]]
    : []),
];
