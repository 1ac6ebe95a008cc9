import '../design/design.css';
import './settings.css';
import { useRef } from 'preact/hooks';
import { PageHead } from '../design/PageHead.tsx';
import { useKeptFocus } from '../design/use-kept-focus.ts';
import { useWords } from '../words-context.tsx';
import { BackupSection } from './BackupSection.tsx';
import { SealingKey } from './SealingKey.tsx';
import type { SettingsPageProps } from './settings-props.ts';
import { TimestampSettings } from './TimestampSettings.tsx';

/** What the person decides once. Needs a `WordsProvider`. */
export const SettingsPage = (props: SettingsPageProps) => {
  const words = useWords();
  const main = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useKeptFocus(main, title);
  const { view } = props;
  return (
    <div class="settings page">
      <PageHead onLanguage={props.onLanguage} />
      <main ref={main} aria-busy={view === 'reading'}>
        <h1 ref={title} tabIndex={-1}>
          {words('settings_title')}
        </h1>
        {view === 'reading' && <p role="status">{words('loading')}</p>}
        {view === 'failed' && <p role="alert">{words('settings_failed')}</p>}
        {view !== 'reading' && (
          <BackupSection
            {...props.backup}
            now={props.now}
            stamping={typeof view !== 'string' && view.timestamps.on}
          />
        )}
        {typeof view !== 'string' && (
          <>
            <TimestampSettings
              timestamps={view.timestamps}
              now={props.now}
              problem={props.problem}
              onTimestamps={props.onTimestamps}
            />
            <SealingKey sha256={view.keySha256} copied={props.copied} onCopy={props.onCopy} />
          </>
        )}
      </main>
      <footer class="page-foot">
        <p>{words('promise')}</p>
      </footer>
    </div>
  );
};
