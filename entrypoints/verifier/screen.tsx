import { useMemo } from 'preact/hooks';
import { chooseLanguage, wordsOf } from '../../components/languages.ts';
import { VerifierPage } from '../../components/verifier/VerifierPage.tsx';
import type { VerifierPageProps } from '../../components/verifier/verifier-props.ts';
import { WordsProvider } from '../../components/words-context.tsx';
import { useVerifier, type Verifier } from './use-verifier.ts';

interface VerifierScreenProps {
  /** See `VerifierPageProps`. */
  readonly alone: boolean;
  /** The language chosen; null: the browser's own. */
  readonly choice: string | null;
  onLanguage(code: string): void;
  /** What the extension keeps of others: to be shown below the verdict, and at the end. A hook, always the same. */
  useKeeping?(verifier: Verifier): Pick<VerifierPageProps, 'offer' | 'list'>;
}

const useNothing = (): Pick<VerifierPageProps, 'offer' | 'list'> => ({ offer: null, list: null });

/** The verifier in the person's language: the same in the extension and in a bundle. No extension API may come here. */
export function VerifierScreen({ alone, choice, onLanguage, useKeeping = useNothing }: VerifierScreenProps) {
  const verifier = useVerifier();
  const keeping = useKeeping(verifier);
  const code = chooseLanguage(choice, navigator.languages);
  const words = useMemo(() => wordsOf(code), [code]);
  return (
    <WordsProvider words={words}>
      <VerifierPage {...verifier.props} {...keeping} alone={alone} onLanguage={onLanguage} />
    </WordsProvider>
  );
}
