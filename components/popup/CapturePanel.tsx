import { useEffect, useState } from 'preact/hooks';
import type { CaptureOutcome } from '../../lib/app/popup/popup-view.ts';
import { Button } from '../design/Button.tsx';
import { Field } from '../design/Field.tsx';
import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';
import { OutcomeMessage } from './OutcomeMessage.tsx';
import type { PopupBusy } from './popup-props.ts';

interface CapturePanelProps {
  /** Nothing more pressing is asked of her. */
  readonly first: boolean;
  /** Why the record will wait apart: nobody has said for whom, or the page may be anybody's. */
  readonly apart: 'unanswered' | 'across' | null;
  readonly busy: PopupBusy;
  readonly outcome: CaptureOutcome | null;
  onCapture(statement: string | null): void;
}

export const CapturePanel = ({ first, apart, busy, outcome, onCapture }: CapturePanelProps) => {
  const words = useWords();
  const [statement, setStatement] = useState('');
  // Kept until it is safely stored: after a refusal she must not have to write it again.
  useEffect(() => {
    if (outcome?.kind === 'stored') setStatement('');
  }, [outcome]);
  const taking = busy === 'capture';
  return (
    <Section name="capture" titleHidden title={words('capture_title')}>
      <Field
        label={words('statement')}
        hint={words('statement_hint')}
        value={statement}
        maxLength={2000}
        rows={2}
        onText={setStatement}
      />
      <Button
        look={first ? 'primary' : 'plain'}
        wide
        waiting={taking}
        onPress={() => onCapture(statement.trim() || null)}
      >
        {words(taking ? 'capturing' : 'capture')}
      </Button>
      {apart && <p class="soft">{words(apart === 'across' ? 'capture_apart_across' : 'capture_apart')}</p>}
      {/* Present before its first sentence: readers announce changes of a region they already know. */}
      <div role="status" class="capture-outcome" data-expected={taking || outcome !== null}>
        {outcome !== null && !taking && <OutcomeMessage outcome={outcome} />}
      </div>
    </Section>
  );
};
