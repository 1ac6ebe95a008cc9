import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { language } from '../../lib/browser/remembered/settings.ts';
import { useKeeping } from './keeping.tsx';
import { VerifierScreen } from './screen.tsx';

z.config({ jitless: true });

/** The page of the extension: in the language chosen in the popup. */
function OwnVerifier() {
  const [choice, setChoice] = useState<string | null>(null);
  useEffect(() => {
    language.getValue().then(setChoice, () => undefined); // the browser's own language then
  }, []);
  const onLanguage = (chosen: string): void => {
    setChoice(chosen);
    language.setValue(chosen).catch(() => undefined); // shown in it all the same
  };
  return <VerifierScreen alone={false} choice={choice} onLanguage={onLanguage} useKeeping={useKeeping} />;
}

const root = document.getElementById('app');
if (root) render(<OwnVerifier />, root);
