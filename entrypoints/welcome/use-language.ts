import { useEffect, useMemo, useState } from 'preact/hooks';
import { chooseLanguage, wordsOf } from '../../components/languages.ts';
import type { Words } from '../../components/words.ts';
import { language } from '../../lib/browser/remembered/settings.ts';

/** Words in the language chosen anywhere in the extension, else the browser's. */
export function useLanguage(): { words: Words; onLanguage: (code: string) => void } {
  const [choice, setChoice] = useState<string | null>(null);
  useEffect(() => {
    // Unreadable settings leave the browser's language.
    language.getValue().then(setChoice, () => undefined);
    return language.watch(setChoice);
  }, []);
  const code = chooseLanguage(choice, navigator.languages);
  return {
    words: useMemo(() => wordsOf(code), [code]),
    onLanguage: (next) => {
      setChoice(next);
      language.setValue(next).catch(() => undefined); // the page speaks it all the same
    },
  };
}
