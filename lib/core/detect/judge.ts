import { isFailure } from './categories.ts';
import { messageConcepts } from './fingerprint.ts';
import { foldText } from './fold.ts';
import { genericRulesOf, HEADING, isAlarming, saysOwnWords, WHOLE_PAGE } from './generic.ts';
import { GENERAL } from './precedence.ts';
import { noSlotRules, standsInCalendar } from './read-no-slot.ts';
import { plainRules } from './read-plain.ts';
import { readReceipt, saysDone } from './receipt.ts';
import { HELP_ROUTE, pathTemplate, SENDING_PATH, UPLOAD_PATH } from './routes.ts';
import type { HttpRule, WordingRule } from './rule.ts';
import { ruleOf } from './rule-book.ts';
import { BEHAVIOUR_RULES } from './rules/behaviour.ts';
import { genericConfirmation } from './rules/generic-confirmation.ts';
import { HTTP_RULES } from './rules/http.ts';
import type {
  Finding,
  MessagePlace,
  MessageSignal,
  ObstacleSignal,
  PageAddress,
  RequestSignal,
  Signal,
} from './signals.ts';
import { tellsWhatHappened } from './statements.ts';
import { weighedRules } from './weighed/weigh.ts';

export interface JudgeContext {
  readonly address: PageAddress;
  /** Somebody is known to be logged in: a 401 is then a lost session, not a probe. */
  readonly loggedIn: boolean;
  /** Signals of the same document in the last seconds: they confirm, but make no finding of their own. */
  readonly recent: readonly Signal[];
}

/** What is enough to be told. */
const ENOUGH = 0.999;
/** Two signals further apart than this have nothing to do with each other, in milliseconds. */
const TOGETHER_MS = 3000;
const RECENT_LIMIT = 100;
const PLACES: readonly MessagePlace[] = ['component', 'block', 'text'];
const STATIC_FILE = /\.(?:ico|png|jpe?g|gif|svg|webp|avif|woff2?|ttf|otf|eot|map|mp4|webm|pdf)$/i;

const isMessage = (signal: Signal): signal is MessageSignal => signal.kind === 'message';
const isRequest = (signal: Signal): signal is RequestSignal => signal.kind === 'request';

const matchesStatus = ({ statuses }: HttpRule, status: number): boolean =>
  statuses.some(([from, to]) => status >= from && status <= to);

const httpRulesOf = ({ path, status }: RequestSignal, { loggedIn }: JudgeContext): readonly HttpRule[] => {
  if (STATIC_FILE.test(path)) return [];
  const holds: Readonly<Record<HttpRule['when'], () => boolean>> = {
    any: () => true,
    'logged-in': () => loggedIn,
    upload: () => UPLOAD_PATH.test(path),
    sending: () => SENDING_PATH.test(path),
  };
  return HTTP_RULES.filter((rule) => matchesStatus(rule, status) && holds[rule.when]());
};

/** How much the failed requests around a message confirm it. */
const confirmedByHttp = (requests: readonly RequestSignal[], context: JudgeContext): number =>
  Math.max(
    0,
    ...requests
      .flatMap((request) => httpRulesOf(request, context))
      .map(({ weight }) => (weight >= 1 ? 0.7 : 0.4)),
  );

const JUST_NOW =
  /\b(?:actuel\w*|momentan\w*|temporair\w*|en ce moment|pour (?:l'instant|le moment)|current\w*|temporar\w*|at the moment|right now)\b/;

/** Shown because something has just been done, and calm by its place alone. */
const PASSING = /status|live|toast|snack|notification/;

const LEVEL_WEIGHT: Readonly<Record<MessageSignal['level'], number>> = {
  error: 0.4,
  warning: 0.4,
  unknown: 0.4,
  info: 0.2,
  success: 0,
};

/** On a page of help, what stands in no box is quoted. */
const isQuotedByHelp = ({ place, component }: MessageSignal, { path, route }: PageAddress): boolean =>
  !(place === 'component' && component !== WHOLE_PAGE) && HELP_ROUTE.test(`${path}${route}`);

/** No site says in its error box that something has been done; « la totalité des rendez-vous est réservée » is no success. */
const maySucceed = (rule: WordingRule, message: MessageSignal): boolean =>
  !isAlarming(message) && (saysOwnWords(rule, message.text) || saysDone(message.text));

const weigh = (rule: WordingRule, message: MessageSignal, { address }: JudgeContext): number => {
  const failure = isFailure(rule.category);
  if (rule.weight === 0 || (message.level === 'success' && failure)) return 0;
  if (rule.generic && rule.category === 'confirmation' && !maySucceed(rule, message)) return 0;
  const inPlace = PLACES.indexOf(message.place) <= PLACES.indexOf(rule.where);
  const quotedByHelp = isQuotedByHelp(message, address);
  const own = inPlace && !quotedByHelp ? rule.weight : rule.weight / 2;
  if (rule.generic && message.place === 'block' && !quotedByHelp) return 1;
  if (message.place !== 'component') return own;
  // What has become of a request is news, and told as such; so is a service that is closed just now.
  const isNews =
    message.level === 'info' &&
    (rule.category === 'status' ||
      (rule.category === 'unavailable' && JUST_NOW.test(foldText(message.text))) ||
      (PASSING.test(message.component) && tellsWhatHappened(foldText(message.text))));
  return own + LEVEL_WEIGHT[failure && !isNews ? message.level : 'unknown'];
};

/** A part of the message was told by itself, and is about something in particular. */
const isExplainedWithin = (message: MessageSignal, others: readonly MessageSignal[]): boolean =>
  others.some(
    (part) =>
      part.component === WHOLE_PAGE &&
      part.text.length < message.text.length &&
      message.text.includes(part.text) &&
      genericRulesOf(part.text, part).some(({ category }) => isFailure(category) && !GENERAL.has(category)),
  );

const judgeMessage = (
  message: MessageSignal,
  others: readonly MessageSignal[],
  confirmation: number,
  context: JudgeContext,
): readonly Finding[] => {
  const read = noSlotRules(message, others, context.address);
  const told = message.rules.flatMap((id): WordingRule[] => {
    const rule = ruleOf(id);
    return rule?.kind === 'wording' ? [rule] : [];
  });
  if (!told.some(({ category }) => category === 'appointment')) told.push(...read);
  const headed = message.place === 'block' && HEADING.test(message.component);
  const isCalled = message.place === 'component' || headed;
  const guessed = isCalled ? genericRulesOf(message.text, message) : [];
  // With its title, or with what stands around it, a message only seems to say more.
  const explained = message.component === WHOLE_PAGE && isExplainedWithin(message, others);
  // Nothing calls it a message: beside hours that can be chosen, « aucun créneau » is said of a day.
  const isOfOneDay = message.component === WHOLE_PAGE && standsInCalendar(message, others);
  const isOwn = ({ category }: WordingRule): boolean =>
    !(explained && GENERAL.has(category)) && !(isOfOneDay && category === 'appointment');
  const plain = guessed.filter(isOwn);
  const enough = [...told, ...plain].filter((rule) => {
    const weight = weigh(rule, message, context);
    return weight > 0 && weight + (isFailure(rule.category) ? confirmation : 0) >= ENOUGH;
  });
  enough.push(...plainRules(message, context.address));
  if (enough.length === 0 && isCalled && !isQuotedByHelp(message, context.address)) {
    const receipt = readReceipt(message);
    if (receipt !== 'plain') enough.push(...weighedRules(message).filter(isOwn));
    if (enough.length === 0 && receipt) enough.push(genericConfirmation);
  }
  // Words of this site say more than words of every site: the latter are then the same thing told twice. Unless all that
  // the site's words say is that there is an error, and the message goes on to say of what.
  const precise = enough.filter(({ generic }) => !generic);
  const particular = enough.filter(({ category }) => isFailure(category) && !GENERAL.has(category));
  const isVague =
    particular.length > 0 &&
    precise.length > 0 &&
    precise.every(({ category }) => category === 'server-error');
  const kept = isVague ? particular : precise;
  return (kept.length > 0 ? kept : enough).map((rule) => ({
    ruleId: rule.id,
    ruleVersion: rule.version,
    category: rule.category,
    ...(rule.measure === null ? {} : { measure: rule.measure }),
    quote: message.text,
    ...(rule.generic ? { concepts: messageConcepts(message.text) } : {}),
    inViewport: message.inViewport,
    at: message.at,
  }));
};

const judgeRequest = (
  request: RequestSignal,
  messages: readonly MessageSignal[],
  context: JudgeContext,
): readonly Finding[] => {
  const shown = messages.some(
    ({ place, level }) => place === 'component' && (level === 'error' || level === 'warning'),
  );
  return httpRulesOf(request, context)
    .filter(({ weight }) => weight + (shown ? 0.5 : 0) >= ENOUGH)
    .map((rule) => ({
      ruleId: rule.id,
      ruleVersion: rule.version,
      category: rule.category,
      ...(rule.measure === null ? {} : { measure: rule.measure }),
      ...(request.status > 0 ? { status: request.status } : {}),
      requestPath: pathTemplate(request.path),
      inViewport: true,
      at: request.at,
    }));
};

/** The watcher in the page has waited and looked twice: what it tells is enough. */
export const judgeObstacle = ({ obstacle, evidence, inViewport, at }: ObstacleSignal): readonly Finding[] =>
  BEHAVIOUR_RULES.filter((rule) => rule.obstacle === obstacle).map((rule) => ({
    ruleId: rule.id,
    ruleVersion: rule.version,
    category: rule.category,
    ...(rule.measure === null ? {} : { measure: rule.measure }),
    ...(evidence.message ? { quote: evidence.message } : {}),
    evidence,
    inViewport,
    at,
  }));

/** What to keep of the signals seen so far, to confirm the next ones. `now` in milliseconds. */
export const keepRecent = (signals: readonly Signal[], now: number): Signal[] =>
  signals
    .filter(({ kind, at }) => (kind === 'message' || kind === 'request') && Math.abs(now - at) <= TOGETHER_MS)
    .slice(-RECENT_LIMIT);

/**
 * What the new signals of one document mean, in the light of the recent ones. Pure. A signal that only became
 * convincing thanks to a newer one is told too, so the same finding may come twice: `incidents.ts` counts it once.
 */
export const judge = (signals: readonly Signal[], context: JudgeContext): Finding[] => {
  const fresh = new Set(signals);
  const all = [...context.recent.filter((signal) => !fresh.has(signal)), ...signals];
  const near = (signal: Signal) => (other: Signal) =>
    other !== signal && Math.abs(other.at - signal.at) <= TOGETHER_MS;
  return all.flatMap((signal) => {
    const around = all.filter(near(signal));
    if (!fresh.has(signal) && !around.some((other) => fresh.has(other))) return [];
    if (isMessage(signal)) {
      const confirmation = confirmedByHttp(around.filter(isRequest), context);
      return judgeMessage(signal, around.filter(isMessage), confirmation, context);
    }
    if (signal.kind === 'obstacle') return judgeObstacle(signal);
    return isRequest(signal) ? judgeRequest(signal, around.filter(isMessage), context) : [];
  });
};

/**
 * The main document never arrived (name, connection, certificate, time-out): there is no page to tell it, the
 * background does. `path` is the path that was asked for, `at` in milliseconds.
 */
export const judgeUnreachable = (path: string, at: number): Finding => ({
  ruleId: 'page-unreachable',
  ruleVersion: 1,
  category: 'unavailable',
  measure: 'substitute-solution',
  requestPath: pathTemplate(path),
  inViewport: true,
  at,
});
