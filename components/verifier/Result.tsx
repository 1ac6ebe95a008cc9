import { useEffect, useRef } from 'preact/hooks';
import type { Verdict, VerificationReport } from '../../lib/core/verify/check.ts';
import { hasJournal, isInPart } from '../../lib/core/verify/left-out.ts';
import { fill, verifierWords } from '../../lib/core/verify/words/index.ts';
import { Notice } from '../design/Notice.tsx';
import { Section } from '../design/Section.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { CheckList } from './CheckList.tsx';
import { CheckWithoutUs } from './CheckWithoutUs.tsx';
import { Origin } from './Origin.tsx';
import type { VerifierPageProps } from './verifier-props.ts';

type ResultProps = Pick<VerifierPageProps, 'earlier' | 'roots' | 'offer' | 'onEarlier' | 'onRoots'> & {
  readonly name: string;
  readonly report: VerificationReport;
};

/** Everything that is said of one bundle: the verdict first, what it does not mean last. */
export const Result = ({ name, report, offer, ...origin }: ResultProps) => {
  const words = useWords();
  const told = verifierWords(words.language);
  const { verdict, reason, remarks, results, topFolder } = report;
  const inPart = verdict === 'intact' && isInPart(results);
  const meaning = inPart ? 'verifier_intact_part_means' : (`verifier_${verdict}_means` as const);
  return (
    <div class="verifier-result" data-verdict={verdict}>
      <Verdicts
        name={name}
        verdict={verdict}
        means={reason === null ? words(meaning) : told.reasons[reason]}
      />
      {offer}
      {report.rehearsal && (
        <Notice tone="alert">
          <p>{told.rehearsal}</p>
        </Notice>
      )}
      {remarks.length > 0 && (
        <Section title={words('verifier_attention')} name="remarks">
          {remarks.map(({ id, values }) => (
            <Notice key={`${id} ${Object.values(values)}`}>
              <p>{fill(told.remarks[id], values)}</p>
            </Notice>
          ))}
        </Section>
      )}
      {results.length > 0 && <Origin report={report} {...origin} />}
      {results.length > 0 && <CheckList results={results} />}
      {topFolder !== null && (
        <CheckWithoutUs topFolder={topFolder} sealed={report.key !== null} chained={hasJournal(results)} />
      )}
      <Section title={words('verifier_limits')} name="limits">
        {told.limits.map((limit) => (
          <p key={limit}>{limit}</p>
        ))}
      </Section>
    </div>
  );
};

interface VerdictsProps {
  readonly name: string;
  readonly verdict: Verdict;
  /** What the verdict says, or why there is none. */
  readonly means: string;
}

/** Takes the focus, so that whoever does not see the page hears the verdict. */
const Verdicts = ({ name, verdict, means }: VerdictsProps) => {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="verifier-verdict" data-verdict={verdict}>
      <p class="verifier-name">{isolated(name.slice(0, 120))}</p>
      <h2 ref={heading} tabIndex={-1}>
        {words(`verifier_${verdict}`)}
      </h2>
      <p>{means}</p>
    </div>
  );
};
