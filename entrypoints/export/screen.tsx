import { useMemo } from 'preact/hooks';
import { ExportPage } from '../../components/export/ExportPage.tsx';
import { chooseLanguage, wordsOf } from '../../components/languages.ts';
import { WordsProvider } from '../../components/words-context.tsx';
import { useExport } from './use-export.ts';

/** The export page in the person's language. */
export function ExportScreen({ dossierId }: { dossierId: string }) {
  const { props, choice } = useExport(dossierId);
  const code = chooseLanguage(choice, navigator.languages);
  const words = useMemo(() => wordsOf(code), [code]);
  return (
    <WordsProvider words={words}>
      <ExportPage {...props} />
    </WordsProvider>
  );
}
