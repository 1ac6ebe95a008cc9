import '../design/design.css';
import './welcome.css';
import { useRef } from 'preact/hooks';
import { PageHead } from '../design/PageHead.tsx';
import { Section } from '../design/Section.tsx';
import { useKeptFocus } from '../design/use-kept-focus.ts';
import { useWords } from '../words-context.tsx';
import { Permissions } from './Permissions.tsx';
import { PinGuide } from './PinGuide.tsx';
import { Recorded } from './Recorded.tsx';
import { Traces } from './Traces.tsx';
import type { WelcomeProps } from './welcome-props.ts';

/** The first page a person sees, and « Comment ça marche » later. Needs a `WordsProvider`. */
export const Welcome = (props: WelcomeProps) => {
  const words = useWords();
  const main = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useKeptFocus(main, title);
  return (
    <div class="welcome page">
      <PageHead light="on" onLanguage={props.onLanguage} />
      <main ref={main}>
        <h1 ref={title} tabIndex={-1}>
          {words('welcome_title')}
        </h1>
        <p class="welcome-intro">{words('welcome_intro')}</p>
        <PinGuide browser={props.browser} />
        <div class="welcome-rehearsal">
          <Section title={words('welcome_rehearsal')}>
            <p>{words('welcome_rehearsal_detail')}</p>
            <a class="button" data-look="primary" href="/rehearsal.html" target="_blank" rel="noopener">
              {words('rehearsal_start')}
            </a>
            <Traces {...props} />
          </Section>
        </div>
        <Section title={words('welcome_work')}>
          <ol class="welcome-list">
            <li>{words('welcome_work_watch')}</li>
            <li>{words('welcome_work_notice')}</li>
            <li>{words('welcome_work_click')}</li>
          </ol>
        </Section>
        <Recorded />
        <Permissions />
      </main>
      <footer class="page-foot">
        <p>{words('promise')}</p>
      </footer>
    </div>
  );
};
