import { useId } from 'preact/hooks';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

interface SecretFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  /** Said below while it is typed. */
  readonly remark?: string;
  readonly value: string;
  readonly shown: boolean;
  readonly name: string;
  onText(value: string): void;
  onEnter(): void;
}

/** A labelled field for a passphrase. In no form, so that no password manager keeps what is not a password of a site. */
export const SecretField = (props: SecretFieldProps) => {
  const { label, hint, error, remark, value, shown, name, onText, onEnter } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} remark={remark}>
      <input
        id={id}
        name={name}
        {...({ type: shown ? 'text' : 'password' } as { type: 'password' })}
        value={value}
        maxLength={300}
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        dir="auto"
        aria-describedby={describedBy(id, { hint, error, remark })}
        aria-invalid={error ? 'true' : undefined}
        onInput={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) onEnter();
        }}
      />
    </FieldFrame>
  );
};
