import { listen } from './port.ts';

/** Tells whether a password stands on the page: no picture is then taken. */
export interface PasswordWatch {
  filled(): boolean;
}

const PASSWORD =
  'input[type="password"], input[autocomplete~="current-password"], input[autocomplete~="new-password"]';

const isFilled = (input: HTMLInputElement): boolean => {
  // Chromium hides an autofilled value from scripts until the person acts, and shows its dots in the picture.
  return input.value !== '' || input.matches(':autofill');
};

/** Password fields with something in them, in these documents and shadow roots. */
export const hasFilledPassword = (roots: Iterable<ParentNode>): boolean => {
  for (const root of roots) {
    for (const input of root.querySelectorAll<HTMLInputElement>(PASSWORD)) {
      if (isFilled(input)) return true;
    }
  }
  return false;
};

export const watchPasswords = (roots: () => Iterable<ParentNode>, stop: AbortSignal): PasswordWatch => {
  /** Fields that once hid their content: « Afficher le mot de passe » turns them into ordinary ones. */
  const once = new Set<HTMLInputElement>();
  listen(
    document,
    ['input', 'focusin', 'change', 'pointerdown'],
    (event) => {
      const [field] = event.composedPath();
      if (field instanceof HTMLInputElement && field.matches(PASSWORD)) once.add(field);
    },
    stop,
  );
  return {
    filled: () => {
      for (const field of once) {
        if (!field.isConnected) once.delete(field);
        else if (isFilled(field)) return true;
      }
      return hasFilledPassword(roots());
    },
  };
};
