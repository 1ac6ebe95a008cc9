import type { Category } from './categories.ts';
import { foldText } from './fold.ts';
import { tellsNothing } from './prose.ts';
import { HELP_ROUTE } from './routes.ts';
import type { WordingRule } from './rule.ts';
import { GENERIC_RULES } from './rules/index.ts';
import type { MessageSignal, PageAddress } from './signals.ts';
import { spokenOf } from './spoken-of.ts';
import { statedIn } from './statements.ts';

/** Beyond this, in characters, a paragraph explains. */
const LONGEST_PARAGRAPH = 300;
/** Where a sentence stands by itself: not an entry, a definition, a legend or a label. */
const PARAGRAPH = /^(?:p|div|span|strong|section)$/;
/** What can be over for somebody, and is told in passing. */
const OVER: ReadonlySet<Category> = new Set<Category>(['correction', 'refused', 'status']);
/** Said of this request or procedure, or of what she can do with it. */
const OF_THIS =
  /\b(?:votre|cette|ce|cet|la presente|your|this) (?:demande|demarche|dossier|procedure|teleservice|application|request|file|procedure)\b/;
/** Is so now, and was not before: the rest of what a paragraph says may be so at all times. */
const NO_MORE =
  /\b(?:(?:n'est|n'etes|ne sont|ne (?:peut|pouvez|peuvent)) plus|no longer|(?:est|is) (?:now |desormais |actuellement )?(?:verrouillee?|locked)|est depassee?|(?:has been|was) exceeded)\b/;
/** Of an occasion, a means or a place: holds at all times. */
const AT_TIMES =
  /\b(?:une fois|apres|avant|tant qu\w*|jusqu\w*|des (?:que|lors)|lorsqu\w*|quand|si|sauf|sans|au guichet|par (?:courrier|telephone|mail)|once|after|before|until|when(?:ever)?|if|unless|without|by (?:post|phone|mail)|in person)\b/;
const QUOTE = /"/;
/** A cell is an entry, unless it addresses the person. */
const CELL = /^(?:p|div|span|strong|section|td)$/;
/** Her own paper, or this file of hers: missing, or not taken, in a sentence that says nothing else. */
const OF_HERS: readonly (readonly [Category, RegExp])[] = [
  [
    'attestation',
    /^(?:votre|your) (?:attestation|recepisse|certificate|receipt)\b[^,;:]{0,60} (?:n'est|is) (?:(?:actuellement|currently) )?(?:pas|plus|not|no longer) (?:(?:actuellement|currently) )?(?:disponible|available)[.!]?$/,
  ],
  [
    'upload',
    /^(?:[a-z]+ (?:failed|refused|impossible) )?(?:we (?:were|are) (?:not able|unable) to (?:process|read|open|accept)|nous n'avons pas (?:pu|reussi a) (?:traiter|lire|ouvrir|enregistrer)) (?:this|your|ce|cette|votre) (?:file|document|fichier|piece)[.!]?$/,
  ],
];

/**
 * What a plain paragraph says of the request, where nothing calls it a message: only what is over now, of the request that
 * the page is about, in so many words.
 */
export const plainRules = (
  { text, place, component, rules }: MessageSignal,
  { path, route }: PageAddress,
): readonly WordingRule[] => {
  if (place !== 'text' || rules.length > 0 || text.length > LONGEST_PARAGRAPH || !CELL.test(component))
    return [];
  const folded = foldText(text);
  if (HELP_ROUTE.test(`${path}${route}`) || QUOTE.test(folded)) return [];
  if (AT_TIMES.test(folded) || tellsNothing(folded)) return [];
  const sentences = statedIn(folded, { alarm: false });
  const hers = OF_HERS.filter(([, said]) => sentences.some((sentence) => said.test(sentence)));
  if (hers.length > 0)
    return GENERIC_RULES.filter(({ category }) => hers.some(([about]) => about === category));
  if (!PARAGRAPH.test(component) || !OF_THIS.test(folded)) return [];
  if (!sentences.some((sentence) => NO_MORE.test(sentence))) return [];
  const spoken = spokenOf(sentences.filter((sentence) => NO_MORE.test(sentence)));
  return GENERIC_RULES.filter(({ category }) => OVER.has(category) && spoken.has(category));
};
