import type { SettingsView } from '../../lib/app/settings/settings-view.ts';
import type { TimestampFailure } from '../../lib/core/timestamp/failures.ts';
import { Moment } from '../design/Moment.tsx';
import type { WordKey } from '../word-keys.ts';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';

interface TimestampProgressProps {
  readonly state: SettingsView['timestamps']['state'];
  readonly now: number;
}

/** In words that help: what was wrong with a reply is for the journal. */
const REASONS: Partial<Record<TimestampFailure, WordKey>> = {
  offline: 'settings_reason_no_answer',
  'time-out': 'settings_reason_no_answer',
  'http-error': 'settings_reason_no_answer',
  refused: 'settings_reason_refused',
  'not-allowed': 'settings_reason_not_allowed',
  'not-stored': 'settings_reason_not_stored',
};

/** What came last, what waits, and why. */
export const TimestampProgress = ({ state, now }: TimestampProgressProps) => {
  const words = useWords();
  const { last, waiting, reason } = state;
  return (
    <>
      {last ? (
        <p>
          {words('settings_timestamps_last', { host: isolated(last.authority) })}
          <Moment at={last.genTime} now={now} />
        </p>
      ) : (
        <p>{words('settings_timestamps_none')}</p>
      )}
      {waiting > 0 && <p>{words('settings_timestamps_waiting', { count: waiting })}</p>}
      {waiting > 0 && reason !== null && (
        <p>
          {words(REASONS[reason] ?? 'settings_reason_bad_reply')}{' '}
          {reason !== 'not-allowed' && words('settings_timestamps_again')}
        </p>
      )}
    </>
  );
};
