import { Welcome } from '../../components/welcome/Welcome.tsx';
import { WordsProvider } from '../../components/words-context.tsx';
import { isFirefox } from '../../lib/browser/remembered/surroundings.ts';
import { useLanguage } from './use-language.ts';
import { useTraces } from './use-traces.ts';

/** The first-run page in the person's language. */
export function WelcomeScreen() {
  const { words, onLanguage } = useLanguage();
  const traces = useTraces();
  return (
    <WordsProvider words={words}>
      <Welcome browser={isFirefox() ? 'firefox' : 'chromium'} {...traces} onLanguage={onLanguage} />
    </WordsProvider>
  );
}
