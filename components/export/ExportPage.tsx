import '../design/design.css';
import './export.css';
import { useRef } from 'preact/hooks';
import { PageHead } from '../design/PageHead.tsx';
import { useKeptFocus } from '../design/use-kept-focus.ts';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import { ExportContents } from './ExportContents.tsx';
import { ExportFile } from './ExportFile.tsx';
import type { ExportPageProps } from './export-props.ts';

/** The export page: what leaves, who it is for, what it does not prove, then the file. Needs a `WordsProvider`. */
export const ExportPage = (props: ExportPageProps) => {
  const words = useWords();
  const main = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useKeptFocus(main, title);
  const { state, description } = props;
  return (
    <div class="export page">
      <PageHead light={state.kind === 'saved' ? 'on' : 'dim'} onLanguage={props.onLanguage} />
      <main ref={main} aria-busy={state.kind === 'describing'}>
        <h1 ref={title} tabIndex={-1}>
          {description
            ? words('export_page_title', { label: isolated(description.label) })
            : words('export_page_title_unknown')}
        </h1>
        <p class="export-intro">{words('export_page_intro')}</p>
        <ExportFile {...props} />
        {description && <ExportContents description={description} />}
      </main>
      <footer class="page-foot">
        <p>{words('promise')}</p>
        {description && (
          <p>{words('export_version', { version: description.version, commit: description.commit })}</p>
        )}
      </footer>
    </div>
  );
};
