/** A message is looked at once the page has had time to answer the try (ms of visible time). */
const SETTLED_MS = 1500;

/** An error that stands beside a field now. */
export interface FieldError<Field> {
  readonly field: Field;
  readonly message: string;
  /** What the field holds meets every constraint that the page has declared for it. */
  readonly accepted: boolean;
  /** What the field holds cannot be what its label asks for. */
  readonly implausible: boolean;
}

export interface ValidationLoop<Field> {
  readonly field: Field;
  readonly message: string;
  readonly tries: number;
}

/** The same message beside the same field, whatever the person changes. Times of the visible clock, in ms. */
export const createValidationLoops = <Field>() => {
  interface Seen {
    readonly message: string;
    tries: number;
    /** Tries after a change, with the same message again. */
    repeats: number;
    changed: boolean;
    lastTry: number;
    told: boolean;
  }
  const seen = new Map<Field, Seen>();
  /** Answered since the last try: a page often takes its message away then. */
  const changedSince = new Set<Field>();
  let tries = 0;
  let triedAt = 0;

  const see = (errors: readonly FieldError<Field>[]): void => {
    for (const { field, message } of errors) {
      const known = seen.get(field);
      if (known?.message !== message) {
        seen.set(field, { message, tries: 1, repeats: 0, changed: false, lastTry: tries, told: false });
      } else if (known.lastTry !== tries) {
        known.tries += 1;
        if (known.changed) known.repeats += 1;
        known.changed = false;
        known.lastTry = tries;
      }
    }
  };

  return {
    /** The person asks to go on. */
    tried(time: number): void {
      tries += 1;
      changedSince.clear();
      triedAt = time;
    },
    /** Since the last try. */
    isFirstChange: (field: Field): boolean => tries > 0 && !changedSince.has(field),
    changed(field: Field): void {
      changedSince.add(field);
      const known = seen.get(field);
      if (known !== undefined) known.changed = true;
    },
    /** Errors shown at some moment after a try: a page may take them away as soon as the field is left. */
    see: (errors: readonly FieldError<Field>[]): void => {
      if (tries > 0) see(errors);
    },
    /** Errors shown now. Once they have settled, those that are gone were mended. */
    look(errors: readonly FieldError<Field>[], time: number): ValidationLoop<Field>[] {
      if (tries === 0 || time - triedAt < SETTLED_MS) return [];
      see(errors);
      const shown = new Map(errors.map((error) => [error.field, error]));
      const loops: ValidationLoop<Field>[] = [];
      for (const [field, known] of seen) {
        const error = shown.get(field);
        if (error === undefined && !changedSince.has(field)) seen.delete(field);
        if (error === undefined || known.told || error.implausible || known.changed) continue;
        const enough = error.accepted ? 1 : 2;
        if (known.repeats >= enough) loops.push({ field, message: known.message, tries: known.tries });
      }
      return loops;
    },
    tell(field: Field): void {
      const known = seen.get(field);
      if (known !== undefined) known.told = true;
    },
    /** Worth looking at the errors at all. */
    isOpen: (): boolean => tries > 0,
    pending: (time: number): number =>
      tries > 0 && time - triedAt < SETTLED_MS ? triedAt + SETTLED_MS - time : 0,
  };
};
