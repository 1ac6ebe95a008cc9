import '../design/design.css';
import './diagnostics.css';
import { Button } from '../design/Button.tsx';
import { PageHead } from '../design/PageHead.tsx';
import { useWords } from '../words-context.tsx';
import { diagnosticText } from './diagnostic-text.ts';
import type { DiagnosticsPageProps } from './diagnostics-props.ts';

/** What can be sent to whoever repairs the extension: shown first, copied after. Needs a `WordsProvider`. */
export const DiagnosticsPage = ({ told, copied, onCopy, onLanguage }: DiagnosticsPageProps) => {
  const words = useWords();
  const text = typeof told === 'string' ? null : diagnosticText(told, words);
  return (
    <div class="diagnostics page">
      <PageHead onLanguage={onLanguage} />
      <main aria-busy={told === 'reading'}>
        <h1>{words('diagnostics_title')}</h1>
        <p>{words('diagnostics_intro')}</p>
        <p>{words('diagnostics_never')}</p>
        {told === 'reading' && <p role="status">{words('loading')}</p>}
        {told === 'failed' && <p role="alert">{words('diagnostics_failed')}</p>}
        {text !== null && (
          <>
            <pre class="diagnostics-text">{text}</pre>
            <Button look="primary" onPress={() => onCopy(text)}>
              {words('diagnostics_copy')}
            </Button>
          </>
        )}
        <p role="status" class="diagnostics-outcome">
          {copied === 'copied' && words('diagnostics_copied')}
          {copied === 'refused' && words('diagnostics_refused')}
        </p>
      </main>
      <footer class="page-foot">
        <p>{words('promise')}</p>
      </footer>
    </div>
  );
};
