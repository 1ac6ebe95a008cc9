import { foldText } from '../../core/detect/fold.ts';
import { hostGroup } from '../../core/detect/hosts.ts';
import { isOnward } from '../../core/detect/onward.ts';
import { routeTemplate } from '../../core/detect/routes.ts';
import type { DocumentSignal, ObstacleSignal, PageAddress, StepSignal } from '../../core/detect/signals.ts';
import { UNTOUCHED } from './form-under-way.ts';
import type { TabState } from './tab-state.ts';

/** What is being filled in a tab, by labels of the page. Plain JSON: it survives the worker. */
export interface Filling {
  readonly route: string;
  readonly labels: readonly string[];
  readonly files: number;
  /** When something was last answered (ms). */
  readonly lastAt: number;
  /** Somebody was known to be logged in. */
  readonly loggedIn: boolean;
  /** What was clicked last since, and whether it saves or goes on. Kept here: a trail goes with its session. */
  readonly clicked?: { readonly at: number; readonly onward: boolean };
}

type FilledTab = Pick<TabState, 'address' | 'filling' | 'savedAt' | 'refusedAt'>;

/** Fewer answers than these, and no file, are no work, unless the portal has just refused to save them. */
const LEAST_FIELDS = 2;
const MOST_LABELS = 60;
/** What she clicked in this time before the login page came led there (ms). */
const LED_THERE = 5000;
const LOGIN = /connexion|login|identification|session-expir/i;

const groupOf = ({ origin }: PageAddress) =>
  URL.canParse(origin) ? hostGroup(new URL(origin).hostname) : undefined;

export const isLoginPlace = (address: PageAddress): boolean => {
  const group = groupOf(address);
  if (group === 'sso' || group === 'franceconnect') return true;
  return group === 'portal' && LOGIN.test(`${address.path}${address.route}`);
};

/** What is being filled after this step. The login page is a form too, and no work is lost there. */
export function fillingAfter(
  { address, filling }: FilledTab,
  { at, step, label }: StepSignal,
  loggedIn: boolean,
): Filling | undefined {
  if (address === null || isLoginPlace(address) || step === 'navigation') return filling;
  if (step === 'click' || step === 'submit') {
    const onward = step === 'submit' || isOnward(foldText(label));
    return filling && { ...filling, clicked: { at, onward } };
  }
  const route = routeTemplate(address);
  const known = filling?.route === route ? filling : { route, labels: [], files: 0, lastAt: 0, loggedIn };
  const labels = known.labels.includes(label) ? known.labels : [...known.labels, label].slice(-MOST_LABELS);
  const files = known.files + (step === 'upload' ? 1 : 0);
  return { route, labels, files, lastAt: Math.max(known.lastAt, at), loggedIn };
}

/** Work that is on the page and nowhere else: nothing was sent with success since it was typed. */
const isUnsaved = ({ filling, savedAt = 0, refusedAt = 0 }: FilledTab, now: number): boolean =>
  filling !== undefined &&
  (filling.labels.length >= LEAST_FIELDS || filling.files > 0 || refusedAt >= filling.lastAt) &&
  filling.lastAt > savedAt &&
  Math.abs(now - filling.lastAt) <= UNTOUCHED;

/** Her own doing: a click, just before, on something else than what saves or goes on. */
const leftByHerself = ({ clicked }: Filling, at: number): boolean =>
  clicked !== undefined && !clicked.onward && at - clicked.at <= LED_THERE;

/** The session has ended on the page where the form stands: what was typed there goes with it. */
export function lostHere(tab: FilledTab, at: number, now: number): ObstacleSignal | undefined {
  const { filling, address } = tab;
  if (filling === undefined || !isUnsaved(tab, now)) return undefined;
  if (address !== null && routeTemplate(address) !== filling.route) return undefined;
  return obstacle(filling, at);
}

/** The tab goes from a form that is being filled straight to a login page, and not because she asked for it. */
export function lostByLogin(
  tab: FilledTab,
  signal: Pick<DocumentSignal, 'address' | 'at'>,
  now: number,
): ObstacleSignal | undefined {
  const { filling } = tab;
  if (filling === undefined || !isUnsaved(tab, now) || !isLoginPlace(signal.address)) return undefined;
  if (leftByHerself(filling, signal.at)) return undefined;
  // A form that may be begun by anybody asks for a login at its end: nothing has been lost by then.
  const endedMeanwhile = (tab.refusedAt ?? 0) >= filling.lastAt;
  return endedMeanwhile || filling.loggedIn ? obstacle(filling, signal.at) : undefined;
}

const obstacle = ({ labels, files }: Filling, at: number): ObstacleSignal => ({
  kind: 'obstacle',
  at,
  obstacle: 'work-lost',
  evidence: { fields: Math.max(labels.length, files) },
  inViewport: true,
});
