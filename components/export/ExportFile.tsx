import { Button } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import { ExportResult } from './ExportResult.tsx';
import { type ExportPageProps, FINAL_FAILURES } from './export-props.ts';

/** The file: its name, the button, then how it goes. One section, so that the keyboard’s place is kept. */
export const ExportFile = (props: ExportPageProps) => {
  const words = useWords();
  const { state } = props;
  return (
    <div class="export-file">
      <Section title={words('export_file')}>
        {state.kind !== 'saved' && props.description && (
          <dl>
            <dt>{words('export_file_name')}</dt>
            <dd>
              <bdi>{props.fileName}</bdi>
            </dd>
          </dl>
        )}
        {props.description?.rehearsal && (
          <Notice>
            <p>{words('rehearsal_export')}</p>
          </Notice>
        )}
        {state.kind === 'ready' && (
          <>
            <Notice>
              <p>{words('export_pictures_detail')}</p>
            </Notice>
            <p class="soft">{words('export_file_hint')}</p>
            <Button look="primary" onPress={props.onStart}>
              {words('export_start')}
            </Button>
          </>
        )}
        {state.kind === 'running' && <ExportProgress {...state} onCancel={props.onCancel} />}
        {/* Present from the start, so that readers announce what comes into it. */}
        <div role="status">
          {state.kind === 'describing' && <p>{words('export_describing')}</p>}
          <ExportResult state={state} />
        </div>
        {state.kind === 'saved' && <Button onPress={props.onSaveAgain}>{words('export_again')}</Button>}
        {(state.kind === 'cancelled' ||
          (state.kind === 'failed' && !FINAL_FAILURES.includes(state.reason))) && (
          <Button look="primary" onPress={props.onStart}>
            {words('retry')}
          </Button>
        )}
      </Section>
    </div>
  );
};
