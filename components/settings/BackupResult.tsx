import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import { isolated, keyPart } from '../words.ts';
import { useWords } from '../words-context.tsx';
import type { BackupState } from './backup-props.ts';
import { RestoredList } from './RestoredList.tsx';

interface BackupResultProps {
  readonly state: BackupState;
  readonly now: number;
  readonly stamping: boolean;
  onSaveAgain(): void;
}

/** How it ended, if it has. Takes the focus: what was pressed is gone by then. */
export const BackupResult = ({ state, now, stamping, onSaveAgain }: BackupResultProps) => {
  const words = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [state]);
  const title = (text: string) => (
    <h3 ref={heading} tabIndex={-1}>
      {text}
    </h3>
  );
  switch (state.kind) {
    case 'made':
      return (
        <div class="backup-result" data-result="made">
          <Notice tone="calm">
            {title(words('backup_made'))}
            <p>
              {words('backup_made_detail', {
                name: isolated(state.fileName),
                size: words.size(state.bytes),
              })}
            </p>
            <p>
              {words('backup_made_counts', {
                dossiers: words('backup_dossiers', { count: state.dossiers }),
                captures: words('captures', { count: state.captures }),
              })}
            </p>
            <p>{words('backup_made_next')}</p>
            {state.damaged > 0 && <p>{words('backup_damaged_here', { count: state.damaged })}</p>}
          </Notice>
          <Button onPress={onSaveAgain}>{words('backup_save_again')}</Button>
        </div>
      );
    case 'restored':
      return (
        <div class="backup-result" data-result="restored">
          <RestoredList report={state.report} now={now} stamping={stamping} title={title} />
        </div>
      );
    case 'failed':
      return (
        <div class="backup-result" data-result={state.reason}>
          <Notice tone={state.reason === 'cancelled' ? 'ask' : 'alert'}>
            {title(words(state.job === 'make' ? 'backup_not_made' : 'backup_not_restored'))}
            <p>{words(`backup_failed_${keyPart(state.reason)}`)}</p>
          </Notice>
        </div>
      );
    default:
      return null;
  }
};
