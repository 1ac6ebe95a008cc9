import { useMemo } from 'preact/hooks';
import { chooseLanguage, wordsOf } from '../../components/languages.ts';
import { Popup } from '../../components/popup/Popup.tsx';
import { WordsProvider } from '../../components/words-context.tsx';
import { usePopup } from './use-popup.ts';

/** The popup in the person's language, kept up to date while it is open. */
export function PopupScreen() {
  const { props, choice } = usePopup();
  const code = chooseLanguage(choice, navigator.languages);
  const words = useMemo(() => wordsOf(code), [code]);
  return (
    <WordsProvider words={words}>
      <Popup {...props} />
    </WordsProvider>
  );
}
