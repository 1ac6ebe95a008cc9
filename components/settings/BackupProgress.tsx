import { useId } from 'preact/hooks';
import { Button } from '../design/Button.tsx';
import { ProgressBar } from '../design/ProgressBar.tsx';
import { useWords } from '../words-context.tsx';
import type { BackupState } from './backup-props.ts';

interface BackupProgressProps {
  readonly state: Extract<BackupState, { kind: 'running' }>;
  onStop(): void;
}

/** Only what is being done is announced: every step would talk over the reader. */
export const BackupProgress = ({ state, onStop }: BackupProgressProps) => {
  const words = useWords();
  const id = useId();
  const { job, done, total } = state;
  return (
    <div class="backup-progress">
      <h3 id={id}>{words(job === 'make' ? 'backup_make_running' : 'backup_restore_running')}</h3>
      <ProgressBar labelledBy={id} done={done} total={total} />
      <p role={total > 0 ? undefined : 'status'}>
        {total > 0
          ? words('backup_percent', { percent: Math.floor((100 * Math.min(done, total)) / total) })
          : words('backup_deriving')}
      </p>
      <p class="soft">{words(job === 'make' ? 'backup_keep_open' : 'backup_keep_open_restore')}</p>
      <Button onPress={onStop}>{words('cancel')}</Button>
    </div>
  );
};
