import { useWords } from '../words-context.tsx';
import { Lamp } from './Lamp.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';

interface Props {
  /** The lamp of the popup, where the page tells of the same work. */
  readonly light?: 'on' | 'dim';
  onLanguage(code: string): void;
}

/** The band above each page of the extension. Needs a `WordsProvider`. */
export const PageHead = ({ light, onLanguage }: Props) => {
  const words = useWords();
  return (
    <header class="page-head night">
      {light && <Lamp light={light} />}
      <p>{words('extName')}</p>
      <LanguageSwitch onLanguage={onLanguage} />
    </header>
  );
};
