import '../design/design.css';
import './welcome.css';
import './rehearsal.css';
import { useRef } from 'preact/hooks';
import { LanguageSwitch } from '../design/LanguageSwitch.tsx';
import { useKeptFocus } from '../design/use-kept-focus.ts';
import { useWords } from '../words-context.tsx';
import { RehearsalForm } from './RehearsalForm.tsx';
import { RehearsalSteps } from './RehearsalSteps.tsx';
import type { RehearsalProps } from './welcome-props.ts';

/** The page to practise on: says at any height, and so in any picture, that it is not the portal. */
export const Rehearsal = (props: RehearsalProps) => {
  const words = useWords();
  const main = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useKeptFocus(main, title);
  return (
    <div class="rehearsal">
      <header class="rehearsal-band">
        <h1 ref={title} tabIndex={-1}>
          {words('rehearsal_title')}
        </h1>
        <p>{words('rehearsal_band')}</p>
        <LanguageSwitch onLanguage={props.onLanguage} />
      </header>
      <main ref={main}>
        <p class="welcome-intro">{words('rehearsal_intro')}</p>
        <div class="rehearsal-columns">
          <RehearsalForm sending={props.sending} onSend={props.onSend} />
          <RehearsalSteps {...props} />
        </div>
      </main>
    </div>
  );
};
