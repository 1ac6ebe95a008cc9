import { useId } from 'preact/hooks';
import { describedBy, FieldFrame } from './FieldFrame.tsx';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly value: string;
  readonly maxLength: number;
  /** More than one makes it a text area. */
  readonly rows?: number;
  onText(value: string): void;
}

/** A labelled text field: hint and error are read with it. The browser remembers nothing of what is typed. */
export const Field = ({ label, hint, error, value, maxLength, rows = 1, onText }: FieldProps) => {
  const id = useId();
  const shared = {
    id,
    value,
    maxLength,
    autoComplete: 'off',
    spellcheck: false,
    dir: 'auto' as const,
    'aria-describedby': describedBy(id, { hint, error }),
    'aria-invalid': error ? ('true' as const) : undefined,
    onInput: (event: { currentTarget: { value: string } }) => onText(event.currentTarget.value),
  };
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {rows > 1 ? <textarea rows={rows} {...shared} /> : <input type="text" {...shared} />}
    </FieldFrame>
  );
};
