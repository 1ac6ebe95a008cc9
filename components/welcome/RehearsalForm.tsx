import { useId } from 'preact/hooks';
import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';
import type { RehearsalProps } from './welcome-props.ts';

const FIELDS = [
  ['rehearsal_first_name', 'rehearsal_first_name_value'],
  ['rehearsal_name', 'rehearsal_name_value'],
  ['rehearsal_subject', 'rehearsal_subject_value'],
] as const;

/** Filled in beforehand and not to be changed: nobody's real name belongs here. */
export const RehearsalForm = ({ sending, onSend }: Pick<RehearsalProps, 'sending' | 'onSend'>) => {
  const words = useWords();
  const id = useId();
  return (
    <div class="rehearsal-form">
      <Section title={words('rehearsal_form')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (sending !== 'under-way') onSend();
          }}
        >
          {FIELDS.map(([label, value]) => (
            <div key={label} class="field">
              <label for={`${id}-${label}`}>{words(label)}</label>
              <input id={`${id}-${label}`} type="text" readOnly value={words(value)} />
            </div>
          ))}
          {sending === 'failed' && (
            <div class="rehearsal-error" role="alert">
              <p>{words('rehearsal_failure')}</p>
            </div>
          )}
          <Button type="submit" look="primary" waiting={sending === 'under-way'} onPress={() => undefined}>
            {words(sending === 'under-way' ? 'rehearsal_sending' : 'rehearsal_send')}
          </Button>
        </form>
      </Section>
    </div>
  );
};
