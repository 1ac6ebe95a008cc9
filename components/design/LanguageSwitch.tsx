import { LANGUAGES } from '../languages.ts';
import { useWords } from '../words-context.tsx';
import { Button } from './Button.tsx';

/** One button a language: its code, and its name in itself for screen readers. */
export const LanguageSwitch = ({ onLanguage }: { onLanguage(code: string): void }) => {
  const words = useWords();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a form that sends nothing
    <div class="language-switch" role="group" aria-label={words('language_choice')}>
      {LANGUAGES.map(({ code, name }) => (
        <Button
          key={code}
          look="quiet"
          lang={code}
          pressed={code === words.language}
          onPress={() => onLanguage(code)}
        >
          {code.toUpperCase()}
          <span class="hidden-visually"> {name}</span>
        </Button>
      ))}
    </div>
  );
};
