import { Notice } from '../design/Notice.tsx';
import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';

/** What is kept, what never is, and where it stays. */
export const Recorded = () => {
  const words = useWords();
  return (
    <div class="welcome-recorded">
      <Section title={words('welcome_recorded')}>
        <ul class="welcome-list">
          <li>{words('recorded_messages')}</li>
          <li>{words('recorded_answers')}</li>
          <li>{words('recorded_steps')}</li>
          <li>{words('recorded_copy')}</li>
          <li>{words('recorded_words')}</li>
          <li>{words('recorded_pictures')}</li>
        </ul>
      </Section>
      <Section title={words('welcome_never')}>
        <ul class="welcome-list">
          <li>{words('never_passwords')}</li>
          <li>{words('never_cookies')}</li>
          <li>{words('never_typed')}</li>
          <li>{words('never_sites')}</li>
        </ul>
      </Section>
      <Notice>
        <p>{words('welcome_where')}</p>
      </Notice>
    </div>
  );
};
