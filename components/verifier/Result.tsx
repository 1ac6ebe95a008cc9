import { useEffect, useRef } from 'preact/hooks';
import type { Verdict, VerificationReport } from '../../lib/core/verify/check.ts';
import { fill, verifierWords } from '../../lib/core/verify/words/index.ts';
import { Notice } from '../design/Notice.tsx';
import { Section } from '../design/Section.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { CheckList } from './CheckList.tsx';
import { CheckWithoutUs } from './CheckWithoutUs.tsx';
import { Origin } from './Origin.tsx';
import type { VerifierPageProps } from './verifier-props.ts';

type ResultProps = Pick<VerifierPageProps, 'earlier' | 'roots' | 'onEarlier' | 'onRoots'> & {
  readonly name: string;
  readonly report: VerificationReport;
};

/** Everything that is said of one bundle: the verdict first, what it does not mean last. */
export const Result = ({ name, report, ...origin }: ResultProps) => {
  const words = useWords();
  const told = verifierWords(words.language);
  const { verdict, reason, remarks, results, topFolder } = report;
  return (
    <div class="verifier-result" data-verdict={verdict}>
      <Verdicts name={name} verdict={verdict} reason={reason === null ? null : told.reasons[reason]} />
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
      {topFolder !== null && <CheckWithoutUs topFolder={topFolder} sealed={report.key !== null} />}
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
  readonly reason: string | null;
}

/** Takes the focus, so that whoever does not see the page hears the verdict. */
const Verdicts = ({ name, verdict, reason }: VerdictsProps) => {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="verifier-verdict" data-verdict={verdict}>
      <p class="verifier-name">{isolated(name.slice(0, 120))}</p>
      <h2 ref={heading} tabIndex={-1}>
        {words(`verifier_${verdict}`)}
      </h2>
      <p>{reason ?? words(`verifier_${verdict}_means`)}</p>
    </div>
  );
};
