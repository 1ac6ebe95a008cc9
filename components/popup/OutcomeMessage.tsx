import type { CaptureOutcome } from '../../lib/app/popup/popup-view.ts';
import { Notice } from '../design/Notice.tsx';
import { keyPart } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { MissingPicture } from './MissingPicture.tsx';

export const OutcomeMessage = ({ outcome }: { outcome: CaptureOutcome }) => {
  const words = useWords();
  if (outcome.kind === 'refused') {
    return (
      <Notice tone="alert">
        <p>{words(`outcome_refused_${keyPart(outcome.reason)}`)}</p>
      </Notice>
    );
  }
  if (outcome.imageMissing === null) {
    return (
      <Notice tone="calm">
        <p>{words('outcome_stored')}</p>
        <ListKept outcome={outcome} />
      </Notice>
    );
  }
  return (
    <Notice>
      <p>{words('outcome_stored_without')}</p>
      <ListKept outcome={outcome} />
      <MissingPicture reason={outcome.imageMissing} />
    </Notice>
  );
};

const ListKept = ({ outcome: { documents } }: { outcome: CaptureOutcome & { kind: 'stored' } }) => {
  const words = useWords();
  return documents === undefined ? null : <p>{words('outcome_list', { count: documents })}</p>;
};
