import { createMoments, type Moments } from './moments.ts';
import type { Values, WordKey } from './word-keys.ts';

/** One language's file, in the browser's own format, so that the manifest and the interface share it. */
export type Messages = Readonly<Record<string, { readonly message: string }>>;

export interface Words extends Moments {
  /** The sentence for `key`, `{name}` replaced by `values.name`; `values.count` chooses among plural forms. */
  (key: WordKey, values?: Values): string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** « 12 Mo », from bytes. */
  size(bytes: number): string;
}

export interface WordsOptions {
  /** IANA zone of the times shown; the device's own when absent. */
  readonly zone?: string;
  /** Speaks where `messages` is silent. */
  readonly fallback?: Messages;
}

export const createWords = (messages: Messages, language: string, options: WordsOptions = {}): Words => {
  const entry = (key: string) => messages[key]?.message ?? options.fallback?.[key]?.message;
  // Dates and numbers as in Europe: « 19 November », where a bare `en` would give the American order.
  const formats = messages.language_formats?.message ?? language;
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(formats);
  const sentence = (key: string, count: unknown): string => {
    const counted = typeof count === 'number' ? entry(`${key}_${plural.select(count)}`) : undefined;
    return counted ?? entry(key) ?? entry(`${key}_other`) ?? key;
  };
  const translate = (key: WordKey, values: Values = {}): string =>
    sentence(key, values.count).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? number.format(value) : value;
    });
  return Object.assign(translate, {
    language,
    direction: translate('language_direction') === 'rtl' ? ('rtl' as const) : ('ltr' as const),
    ...createMoments(translate, formats, options.zone),
    size: (bytes: number) => sizeText(bytes, formats),
  });
};

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

const sizeText = (bytes: number, formats: string): string => {
  const step = bytes > 0 ? Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1) : 0;
  const unit = UNITS[step] ?? 'byte';
  return new Intl.NumberFormat(formats, {
    style: 'unit',
    unit,
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1000 ** step);
};

type Snake<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Snake<Tail>}`
  : Text;

/** An identifier as a piece of key: `server-error` → `server_error` (the browser allows no hyphen in keys). */
export const keyPart = <Id extends string>(id: Id): Snake<Id> => id.replaceAll('-', '_') as Snake<Id>;

/**
 * Text written by someone else, inside a sentence of ours: its direction marks removed and its own direction kept
 * apart, so that a label can neither reverse nor break the sentence around it.
 */
export const isolated = (text: string): string =>
  `\u2068${text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ')}\u2069`;
