import type { SeenCapture } from '../../lib/app/popup/popup-view.ts';
import { Moment } from '../design/Moment.tsx';
import { useWords } from '../words-context.tsx';
import { MissingPicture } from './MissingPicture.tsx';
import { Quotation } from './Quotation.tsx';
import { Thumbnail } from './Thumbnail.tsx';

const titleOf = ({ step, imageMissing, erased }: SeenCapture) => {
  if (erased) return 'capture_erased';
  if (step !== null) return `kept_${step}` as const;
  return imageMissing === null ? 'manual_capture' : 'manual_record';
};

export const CaptureItem = ({ capture, now }: { capture: SeenCapture; now: number }) => {
  const words = useWords();
  return (
    <li class="seen-item">
      <div class="seen-head">
        <div>
          <h3>{words(titleOf(capture))}</h3>
          <p class="soft">
            <Moment at={capture.at} now={now} />
          </p>
          {capture.title !== '' && (
            <p class="soft seen-title" dir="auto">
              {capture.title}
            </p>
          )}
        </div>
        <Thumbnail picture={capture.thumbnail} at={capture.at} now={now} />
      </div>
      {capture.statement !== null && <Quotation source={words('you_wrote')} text={capture.statement} />}
      {capture.imageMissing !== null && <MissingPicture reason={capture.imageMissing} />}
    </li>
  );
};
