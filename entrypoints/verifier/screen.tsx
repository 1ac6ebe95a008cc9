import { useMemo } from 'preact/hooks';
import { chooseLanguage, wordsOf } from '../../components/languages.ts';
import { VerifierPage } from '../../components/verifier/VerifierPage.tsx';
import { WordsProvider } from '../../components/words-context.tsx';
import { useVerifier } from './use-verifier.ts';

interface VerifierScreenProps {
  /** See `VerifierPageProps`. */
  readonly alone: boolean;
  /** The language chosen; null: the browser's own. */
  readonly choice: string | null;
  onLanguage(code: string): void;
}

/** The verifier in the person's language: the same in the extension and in a bundle. No extension API may come here. */
export function VerifierScreen({ alone, choice, onLanguage }: VerifierScreenProps) {
  const props = useVerifier();
  const code = chooseLanguage(choice, navigator.languages);
  const words = useMemo(() => wordsOf(code), [code]);
  return (
    <WordsProvider words={words}>
      <VerifierPage {...props} alone={alone} onLanguage={onLanguage} />
    </WordsProvider>
  );
}
