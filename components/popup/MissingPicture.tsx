import type { ImageMissingReason } from '../../lib/core/bundle/capture-record.ts';
import { keyPart } from '../words.ts';
import { useWords } from '../words-context.tsx';

/** Why there is no picture, and how to add one. */
export const MissingPicture = ({ reason }: { reason: ImageMissingReason }) => {
  const words = useWords();
  return (
    <div class="missing-picture">
      <p>{words(`missing_${keyPart(reason)}`)}</p>
      <p>
        {words('add_picture')} {words(`missing_${keyPart(reason)}_help`)}
      </p>
    </div>
  );
};
