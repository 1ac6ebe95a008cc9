import { countsText } from '../counts.ts';
import { Button } from '../design/Button.tsx';
import { useWords } from '../words-context.tsx';
import type { TracesProps } from './welcome-props.ts';

/** Says what rehearsals have left, if anything, and erases it at one click: there is no evidence in it. */
export const Traces = ({ traces, erasure, onErase }: TracesProps) => {
  const words = useWords();
  const left = traces !== null && traces.dossiers + traces.captures + traces.incidents > 0;
  return (
    <>
      {left && (
        <>
          <p class="soft">{words('rehearsal_left', { counts: countsText(words, traces) })}</p>
          <Button waiting={erasure === 'under-way'} onPress={onErase}>
            {words(erasure === 'under-way' ? 'rehearsal_erasing' : 'rehearsal_erase')}
          </Button>
        </>
      )}
      {/* Present from the start, so that readers announce what comes into it. */}
      <p role="status">
        {erasure === 'failed' ? words('rehearsal_not_erased') : null}
        {erasure === 'done' && !left ? words('rehearsal_erased') : null}
      </p>
    </>
  );
};
