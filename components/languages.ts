/// <reference types="vite/client" />
import { createWords, type Messages, type Words } from './words.ts';

/**
 * Every language file there is: adding one needs no code. Bundled, because the browser's own lookup follows the
 * browser's language and not the person's choice.
 */
const files = import.meta.glob<Messages>('../public/_locales/*/messages.json', {
  eager: true,
  import: 'default',
});

const catalogue = new Map<string, Messages>(
  Object.entries(files).map(([path, messages]) => [path.split('/').at(-2) ?? '', messages]),
);

const FIRST = 'fr';

export interface Language {
  /** As the folder of its file: `fr`, `en`. */
  readonly code: string;
  /** In itself: « Français ». */
  readonly name: string;
}

/** French first, then by code. */
export const LANGUAGES: readonly Language[] = [...catalogue]
  .map(([code, messages]) => ({ code, name: messages.language_name?.message ?? code }))
  .sort((a, b) => Number(b.code === FIRST) - Number(a.code === FIRST) || a.code.localeCompare(b.code));

/** The person's choice, else the first of the browser's languages that we speak, else French. */
export const chooseLanguage = (choice: string | null, browserLanguages: readonly string[]): string =>
  [choice ?? '', ...browserLanguages.map((tag) => tag.toLowerCase().split('-')[0] ?? '')].find((code) =>
    catalogue.has(code),
  ) ?? FIRST;

/** Words of `code`, French where that file is silent. `zone`: IANA, the device's own when absent. */
export const wordsOf = (code: string, zone?: string): Words => {
  const fallback = catalogue.get(FIRST) ?? {};
  return createWords(catalogue.get(code) ?? fallback, catalogue.has(code) ? code : FIRST, {
    fallback,
    ...(zone === undefined ? {} : { zone }),
  });
};
