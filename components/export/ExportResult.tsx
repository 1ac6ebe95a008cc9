import { Notice } from '../design/Notice.tsx';
import { isolated, keyPart } from '../words.ts';
import { useWords } from '../words-context.tsx';
import type { ExportFailure, ExportState } from './export-props.ts';

/** Nothing of the dossier has to do with it. */
const INTACT: readonly ExportFailure[] = ['disk-full', 'database-blocked', 'unexpected'];

/** How it ended, if it has. */
export const ExportResult = ({ state }: { state: ExportState }) => {
  const words = useWords();
  switch (state.kind) {
    case 'saved':
      return (
        <Notice tone="calm">
          <h3>{words('export_saved')}</h3>
          <p>
            {words('export_saved_detail', {
              fileName: isolated(state.fileName),
              size: words.size(state.bytes),
            })}
          </p>
          <p>{words('export_saved_next')}</p>
          {state.stamp && (
            <p>
              {state.stamp === 'none'
                ? words('export_not_stamped')
                : words('export_stamped', { host: isolated(state.stamp.host) })}
            </p>
          )}
          {state.unnoted && <p>{words('export_unnoted')}</p>}
        </Notice>
      );
    case 'cancelled':
      return (
        <Notice>
          <h3>{words('export_cancelled')}</h3>
          <p>{words('export_cancelled_detail')}</p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="alert">
          <h3>{words('export_failed')}</h3>
          <p>{words(`export_failed_${keyPart(state.reason)}`)}</p>
          {INTACT.includes(state.reason) && <p>{words('export_failed_intact')}</p>}
          {state.detail && (
            <details>
              <summary>{words('error_detail')}</summary>
              <p dir="auto">{state.detail}</p>
            </details>
          )}
        </Notice>
      );
    default:
      return null;
  }
};
