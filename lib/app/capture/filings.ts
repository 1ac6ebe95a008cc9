import {
  confirmsFiling,
  dayOfConfirmation,
  type FiledDay,
  isSending,
  saysNumber,
} from '../../core/detect/filing/read-confirmation.ts';
import { hostGroup } from '../../core/detect/hosts.ts';
import { hostIn, routeTemplate } from '../../core/detect/routes.ts';
import type { Finding } from '../../core/detect/signals.ts';
import { isoTime, parisDay } from '../../core/time.ts';
import type { TabState } from '../witness/tab-state.ts';
import type { UnplacedCapture, UnplacedDocuments, UnplacedFiling } from '../witness/witnessed.ts';
import type { KnownFiling, PageFacts } from '../witness-ports.ts';

/** Filings that the head of a dossier remembers: more requests than anybody files. */
export const MOST_FILINGS = 20;
/** What was pressed before this long (ms) did not send what is confirmed now. */
const JUST_BEFORE = 10 * 60_000;
const DAY = 24 * 3_600_000;

/** The same page is met again at each visit: a filing is told once. */
export const isKnown = (
  { filedOn, filedTime }: Pick<UnplacedFiling, 'filedOn' | 'filedTime'>,
  known: readonly KnownFiling[],
): boolean =>
  known.some(({ on, time }) => on === filedOn && (time === filedTime || time === null || filedTime === null));

export const knownAs = ({ filedOn, filedTime, read }: UnplacedFiling, seq: number): KnownFiling => ({
  seq,
  on: filedOn,
  time: filedTime,
  read,
});

/** The words of a confirmation, and the rule that knows them. */
export interface Confirmation {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly quote: string;
}

/** What was confirmed in the same breath, whatever names the incident. */
export interface Confirming {
  readonly confirmation?: Confirmation;
}

/** That of a filing, in a cascade that something else may name: what stood on the page before is told with it. */
export function confirmationIn(findings: readonly Finding[]): Confirmation | undefined {
  const found = findings.find(
    ({ category, ruleId, quote }) =>
      category === 'confirmation' && quote !== undefined && confirmsFiling(ruleId, quote),
  );
  return found && { ruleId: found.ruleId, ruleVersion: found.ruleVersion, quote: found.quote ?? '' };
}

interface Seen {
  /** The tab as it was then. */
  readonly tab: Pick<TabState, 'address' | 'trail'>;
  readonly trigger: UnplacedCapture['trigger'];
  readonly confirmation: Confirmation | undefined;
  readonly facts: PageFacts | undefined;
  /** When it was seen (ms). */
  readonly at: number;
  readonly zone: string;
  readonly offsetMinutes: number;
  readonly version: string;
}

const common = ({ tab, at, zone, offsetMinutes, version }: Seen) => ({
  at: isoTime(at),
  zone,
  offsetMinutes,
  host: tab.address ? hostIn(tab.address) : '',
  routeTemplate: tab.address ? routeTemplate(tab.address) : '',
  software: { name: 'anef-temoin' as const, version },
});

/** What a page that is captured by hand, or confirms a filing, says of its documents. */
export function documentsOf(seen: Seen): UnplacedDocuments | undefined {
  const { trigger, confirmation, facts } = seen;
  const { page, items, cut } = facts?.filing ?? { page: null, items: [], cut: false };
  const wanted = trigger.kind === 'manual' || confirmation !== undefined;
  if (!wanted || page === null || items.length === 0) return undefined;
  return {
    format: 'anef-documents/1',
    ...common(seen),
    page,
    lang: facts?.page.lang ?? '',
    items: [...items],
    cut,
  };
}

/** The filing that a page of the portal confirms; undefined for any other capture, and where no day can be told. */
export function filingOf(seen: Seen): UnplacedFiling | undefined {
  const { tab, confirmation, facts, at } = seen;
  if (!confirmation || !tab.address || hostGroup(hostIn(tab.address)) !== 'portal') return undefined;
  const { ruleId, ruleVersion, quote } = confirmation;
  const written = dayOfConfirmation(quote) ?? facts?.filing?.filed ?? undefined;
  const day = written && isPast(written, at) ? written : undefined;
  if (!day && !hasJustSent(tab, at)) return undefined;
  return {
    format: 'anef-filing/1',
    ...common(seen),
    filedOn: day?.on ?? parisDay(at),
    filedTime: day?.time ?? null,
    read: day ? 'page' : 'clock',
    numberShown: saysNumber(quote),
    ruleId,
    ruleVersion,
  };
}

/** Nobody has filed tomorrow; the clock of the device may be a day behind. */
const isPast = ({ on }: FiledDay, now: number): boolean => on <= parisDay(now + DAY);

const hasJustSent = ({ trail }: Pick<TabState, 'trail'>, now: number): boolean =>
  trail.some(
    ({ at, kind, label }) =>
      (kind === 'click' || kind === 'submit') && now - Date.parse(at) <= JUST_BEFORE && isSending(label),
  );
