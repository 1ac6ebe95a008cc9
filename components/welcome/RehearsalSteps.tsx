import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';
import { Traces } from './Traces.tsx';
import type { RehearsalProps } from './welcome-props.ts';

/** What to do after the sending has failed, in order. */
const AFTER = [
  'rehearsal_step_badge',
  'rehearsal_step_click',
  'rehearsal_step_who',
  'rehearsal_step_picture',
  'rehearsal_step_export',
  'rehearsal_step_erase',
] as const;

export const RehearsalSteps = (props: RehearsalProps) => {
  const words = useWords();
  const failed = props.sending === 'failed';
  return (
    <Section title={words('rehearsal_steps')}>
      <ol class="rehearsal-steps">
        <li aria-current={failed ? undefined : 'step'}>{words('rehearsal_step_send')}</li>
        {AFTER.map((key, index) => (
          <li key={key} aria-current={failed && index === 0 ? 'step' : undefined}>
            {words(key)}
          </li>
        ))}
      </ol>
      <p>
        <a href="/welcome.html" target="_blank" rel="noopener">
          {words('rehearsal_where')}
        </a>
      </p>
      <Traces {...props} />
    </Section>
  );
};
