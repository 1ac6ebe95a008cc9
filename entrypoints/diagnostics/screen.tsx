import { useEffect, useMemo, useState } from 'preact/hooks';
import { DiagnosticsPage } from '../../components/diagnostics/DiagnosticsPage.tsx';
import type { DiagnosticsPageProps } from '../../components/diagnostics/diagnostics-props.ts';
import { chooseLanguage, wordsOf } from '../../components/languages.ts';
import { WordsProvider } from '../../components/words-context.tsx';
import { readDiagnostics } from '../../lib/browser/read-diagnostics.ts';
import { language } from '../../lib/browser/remembered/settings.ts';

/** The diagnostics page in the person's language. Works when the background does not. */
export function DiagnosticsScreen() {
  const [told, setTold] = useState<DiagnosticsPageProps['told']>('reading');
  const [copied, setCopied] = useState<DiagnosticsPageProps['copied']>('not-yet');
  const [choice, setChoice] = useState<string | null>(null);

  useEffect(() => {
    readDiagnostics().then(setTold, () => setTold('failed'));
    language.getValue().then(setChoice, () => undefined); // the browser's own language then
  }, []);

  const code = chooseLanguage(choice, navigator.languages);
  const words = useMemo(() => wordsOf(code), [code]);
  return (
    <WordsProvider words={words}>
      <DiagnosticsPage
        told={told}
        copied={copied}
        onCopy={(text) => {
          navigator.clipboard.writeText(text).then(
            () => setCopied('copied'),
            () => setCopied('refused'),
          );
        }}
        onLanguage={(chosen) => {
          setChoice(chosen);
          language.setValue(chosen).catch(() => undefined); // shown in it all the same
        }}
      />
    </WordsProvider>
  );
}
