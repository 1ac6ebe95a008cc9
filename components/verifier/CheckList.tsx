import type { CheckResult } from '../../lib/core/verify/check.ts';
import { MOST_PROBLEMS } from '../../lib/core/verify/report-text.ts';
import { fill, problemText, verifierWords } from '../../lib/core/verify/words/index.ts';
import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';

const SIGNS = { pass: '✓', fail: '✗', unknown: '?' } as const;

/** Each check with its outcome and, where it did not pass, why. */
export const CheckList = ({ results }: { readonly results: readonly CheckResult[] }) => {
  const words = useWords();
  return (
    <Section title={words('verifier_checks')} name="checks">
      <ul class="plain verifier-checks">
        {results.map((result) => (
          <Check key={result.id} {...result} />
        ))}
      </ul>
    </Section>
  );
};

const Check = ({ id, outcome, problems }: CheckResult) => {
  const words = useWords();
  const told = verifierWords(words.language);
  const more = problems.length - MOST_PROBLEMS;
  return (
    <li data-check={id} data-outcome={outcome}>
      <span class="verifier-sign" aria-hidden="true">
        {SIGNS[outcome]}
      </span>
      <div>
        <p>
          <span class={outcome === 'pass' ? 'hidden-visually' : undefined}>
            {words(`verifier_${outcome}`)}{' '}
          </span>
          {told.checks[id]}
        </p>
        {problems.length > 0 && (
          <ul class="verifier-problems">
            {problems.slice(0, MOST_PROBLEMS).map((problem, at) => (
              <li key={at}>{problemText(problem, words.language)}</li>
            ))}
            {more > 0 && <li>{fill(told.more, { count: more })}</li>}
          </ul>
        )}
      </div>
    </li>
  );
};
