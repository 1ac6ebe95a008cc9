import type { Trouble } from '../../lib/app/popup/popup-view.ts';
import { Notice } from '../design/Notice.tsx';
import { keyPart } from '../words.ts';
import { useWords } from '../words-context.tsx';

/** Something could not be stored: said first, and aloud. */
export const TroubleNotice = ({ trouble }: { trouble: Trouble }) => {
  const words = useWords();
  return (
    <Notice tone="alert" urgent>
      <h2>{words(`trouble_${keyPart(trouble)}`)}</h2>
      <p>{words(`trouble_${keyPart(trouble)}_help`)}</p>
    </Notice>
  );
};
