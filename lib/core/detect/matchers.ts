import type { HostGroup } from './hosts.ts';
import type { WordingRule } from './rule.ts';
import { SITE_RULES } from './rules/index.ts';
import { type CompiledWording, compileWording, findWording, searchText } from './wording.ts';

/** The part of detection that runs in the page: which known words does a text contain, and is it worth telling? */
export interface WordingMatch {
  readonly rule: WordingRule;
  /** Share of the text that the wording covers, 0 to 1: a message of its own, or words inside a longer text. */
  readonly coverage: number;
  /** The text only quotes the words, as a help page does, or says when they are shown. */
  readonly quoted: boolean;
}

export interface TextReading {
  readonly matches: readonly WordingMatch[];
  /** Speaks of trouble, or of a success: for the background to judge, when something on the page calls it a message. */
  readonly suspect: boolean;
  /** May say that there is no appointment, on a site that gives them, or that something is over: told from wherever it stands. */
  readonly nominated: boolean;
}

export interface Matchers {
  read(text: string): TextReading;
  /** Quick, over text as the page has it: false when it holds none of the words. */
  mayTell(text: string): boolean;
  /** Rules told by the address itself, and the part of it that tells. */
  readAddress(url: string): readonly { readonly rule: WordingRule; readonly marker: string }[];
}

const NOTHING: TextReading = { matches: [], suspect: false, nominated: false };
const SHORTEST = 7;
/** Beginnings of the words that messages are made of, over folded text, in both languages: wide, and short, on purpose. */
const SUSPECT = /\b[a-filnprs-w]/;

/** Beginnings of what there may be none of: the background reads whether there is (`no-slot.ts`). */
const SLOT = /\b(?:rdv|ren|cre|pla|dis|dat|hor|age|cal|slo|app|ava|boo|not|res|ins)/;

/**
 * What a plain sentence says of a request where nothing calls it a message, folded or not: the background reads whether it
 * does (`read-plain.ts`).
 */
const PLAIN =
  /plus possible|ouvez plus|eut plus|no longer|verrouill|locked|st d.pass|s dispo|t avail|able to|s pas pu/i;

/** Spelled in a way that only folding undoes. */
const ODD = '\\u00ad|[^\\0-\\u024f\\u2010-\\u2027\\u202f]';

/** The longest word of a wording, any letter in place of those that bear accents. */
const stemOf = ({ spaced }: CompiledWording): string =>
  spaced
    .flatMap(({ text }) => text.split(/[^a-z]/))
    .reduce((longest, word) => (word.length < longest.length ? longest : word), '')
    .replace(/[aceiou]/g, '.');

/** What quotes: a quotation mark, the name of a message, or a condition (« Si aucun créneau… »: what may happen). */
const QUOTING =
  /"$|(?:message|intitule|mention)\s?:?\s?$|(?:^|[.!?:] |\b(?=\S+ (?:[^.!?, ]+ ){0,2}$))(?:si|if|quand|when|lorsque)\b[^.!?]*$/;

const isQuoted = (folded: string, start: number): boolean => QUOTING.test(folded.slice(0, start));

/** Prepares the rules of one site; a site without a group has only the rules for any host. */
export const createMatchers = (
  group: HostGroup | undefined,
  rules: readonly WordingRule[] = SITE_RULES,
): Matchers => {
  const here = rules.filter(({ hosts }) => hosts === 'any' || (group !== undefined && hosts.includes(group)));
  const compiled: (readonly [WordingRule, readonly CompiledWording[]])[] = here.map((rule) => [
    rule,
    rule.wordings.map(({ text }) => compileWording(text)),
  ]);

  const givesAppointments = /rdv|book/.test(`${group}`);
  const nominates = givesAppointments ? SLOT : PLAIN;
  const stems = compiled.flatMap(([, wordings]) => wordings.map(stemOf));
  const stem = new RegExp([...stems, ODD].join('|'), 'i');

  return {
    // There, there are too many ways to say that there is no slot: everything is read.
    mayTell: (text) => givesAppointments || stem.test(text) || PLAIN.test(text),
    read: (text) => {
      if (text.length < SHORTEST) return NOTHING;
      const searched = searchText(text);
      const { folded } = searched;
      const matches: WordingMatch[] = [];
      for (const [rule, wordings] of compiled) {
        let match: WordingMatch | undefined;
        for (const wording of wordings) {
          const span = findWording(wording, searched);
          const coverage = span === undefined ? -1 : (span.end - span.start) / folded.length;
          if (span === undefined || coverage <= (match?.coverage ?? -1)) continue;
          match = { rule, coverage, quoted: isQuoted(folded, span.start) };
        }
        if (match !== undefined) matches.push(match);
      }
      return { matches, suspect: SUSPECT.test(folded), nominated: nominates.test(folded) };
    },
    readAddress: (url) =>
      here.flatMap((rule) =>
        (rule.markers ?? []).filter((marker) => url.includes(marker)).map((marker) => ({ rule, marker })),
      ),
  };
};
