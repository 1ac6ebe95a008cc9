import { readableFingerprint } from '../../lib/core/seal/device-key.ts';
import { Button } from '../design/Button.tsx';
import { Section } from '../design/Section.tsx';
import { useWords } from '../words-context.tsx';
import type { SettingsPageProps } from './settings-props.ts';

interface SealingKeyProps extends Pick<SettingsPageProps, 'copied' | 'onCopy'> {
  readonly sha256: string | null;
}

/** The fingerprint of the key that seals, for whoever will check a bundle. */
export const SealingKey = ({ sha256, copied, onCopy }: SealingKeyProps) => {
  const words = useWords();
  const fingerprint = sha256 === null ? null : readableFingerprint(sha256);
  return (
    <Section title={words('settings_key')} name="key">
      <p>{words('settings_key_what')}</p>
      {fingerprint === null ? (
        <p role="alert">{words('settings_key_failed')}</p>
      ) : (
        <>
          <p class="settings-fingerprint" dir="ltr">
            {fingerprint}
          </p>
          <Button onPress={() => onCopy(fingerprint)}>{words('settings_key_copy')}</Button>
        </>
      )}
      <p role="status" class="settings-outcome">
        {copied === 'copied' && words('settings_key_copied')}
        {copied === 'refused' && words('settings_key_refused')}
      </p>
    </Section>
  );
};
