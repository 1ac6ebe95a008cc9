import type { ComponentChildren } from 'preact';

interface Told {
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly remark?: string | undefined;
}

interface FieldFrameProps extends Told {
  /** Of the field itself. */
  readonly id: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Ids of what stands around the field and is read with it, for its `aria-describedby`. */
export const describedBy = (id: string, { hint, error, remark }: Told): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`, remark !== undefined && `${id}-remark`]
    .filter(Boolean)
    .join(' ') || undefined;

/** What stands around a field: its label, a hint above; below, a remark on what is typed, and what is wrong with it. */
export const FieldFrame = ({ id, label, hint, error, remark, children }: FieldFrameProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    {hint && (
      <p id={`${id}-hint`} class="soft">
        {hint}
      </p>
    )}
    {children}
    {remark !== undefined && (
      <p id={`${id}-remark`} class="soft field-remark" role="status">
        {remark}
      </p>
    )}
    {error && (
      <p id={`${id}-error`} class="field-error" role="alert">
        {error}
      </p>
    )}
  </div>
);
