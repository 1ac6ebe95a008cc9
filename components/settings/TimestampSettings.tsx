import { useState } from 'preact/hooks';
import type { SettingsView } from '../../lib/app/settings/settings-view.ts';
import { Button } from '../design/Button.tsx';
import { Field } from '../design/Field.tsx';
import { Section } from '../design/Section.tsx';
import { isolated } from '../words.ts';
import { useWords } from '../words-context.tsx';
import type { SettingsPageProps } from './settings-props.ts';
import { TimestampProgress } from './TimestampProgress.tsx';

interface TimestampSettingsProps extends Pick<SettingsPageProps, 'now' | 'problem' | 'onTimestamps'> {
  readonly timestamps: SettingsView['timestamps'];
}

/** The host of an address, as far as it is one. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** Timestamps on or off: what is sent, to whom and why stands before the button. */
export const TimestampSettings = ({ timestamps, now, problem, onTimestamps }: TimestampSettingsProps) => {
  const words = useWords();
  const { on, state } = timestamps;
  const [url, setUrl] = useState(timestamps.url);
  return (
    <Section title={words('settings_timestamps')} name="timestamps">
      <p>{words('settings_timestamps_what')}</p>
      <p>{words('settings_timestamps_sent')}</p>
      <p role="status" class="settings-standing">
        {on
          ? words('settings_timestamps_on', { host: isolated(hostOf(timestamps.url)) })
          : words('settings_timestamps_off')}
      </p>
      {on ? (
        <>
          <TimestampProgress state={state} now={now} />
          <Button onPress={() => onTimestamps(false, timestamps.url)}>
            {words('settings_timestamps_disable')}
          </Button>
        </>
      ) : (
        <>
          <Field
            label={words('settings_timestamps_url')}
            hint={words('settings_timestamps_url_hint')}
            error={problem === 'bad-url' ? words('settings_timestamps_url_bad') : null}
            value={url}
            maxLength={300}
            onText={setUrl}
          />
          <Button look="primary" onPress={() => onTimestamps(true, url.trim())}>
            {words('settings_timestamps_enable')}
          </Button>
        </>
      )}
      {problem === 'refused' && (
        <p role="alert">{words('settings_timestamps_refused', { host: isolated(hostOf(url)) })}</p>
      )}
      {problem === 'failed' && <p role="alert">{words('settings_timestamps_failed')}</p>}
    </Section>
  );
};
