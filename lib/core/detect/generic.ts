import type { Category } from './categories.ts';
import { type Concept, conceptsOf } from './concepts.ts';
import { foldText } from './fold.ts';
import { meantBy, QUOTED } from './meant.ts';
import { saysNoneOfOneDay } from './no-slot.ts';
import { tellsNothing } from './prose.ts';
import type { WordingRule } from './rule.ts';
import { GENERIC_RULES } from './rules/index.ts';
import type { MessageSignal } from './signals.ts';
import { saysSiteFault } from './site-fault.ts';
import { spokenOf } from './spoken-of.ts';
import { statedIn } from './statements.ts';
import { type CompiledWording, compileWording, findWording, type SearchText, searchText } from './wording.ts';

/** Beyond this, a text is prose, not a message. */
const LONGEST_MESSAGE = 600;
/** Name of the component when a page shows nothing but a message. */
export const WHOLE_PAGE = 'page';
/** Names of the components that are headings. */
export const HEADING = /^h[1-3]$/;
/** Messages under one field: they speak of what was typed there. */
export const FIELD_ERRORS: ReadonlySet<string> = new Set([
  '.fr-error-text',
  '.fr-message--error',
  '.invalid-feedback',
  '.mat-error',
  '.q-field__messages',
  'mat-error',
  '#input-error',
]);
/** A heading that says that something has happened: it has a verb, or is what only errors say. The others name what stands below. */
const TELLS =
  /^(?:une erreur|an error|oups|oops|ce service|this service|votre|vos|vous|nous|notre|nos|your|you|we|our|impossible|echec|erreur|desole|session|service|le (?:service|site|portail|teleservice)|the (?:service|site|portal)|plus aucun|aucun|il n'|no |there (?:is|are) no|acces (?:refuse|interdit|bloque)|access denied|forbidden|maintenance en cours|(?:site|portail) en maintenance)\b|\b(?:est|sont|a|ont|avons|avez|sommes|etes|peut|ne|is|are|was|were|has|have|could|cannot|can't|did|didn't|failed|went|been)\b|\bn'(?:a|ont|est|avons|etes|avez|existe)\b/;
/** A heading in the person's own voice, or of what she does not manage, is an entry of an index. */
const OWN_VOICE =
  /\b(?:je|j'|mon|ma|mes|my|i)\b|\bvous (?:n'arrivez|ne (?:parvenez|trouvez|recevez)|n'avez pas recu|avez (?:oublie|perdu))\b|\byou (?:(?:cannot|can't) (?:log|sign|find)|(?:have )?(?:lost|forgotten))\b/;
/** The heading of the page itself: the others may well be those of an index. */
const TITLE = 'h1';
/** What a heading may say. Whether somebody has an account, or a request, is asked in headings as well. */
const HEADED: ReadonlySet<Category> = new Set<Category>([
  'appointment',
  'confirmation',
  'refused',
  'server-error',
  'session',
  'status',
  'unavailable',
]);
/** Ideas that are trouble by themselves. */
const TROUBLE: ReadonlySet<Concept> = new Set<Concept>([
  'blocked',
  'error',
  'expired',
  'failed',
  'impossible',
  'invalid',
  'maintenance',
  'not-allowed',
  'problem',
  'refused',
  'unavailable',
  'unknown',
]);
/** A success is kept where it can be proved: a number, a date and time. */
const RECEIPT =
  /\b(?:numero|number|reference|ref)\b|n°|\bn \d|no\.? ?(?:[a-z]{1,6}-?)?\d|\d{1,2} ?[h:] ?\d{2}|\d{2}\/\d{2}\/\d{4}/;
/** What does not exist is no duplicate. */
const EXISTS_NOT = /\b(?:n'existe(?:nt)?|(?:does|do) not exist|no longer exists?)\b/;
/** Boxes that ask as often as they tell. */
export const DIALOG = /dialog|modal/;
/** The title of a box has no full stop: the capital says where what stands below begins. */
export const UNENDED =
  /(?<=[\p{Ll})»]) (?=(?:Only|You|Your|We|Please|The|This|An|There|It|If|Vous|Votre|Vos|Nous|Notre|Une?|Le|La|Les|Cet|Cette|Ces|Il|Elle|Pour|Veuillez|Merci|Si|Aucune?) )/u;
/** What she is told to mend in what she has typed. */
const TO_MEND =
  /\b(?:verifi(?:ez|er)|corrig(?:ez|er)|rectifi(?:ez|er)|(?:check|correct|amend) (?:it|its|that|the|this|your)|try another)\b/;
/** What a fault of the site stops; a file or an account may fail for the same reason. */
const STOPPED: ReadonlySet<Category> = new Set<Category>([
  'blocked-form',
  'payment',
  'refused',
  'server-error',
]);

/** A procedure that is closed to all is not somebody's request that was closed. */
const OF_ALL = /\b(?:cette|la|this|the) (?:demarche|procedure|campagne|campaign)\b|\bdepots\b/;
const OF_HERS = /\b(?:votre|vos|ma|mon|your|my) (?:demande|dossier|application|request|file)s?\b/;
/** The key of a page: « Refusée : la préfecture a dit non », "Closed: the application ended". One of somebody's own is news. */
const KEY =
  /^"?(?:accorde|accepte|refuse|rejete|clos|cloture|classe|annule|abandonne|archive|recu|depose|complet|incomplet|valide|expire|bloque|suspendu|suspended|granted|accepted|refused|rejected|closed|cancelled|withdrawn|received|complete|incomplete|approved|expired|blocked|locked|archived|on hold|en attente|pending)(?:e|ee|es|ees|d)?(?: sans suite)?"? ?(?:[:=]|-) ?(?:le|la|l'|les|un|une|ce|cet|cette|the|an?|this|when|quand|lorsque) ?(?:demande|dossier|instruction|prefecture|administration|agent|piece|document|usager|decision|application|request|file|case|office|applicant)/;
/** A page that quotes so often explains what may be read elsewhere. */
const EXPLAINS = 2;

/** What a form says of what was typed, or announces: no failure, whatever else it speaks of. */
const ORDINARY =
  /\b(?:obligatoire|requis|require|champ|field|saisi[rs]|renseign|choisi(?:r|ssez)|select|enter |coche[rz]|complete[rz]|corrig|correct the|au moins|at least|doi(?:t|vent) |must |caracteres|characters|vide|empty|sera |seront |will be |vous pouvez|vous pourrez|patient|please wait|en cours|resultat|notification|jj\/mm|cookie|attention)/;
/** What a page that shows nothing else says of things in general: no such thing yet, one already, a limit. */
const IN_GENERAL: ReadonlySet<Category> = new Set<Category>([
  'account',
  'attestation',
  'duplicate',
  'upload',
]);
/** Something denied or missing, said in any way. */
const DENIAL =
  /\b(?:pas|plus|non|aucune?|not|no|nor|cannot|\w+n't|trop|too|deja|already|nouveau|again|sans)\b/;

/** An error box: what it says will not be done is refused now. */
export const isAlarming = ({ component, level }: Pick<MessageSignal, 'component' | 'level'>): boolean =>
  level === 'error' && component !== WHOLE_PAGE && !DIALOG.test(component);

/** Of a heading, folded: names what stands below, and tells nothing. */
const namesOnly = (folded: string): boolean => !TELLS.test(folded) || OWN_VOICE.test(folded);

/** What a heading may be about: of one that names what stands below, nothing. */
export const mayHead = (text: string, component: string, category: Category): boolean =>
  !HEADING.test(component) || (!namesOnly(foldText(text)) && (component === TITLE || HEADED.has(category)));

let compiled: readonly (readonly [WordingRule, readonly CompiledWording[]])[] | undefined;

/** What a legal rule entails: a message that states the rule is about nothing else. */
const ENTAILED: ReadonlySet<Category> = new Set<Category>(['blocked-form', 'duplicate', 'refused']);

const isSaid = (wordings: readonly CompiledWording[], text: SearchText): boolean =>
  wordings.some((wording) => findWording(wording, text) !== undefined);

const compileAll = () =>
  GENERIC_RULES.map((rule) => [rule, rule.wordings.map(({ text }) => compileWording(text))] as const);

/** The message says the rule in words that the rule itself gives, and not just its ideas. */
export const saysOwnWords = (rule: WordingRule, message: string): boolean => {
  compiled ??= compileAll();
  const wordings = compiled.find(([one]) => one === rule)?.[1] ?? [];
  return isSaid(wordings, searchText(message));
};

/** 2: the rule's own words or two of its ideas; 1: one idea; 0: not this rule. */
const strengthOf = (
  { concepts = [] }: WordingRule,
  wordings: readonly CompiledWording[],
  ideas: ReadonlySet<string>,
  text: SearchText,
): number => {
  if (isSaid(wordings, text)) return 2;
  const said = concepts.filter((all) => all.every((idea) => ideas.has(idea))).map(({ length }) => length);
  return Math.min(2, Math.max(0, ...said));
};

const rulesOfText = (
  text: string,
  { component, level }: Pick<MessageSignal, 'component' | 'level'>,
): readonly WordingRule[] => {
  compiled ??= compileAll();
  const whole = foldText(text);
  const isHeading = HEADING.test(component);
  if (isHeading && namesOnly(whole)) return [];
  if (whole.length > LONGEST_MESSAGE || whole.endsWith('?') || tellsNothing(whole)) return [];
  const alarm = isAlarming({ component, level });
  if (!alarm && KEY.test(whole)) return [];
  if (FIELD_ERRORS.has(component) && TO_MEND.test(whole)) return [];
  if (component === WHOLE_PAGE && (whole.match(QUOTED)?.length ?? 0) >= EXPLAINS) return [];
  const sentences = statedIn(meantBy(whole), { alarm });
  const isSiteFault = sentences.some(saysSiteFault);
  const spoken = new Set(
    isSiteFault
      ? ['unavailable' as const, ...[...spokenOf(sentences)].filter((one) => !STOPPED.has(one))]
      : spokenOf(sentences),
  );
  const searched = searchText(sentences.join(' '));
  const { folded } = searched;
  const said = conceptsOf(folded);
  const isTrouble = said.some((idea) => TROUBLE.has(idea));
  const ideas = new Set<string>(said);
  if (EXISTS_NOT.test(folded)) ideas.delete('exists');
  /** A limit is also told where nothing has gone wrong. */
  const own = new Set(
    compiled
      .filter(([{ category }, wordings]) => category !== 'upload' && isSaid(wordings, searched))
      .map(([rule]) => rule),
  );
  const isOfDay = sentences.some(saysNoneOfOneDay) && !spoken.has('appointment');
  const told = (isOfDay ? compiled.filter(([{ category }]) => category !== 'appointment') : compiled).map(
    ([rule, wordings]) =>
      [rule, spoken.has(rule.category) ? 2 : strengthOf(rule, wordings, ideas, searched)] as const,
  );
  const best = Math.max(...told.map(([, strength]) => strength));
  const rulesOf = (least: number) => told.filter(([, strength]) => strength >= least).map(([rule]) => rule);
  const isProof = (rule: WordingRule): boolean =>
    rule.category !== 'confirmation' ||
    ideas.has('appointment') ||
    ideas.has('payment') ||
    RECEIPT.test(folded);
  const isAlone = component === WHOLE_PAGE && !isTrouble;
  const isLegal = told.some(([{ category }, strength]) => category === 'eligibility' && strength === best);
  const isOfAll =
    OF_ALL.test(folded) && !OF_HERS.test(folded) && (spoken.has('refused') || ideas.has('closed'));
  if (best === 2)
    return rulesOf(2).filter(
      (rule) =>
        isProof(rule) &&
        !(isSiteFault && STOPPED.has(rule.category)) &&
        !(isOfAll && rule.category === 'status' && !own.has(rule)) &&
        !(isLegal && (ENTAILED.has(rule.category) || (rule.category === 'status' && !own.has(rule)))) &&
        (!isAlone || !IN_GENERAL.has(rule.category) || own.has(rule) || spoken.has(rule.category)) &&
        (!isHeading || HEADED.has(rule.category) || (component === TITLE && spoken.has(rule.category))),
    );
  if (isAlone || isHeading) return [];
  if (FIELD_ERRORS.has(component) || ORDINARY.test(folded)) return [];
  if (best === 1) return rulesOf(1).filter(isProof);
  const isAlarm = level === 'error' && component !== WHOLE_PAGE && !component.startsWith('[role=');
  if (!isAlarm || (!isTrouble && !DENIAL.test(folded))) return [];
  return rulesOf(0)
    .filter(({ topics }) => topics?.some((idea) => ideas.has(idea)))
    .slice(0, 1);
};

/**
 * Rules that a message nobody has seen before may come under, by the ideas it combines. For texts that the page calls a
 * message: in running text the same words mean nothing. One idea alone counts when no rule finds two, and the mere topic
 * when the component itself says that it is an error. `component` and `level` are those of the message.
 */
export const genericRulesOf = (
  text: string,
  box: Pick<MessageSignal, 'component' | 'level'>,
): readonly WordingRule[] => {
  const found = rulesOfText(text, box);
  if (found.length > 0 || box.component === WHOLE_PAGE || HEADING.test(box.component)) return found;
  // What its title says may drown in the sentence that follows; what has no verb only names it.
  const end = text.search(UNENDED);
  const title = text.slice(0, Math.max(0, end));
  return TELLS.test(foldText(title)) ? rulesOfText(`${title}.${text.slice(end)}`, box) : found;
};
