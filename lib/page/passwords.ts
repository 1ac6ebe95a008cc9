import { all, isConnected, isElement, matches } from './dom.ts';
import { listen } from './port.ts';

/** Tells whether a password stands on the page: no picture is then taken. */
export interface PasswordWatch {
  /** In these documents and shadow roots, or in a field that was one for passwords. */
  filled(roots: Iterable<ParentNode>): boolean;
  /** Looks at what is typed in this document too. */
  enter(page: Document): void;
}

const PASSWORD =
  'input[type="password"], input[autocomplete~="current-password"], input[autocomplete~="new-password"]';

const isFilled = (input: HTMLInputElement): boolean => {
  // Chromium hides an autofilled value from scripts until the person acts, and shows its dots in the picture.
  return Boolean(input.value) || matches(input, ':autofill');
};

/** Password fields with something in them, in these documents and shadow roots. */
export const hasFilledPassword = (roots: Iterable<ParentNode>): boolean => {
  for (const root of roots) {
    for (const input of all<HTMLInputElement>(root, PASSWORD)) {
      if (isFilled(input)) return true;
    }
  }
  return false;
};

export const watchPasswords = (stop: AbortSignal): PasswordWatch => {
  /** Fields that once hid their content: « Afficher le mot de passe » turns them into ordinary ones. */
  const once = new Set<HTMLInputElement>();
  const notice = (event: Event) => {
    const [field] = event.composedPath() as Element[];
    if (field !== undefined && isElement(field) && matches(field, PASSWORD))
      once.add(field as HTMLInputElement);
  };
  return {
    enter: (page) => listen(page, ['input', 'focusin', 'change', 'pointerdown'], notice, stop),
    filled: (roots) => {
      for (const field of once) {
        if (!isConnected(field)) once.delete(field);
        else if (isFilled(field)) return true;
      }
      return hasFilledPassword(roots);
    },
  };
};
