import { useMemo } from 'preact/hooks';
import { chooseLanguage, wordsOf } from '../../components/languages.ts';
import { SettingsPage } from '../../components/settings/SettingsPage.tsx';
import { WordsProvider } from '../../components/words-context.tsx';
import { useSettings } from './use-settings.ts';

/** The settings page in the person's language. */
export function SettingsScreen() {
  const { props, choice } = useSettings();
  const code = chooseLanguage(choice, navigator.languages);
  const words = useMemo(() => wordsOf(code), [code]);
  return (
    <WordsProvider words={words}>
      <SettingsPage {...props} />
    </WordsProvider>
  );
}
