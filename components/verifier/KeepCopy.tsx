import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import type { WordKey } from '../word-keys.ts';
import { useWords } from '../words-context.tsx';
import type { KeepCopyProps, KeepFailure, KeepState } from './imports-props.ts';
import { StoppableProgress } from './StoppableProgress.tsx';

const FAILED: Readonly<Record<KeepFailure, WordKey>> = {
  'disk-full': 'imports_disk_full',
  'database-blocked': 'backup_failed_database_blocked',
  'database-newer': 'backup_failed_database_newer',
  'database-broken': 'backup_failed_database_broken',
  other: 'imports_failed',
};

function outcomeOf(state: KeepState): WordKey | null {
  switch (state.kind) {
    case 'kept':
      return 'imports_kept';
    case 'again':
      return 'imports_again';
    case 'failed':
      return FAILED[state.reason];
    case 'refused':
      return state.reason === 'folder' ? 'imports_folder' : 'imports_refused';
    default:
      return null;
  }
}

/** Offers to keep the bundle that has just been found intact, in the extension only. */
export const KeepCopy = ({ state, onKeep, onStop }: KeepCopyProps) => {
  const words = useWords();
  const outcome = outcomeOf(state);
  const offered = state.kind === 'offered' || state.kind === 'failed';
  return (
    <Section title={words('imports_keep')} titleHidden name="keep">
      {offered && (
        <>
          <Button onPress={onKeep}>{words('imports_keep')}</Button>
          <p class="soft">{words('imports_keep_what')}</p>
        </>
      )}
      {state.kind === 'keeping' && (
        <StoppableProgress
          label={words('imports_progress')}
          done={state.done}
          total={state.total}
          stop={words('cancel')}
          onStop={onStop}
        />
      )}
      <p role="status" class={state.kind === 'refused' ? 'soft' : undefined}>
        {state.kind === 'keeping' ? words('imports_keeping') : outcome && words(outcome)}
      </p>
    </Section>
  );
};
