import { useState } from 'preact/hooks';
import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';
import { BackupMake } from './BackupMake.tsx';
import { BackupProgress } from './BackupProgress.tsx';
import { BackupRestore } from './BackupRestore.tsx';
import { BackupResult } from './BackupResult.tsx';
import type { BackupProps } from './backup-props.ts';

interface BackupSectionProps extends BackupProps {
  readonly now: number;
  /** Timestamps are on in this profile. */
  readonly stamping: boolean;
}

/** Back-up and restore: what they are for, then one of the two at a time. */
export const BackupSection = (props: BackupSectionProps) => {
  const words = useWords();
  const { state } = props;
  const [open, setOpen] = useState<'none' | 'make' | 'restore'>('none');
  const running = state.kind === 'running';
  // A form stays after a failure: what was typed is nearly right.
  const shown = state.kind === 'failed' && open === 'none' ? state.job : open;
  return (
    <Section title={words('backup_title')} name="backup">
      <p>{words('backup_what')}</p>
      <p>{words('backup_key')}</p>
      {running ? (
        <BackupProgress state={state} onStop={props.onStop} />
      ) : (
        <BackupResult
          state={state}
          now={props.now}
          stamping={props.stamping}
          onSaveAgain={props.onSaveAgain}
        />
      )}
      {!running && (
        <div class="button-row">
          <Button
            look={state.kind === 'idle' && shown === 'none' ? 'primary' : 'plain'}
            expanded={shown === 'make'}
            onPress={() => setOpen(open === 'make' ? 'none' : 'make')}
          >
            {words('backup_make_open')}
          </Button>
          <Button
            expanded={shown === 'restore'}
            onPress={() => setOpen(open === 'restore' ? 'none' : 'restore')}
          >
            {words('backup_restore_open')}
          </Button>
        </div>
      )}
      {shown === 'make' && !running && (
        <BackupMake
          onMake={(passphrase) => {
            setOpen('none');
            props.onMake(passphrase);
          }}
        />
      )}
      {shown === 'restore' && (
        <div hidden={running}>
          <BackupRestore
            done={state.kind === 'restored'}
            onRestore={props.onRestore}
            onDone={() => setOpen('none')}
          />
        </div>
      )}
    </Section>
  );
};
