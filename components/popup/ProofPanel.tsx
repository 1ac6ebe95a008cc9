import type { FilingView } from '../../lib/app/popup/filing-view.ts';
import type { CaptureOutcome } from '../../lib/app/popup/popup-view.ts';
import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';
import { OutcomeMessage } from './OutcomeMessage.tsx';
import type { PopupBusy } from './popup-props.ts';

interface ProofPanelProps {
  readonly page: NonNullable<FilingView['page']>;
  readonly now: number;
  /** Nothing more pressing is asked of her. */
  readonly first: boolean;
  /** The record will wait for her answer. */
  readonly apart: boolean;
  readonly busy: PopupBusy;
  readonly outcome: CaptureOutcome | null;
  onProof(): void;
}

/** The page in front is the last before sending, or lists her documents: one click keeps it. */
export const ProofPanel = ({ page, now, first, apart, busy, outcome, onProof }: ProofPanelProps) => {
  const words = useWords();
  const { kind, documents, keptAt } = page;
  const taking = busy === 'proof';
  return (
    <Section name="proof" title={words('proof_title')}>
      <p>{words(`proof_${kind}`)}</p>
      <Button look={first ? 'primary' : 'plain'} wide waiting={taking} onPress={onProof}>
        {words(taking ? 'capturing' : 'proof')}
      </Button>
      <p class="soft">
        {documents > 0 ? words('proof_keeps_list', { count: documents }) : words('proof_keeps')}
      </p>
      {apart && <p class="soft">{words('capture_apart')}</p>}
      <div role="status" class="proof-outcome" data-expected={taking || outcome !== null}>
        {outcome !== null && !taking ? (
          <OutcomeMessage outcome={outcome} />
        ) : (
          keptAt !== null &&
          !taking && <p class="soft">{words('proof_kept', { when: words.when(keptAt, now) })}</p>
        )}
      </div>
    </Section>
  );
};
