import { useState } from 'preact/hooks';
import { FileButton } from '../design/FileButton.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { StoppableProgress } from './StoppableProgress.tsx';
import type { VerifierPageProps } from './verifier-props.ts';

type PickerProps = Pick<VerifierPageProps, 'state' | 'onArchive' | 'onFolder' | 'onDrop' | 'onStop'>;

/** Where a bundle is given; it stays where it is, whatever is said below. */
export const BundlePicker = ({ state, onArchive, onFolder, onDrop, onStop }: PickerProps) => {
  const words = useWords();
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to do what the two buttons do
    <div
      class="verifier-picker"
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) onDrop(event.dataTransfer);
      }}
    >
      <p>{words('verifier_drop')}</p>
      <div class="button-row">
        <FileButton
          name="archive"
          look="primary"
          accept=".zip,application/zip"
          onFiles={([file]) => file && onArchive(file)}
        >
          {words('verifier_choose_zip')}
        </FileButton>
        <FileButton name="folder" folder onFiles={onFolder}>
          {words('verifier_choose_folder')}
        </FileButton>
      </div>
      <div class="verifier-progress" role="status">
        {state.kind === 'checking' && (
          <p>{words('verifier_checking', { name: isolated(state.name.slice(0, 120)) })}</p>
        )}
      </div>
      {state.kind === 'checking' && (
        <StoppableProgress
          label={words('verifier_progress')}
          done={state.done}
          total={state.total}
          stop={words('verifier_stop')}
          onStop={onStop}
        />
      )}
    </div>
  );
};
