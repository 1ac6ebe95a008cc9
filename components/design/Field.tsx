import { useId } from 'preact/hooks';

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
    'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    onInput: (event: { currentTarget: { value: string } }) => onText(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="soft">
          {hint}
        </p>
      )}
      {rows > 1 ? <textarea rows={rows} {...shared} /> : <input type="text" {...shared} />}
      {error && (
        <p id={`${id}-error`} class="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
};
