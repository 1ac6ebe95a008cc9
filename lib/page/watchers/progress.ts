import { foldText } from '../../core/detect/fold.ts';
import {
  all,
  attribute,
  closest,
  first,
  isConnected,
  isShadowRoot,
  matches,
  ownerDocument,
  parentElement,
  textOf,
} from '../dom.ts';
import { gatherText } from '../messages/text-content.ts';
import { isVisible } from '../messages/visibility.ts';

/** Seen at the portal and its neighbours on 2026-11-21, or usual in the libraries they are made with. */
const KNOWN =
  '[role="progressbar"]:not([aria-valuenow]), progress:not([value]), .spinner, .loader, .loading, .fr-spinner, .fr-loader, ' +
  'p-progressspinner, .ui-progress-spinner, .p-progress-spinner, .q-spinner, .q-loading, mat-spinner, .mat-spinner, ' +
  '.mat-progress-spinner, .mat-mdc-progress-spinner, .spinner-border, .spinner-grow, ngx-spinner, .pi-spin, .fa-spin, ' +
  '.ui-progressbar-indeterminate, .p-progressbar-indeterminate, .q-linear-progress--indeterminate, ' +
  '.progress-bar-animated, [class*="skeleton" i]';
/** Names that authors give; only what moves is believed. */
const GUESSED =
  '[class*="spinner" i], [class*="-loader" i], [class*="loader-" i], [class*="loading" i], svg:has(animate,animateTransform)';
const BUSY = '[aria-busy="true"]';
const ANY = `${KNOWN}, ${GUESSED}, ${BUSY}`;
/** What is in the middle of such names, and read four times as fast as a part of a name in any case. */
const IN_NAMES = ['oad', 'pinn', 'kelet', 'OAD', 'PINN', 'KELET']
  .map((part) => `[class*="${part}"]`)
  .join(', ');
/** Looked for one by one: a browser finds one name by itself, and reads the page through for a list of names. */
const SEARCHED = `${ANY}, ${IN_NAMES}`.split(', ').filter((one) => !one.endsWith(' i]'));
/** The arrows of a field for numbers are called so too. */
const NUMBER = '.ui-spinner, p-spinner, [class*="inputnumber" i], [class*="spinbutton" i]';
const CONTROLS = 'input:not([type="hidden"]), select, textarea, a[href]';
/** What such a text holds: the rest of the page is not read. */
const HINT = /chargement|loading|patien|wait|en cours\s*(?:\.\.|…)|instant|moment|sending|saving|processing/i;
/** The whole of a short text, in both languages; what may be a status or a heading must trail off. */
const WAIT =
  /^(?:(?:chargement|loading|patience|un instant|one moment|just a moment)(?: (?:en cours|svp|s'il vous plait))?[ .!]*|(?:veuillez patienter|merci de patienter|patientez|please wait)\b.*|(?:.{0,40}\ben cours|chargement .{0,40}|loading .{0,40}|sending|saving|processing|.{0,40}veuillez patienter|.{0,40}please wait) ?\.\.\.?)$/;
/** Whoever asks to wait for days, or to come back, shows no progress. */
const LATER =
  /agent|courri?el|e-?mail|jours|days|semaine|week|prefecture|instruction|notifi|recommenc|reessay|again/;
/** A queue that one may wait in, or something that the person has to do elsewhere. */
const NO_FAILURE =
  /file d'attente|waiting room|queue\b|votre tour|your turn|application mobile|sur votre (?:mobile|telephone)|smartphone|on your phone|authentification forte|sms/;
const LONGEST_WAIT_TEXT = 80;
const LOOKED_AT = 5000;
/** A part of the page with so many words is there, whatever it calls itself. */
const FILLED = 300;

const isWaiting = (folded: string): boolean => WAIT.test(folded) && !LATER.test(folded);

const moves = (element: Element): boolean =>
  element.getAnimations({ subtree: true }).length > 0 ||
  first(element, 'animate, animateTransform, img[src$=".gif"]') !== null;

const isEmptyEnough = (element: Element): boolean =>
  first(element, CONTROLS) === null && gatherText(element, { limit: FILLED + 1 }).length <= FILLED;

const isWaitText = (element: Element): boolean => {
  const text = gatherText(element, { limit: LONGEST_WAIT_TEXT + 1 });
  return text.length <= LONGEST_WAIT_TEXT && isWaiting(foldText(text));
};

const waitTexts = (root: Document | ShadowRoot): Element[] => {
  const found: Element[] = [];
  const whole = isShadowRoot(root) ? root : root.documentElement;
  if (whole === null || !HINT.test(textOf(whole) ?? '')) return found;
  const texts = (ownerDocument(root) ?? document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = LOOKED_AT;
  for (let text = texts.nextNode() as Text | null; text !== null; text = texts.nextNode() as Text | null) {
    if (left-- <= 0) break;
    if (text.length > 2 * LONGEST_WAIT_TEXT || !HINT.test(text.data)) continue;
    const parent = parentElement(text);
    if (parent !== null && isWaitText(parent) && isVisible(parent)) found.push(parent);
  }
  return found;
};

const isProgress = (element: Element): boolean => {
  if (!isEmptyEnough(element)) return false;
  const isBusy = matches(element, BUSY);
  const isNamed = isBusy || closest(element, NUMBER) === null;
  if (!isNamed || !isVisible(element)) return false;
  return isBusy || matches(element, KNOWN) || (!matches(element, 'html, body') && moves(element));
};

/** Still tells that one has to wait. */
export const isIndicator = (element: Element): boolean =>
  isConnected(element) &&
  ((matches(element, ANY) && isProgress(element)) || (isWaitText(element) && isVisible(element)));

const named = (root: Document | ShadowRoot): Set<Element> =>
  new Set(
    SEARCHED.flatMap((one) => Array.from(all<Element>(root, one))).filter(
      (element) => matches(element, ANY) && isProgress(element),
    ),
  );

/** What tells on the page that one has to wait, and can be seen. Not what has a value: that is a step, or advances. */
export const waitIndicators = (roots: Iterable<Document | ShadowRoot>): Element[] =>
  [...roots].flatMap((root) => [...named(root), ...waitTexts(root)]);

/** What is said beside the indicator; empty where nothing is. */
export const waitText = (indicator: Element): string => {
  for (
    let from: Element | null = indicator, up = 0;
    from !== null && up < 3;
    from = parentElement(from), up += 1
  ) {
    const text = gatherText(from, { limit: FILLED, isShown: isVisible });
    if (text !== '') return text;
  }
  return attribute(indicator, 'aria-label') ?? '';
};

/** The page says why one has to wait, and that it is no failure. */
export const isExplained = (page: Document): boolean => {
  const main = page.body === null ? null : (first(page.body, 'main, [role="main"]') ?? page.body);
  return main !== null && NO_FAILURE.test(foldText(gatherText(main, { limit: 3000 })));
};
