import { Button } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import { useWords } from '../words-context.tsx';

/** The background did not answer. `detail` is for whoever helps, not for the person. */
export const PopupError = ({ detail, onRetry }: { detail: string; onRetry(): void }) => {
  const words = useWords();
  return (
    <Notice tone="alert" urgent>
      <h2>{words('error_title')}</h2>
      <p>{words('error_help')}</p>
      <Button onPress={onRetry}>{words('retry')}</Button>
      <details>
        <summary>{words('error_detail')}</summary>
        <p class="soft" dir="auto">
          {detail}
        </p>
      </details>
    </Notice>
  );
};
