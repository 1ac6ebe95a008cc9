import { foldText } from '../fold.ts';
import {
  FILED_BEFORE,
  FILED_THING,
  FILING_RULES,
  NUMBER_SHOWN,
  OTHER_THING,
  SENDING,
} from './confirmation-signs.ts';
import { type WrittenDate, writtenDates } from './written-date.ts';

export interface FiledDay {
  /** `2026-11-21` */
  readonly on: string;
  /** `13:14:14` of the page's own zone; null where none stands there. */
  readonly time: string | null;
}

const IS_OTHER = new RegExp(OTHER_THING);
const IS_BEFORE = new RegExp(FILED_BEFORE);
const IS_SENDING = new RegExp(SENDING);
const HAS_NUMBER = new RegExp(NUMBER_SHOWN);
/** How far before a day the words may stand that make it the day of filing, in characters. */
const REACH = 60;

const isDayOfFiling =
  (folded: string) =>
  ({ start }: WrittenDate): boolean =>
    IS_BEFORE.test(folded.slice(Math.max(0, start - REACH), start));

const asDay = ({ day, time }: WrittenDate): FiledDay => ({ on: day, time });

/** The day that a text gives for a filing, said to be that; undefined where it gives none. */
export const filedDayIn = (text: string): FiledDay | undefined => {
  const found = writtenDates(text).find(isDayOfFiling(foldText(text)));
  return found && asDay(found);
};

/** What is said to be sent: from the beginning of its sentence to the word that says so. */
const CLAIM = new RegExp(`[^.!?]*?(?:${FILED_THING})[^.!?]*?(?:${FILED_BEFORE})`);

/** Whether a confirmation is that of a request filed. `quote`: the page's words. */
export const confirmsFiling = (ruleId: string, quote: string): boolean => {
  const claim = FILING_RULES.includes(ruleId) ? CLAIM.exec(foldText(quote))?.[0] : undefined;
  return claim !== undefined && !IS_OTHER.test(claim);
};

/** The day in the words of a confirmation: said to be that of filing, or the only one there. */
export const dayOfConfirmation = (quote: string): FiledDay | undefined => {
  const dates = writtenDates(quote);
  const [only, ...others] = dates;
  return filedDayIn(quote) ?? (only && others.length === 0 ? asDay(only) : undefined);
};

export const saysNumber = (quote: string): boolean => HAS_NUMBER.test(foldText(quote));

/** `label`: what the person pressed. */
export const isSending = (label: string): boolean => IS_SENDING.test(foldText(label));
