import { isoTime, parisDateTime } from '../time.ts';
import type { StampSummary } from './timestamps-of.ts';
import { fill, verifierWords } from './words/index.ts';

/** What the report says of timestamps. Null: none that hold. */
export function timestampLines(summary: StampSummary | null, language = 'fr'): readonly string[] {
  const { stamps: words } = verifierWords(language);
  if (!summary) return [words.none];
  const time = language === 'en' ? isoTime : parisDateTime;
  const { journal, manifestAt, authorities, known, statesQualified } = summary;
  return [
    ...(journal
      ? [
          fill(words.journal, {
            count: journal.count,
            first: time(journal.firstAt),
            last: time(journal.lastAt),
          }),
        ]
      : []),
    ...(manifestAt === null ? [] : [fill(words.manifest, { at: time(manifestAt) })]),
    fill(words.by, { authorities: authorities.join(' ; ') }),
    known ? words.known : words.unknown,
    ...(statesQualified ? [words.statesQualified] : []),
    words.covers,
  ];
}
