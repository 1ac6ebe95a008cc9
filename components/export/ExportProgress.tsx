import { useId } from 'preact/hooks';
import { Button } from '../design/Button.tsx';
import { ProgressBar } from '../design/ProgressBar.tsx';
import { useWords } from '../words-context.tsx';
import type { ExportPhase } from './export-props.ts';

interface ExportProgressProps {
  readonly done: number;
  readonly total: number;
  readonly phase: ExportPhase;
  onCancel(): void;
}

/** Only the phase is announced: every step would talk over the reader. */
export const ExportProgress = ({ done, total, phase, onCancel }: ExportProgressProps) => {
  const words = useWords();
  const id = useId();
  return (
    <div class="export-progress">
      <h3 id={id}>{words('export_running')}</h3>
      <ProgressBar labelledBy={id} done={done} total={total} />
      <p class="export-progress-words">
        <span role="status">{words(`export_phase_${phase}`)}</span>
        {total > 0 && <span>{words('export_progress', { done, total })}</span>}
      </p>
      <p class="soft">{words('export_keep_open')}</p>
      <Button onPress={onCancel}>{words('cancel')}</Button>
    </div>
  );
};
