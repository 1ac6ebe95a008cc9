import { Rehearsal } from '../../components/welcome/Rehearsal.tsx';
import { WordsProvider } from '../../components/words-context.tsx';
import { useLanguage } from '../welcome/use-language.ts';
import { useTraces } from '../welcome/use-traces.ts';
import { useSending } from './use-sending.ts';

/** The page to practise on, in the person's language. */
export function RehearsalScreen() {
  const { words, onLanguage } = useLanguage();
  const traces = useTraces();
  const sending = useSending();
  return (
    <WordsProvider words={words}>
      <Rehearsal {...traces} {...sending} onLanguage={onLanguage} />
    </WordsProvider>
  );
}
