import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';
import { PinDrawing } from './PinDrawing.tsx';
import type { BrowserFamily } from './welcome-props.ts';

const STEPS = {
  chromium: [
    ['open', 'pin_chromium_open'],
    ['pin', 'pin_chromium_pin'],
    ['done', 'pin_chromium_done'],
  ],
  firefox: [
    ['open', 'pin_firefox_open'],
    ['gear', 'pin_firefox_pin'],
    ['choose', 'pin_firefox_done'],
  ],
} as const;

/** How to keep the toolbar button in view, as this browser does it. */
export const PinGuide = ({ browser }: { browser: BrowserFamily }) => {
  const words = useWords();
  return (
    <Section name="pin" title={words('welcome_pin')}>
      <p>{words('welcome_pin_detail')}</p>
      <ol class="pin-steps">
        {STEPS[browser].map(([scene, key]) => (
          <li key={scene}>
            <PinDrawing scene={scene} />
            <p>{words(key)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
};
