import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import type { WordKey } from '../word-keys.ts';
import { useWords } from '../words-context.tsx';
import type { KeepCopyProps, KeepState } from './imports-props.ts';
import { StoppableProgress } from './StoppableProgress.tsx';

function outcomeOf(state: KeepState): WordKey | null {
  switch (state.kind) {
    case 'kept':
      return 'imports_kept';
    case 'again':
      return 'imports_again';
    case 'failed':
      return state.reason === 'disk-full' ? 'imports_disk_full' : 'imports_failed';
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
