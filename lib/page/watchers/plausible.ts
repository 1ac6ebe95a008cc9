import { foldText } from '../../core/detect/fold.ts';

/** What a label asks for, and the least that an answer to it looks like. Loose: it only excuses the page. */
const KINDS: readonly (readonly [label: RegExp, answer: RegExp])[] = [
  [/e-?mail|courriel|adresse electronique/, /^\S+@\S+\.\S+$/],
  [
    /code (?:recu|a usage unique|de (?:verification|confirmation|validation))|(?:verification|confirmation) code|one-time/,
    /^[\da-z-]{6,10}$/i,
  ],
  [/code postal|postcode|postal code|zip code/, /^[\da-z][\da-z -]{2,9}$/i],
  [/telephone|portable|mobile number|phone/, /^\+?[\d\s().-]{9,20}$/],
  [/agdref|numero (?:d')?etranger|foreigner number/, /^[\d ]{10,14}$/],
  [/jj\/mm|dd\/mm|date d|date of|\bdate\b/, /^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}$/],
  [/montant|revenus?|ressources|amount|income/, /^[\d\s.,€]+$/],
];

/** False when what stands in a field cannot be what its label asks for. `label` with its hint, as shown. */
export const isPlausible = (label: string, value: string): boolean => {
  const folded = foldText(label);
  return KINDS.every(([asked, answer]) => !asked.test(folded) || answer.test(value.trim()));
};

const CONSENT =
  /\b(?:j'(?:atteste|accepte|autorise|ai lu|ai pris connaissance)|je (?:cert\w+|declare|consens|reconnais|m'engage|confirme|soussigne)|i (?:certify|accept|agree|declare|confirm|acknowledge|consent|have read)|accepte[rz]? les conditions|terms|cgu)\b/;
const OPTIONAL = /facultati|optionnel|\boptional|le cas echeant|si applicable|if any|if applicable/;
const CAPTCHA = /captcha|robot|code de securite|security code|caracteres de l'image|recopie/;
const NOTHING_CHOSEN =
  /^[-–—.…([ ]*(?:$|choisi|select|choose|pick |aucun|no |none\b|vide|empty|chargement|loading|veuillez|please|merci de|liste)/;
const REQUIRED_MESSAGE = /obligatoire|requis|required|doit etre (?:renseigne|rempli)|mandatory/;

const on = (pattern: RegExp) => (text: string) => pattern.test(foldText(text));
/** « J’atteste… », « I certify… »: nothing goes on without it, whether it says so or not. */
export const isConsent = on(CONSENT);
export const saysOptional = on(OPTIONAL);
export const saysCaptcha = on(CAPTCHA);
/** The words that stand in a list before anything is chosen, or in place of its choices. */
export const isPlaceholder = on(NOTHING_CHOSEN);
export const saysRequired = on(REQUIRED_MESSAGE);
