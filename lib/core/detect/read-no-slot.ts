import { foldText } from './fold.ts';
import { hostGroup } from './hosts.ts';
import { isOfOneDay, saysNoSlot } from './no-slot.ts';
import type { WordingRule } from './rule.ts';
import { NO_SLOT_RULES } from './rules/index.ts';
import type { MessageSignal, PageAddress } from './signals.ts';
import { statedIn } from './statements.ts';

/** Beyond this, in characters, a text says more than one thing, and only shows what stands around another. */
const LONGEST_SENTENCES = 300;

/** What stands around it, or the text itself, shows one day, or a calendar in which others can be chosen. */
export const standsInCalendar = ({ text }: MessageSignal, others: readonly MessageSignal[]): boolean =>
  [text, ...others.map((other) => other.text).filter((around) => around.includes(text))].some((shown) =>
    isOfOneDay(foldText(shown)),
  );

/** « No appointment », said of the whole by a site that gives them, in any place. */
export const noSlotRules = (
  message: MessageSignal,
  others: readonly MessageSignal[],
  address: PageAddress,
): readonly WordingRule[] => {
  const { text, place } = message;
  const group = hostGroup(address.origin.replace(/^https?:\/\//, ''));
  const rules = NO_SLOT_RULES.filter(({ hosts }) => hosts !== 'any' && group && hosts.includes(group));
  if (rules.length === 0 || (place !== 'component' && text.length > LONGEST_SENTENCES)) return [];
  const folded = foldText(text);
  if (standsInCalendar(message, others)) return [];
  if (!statedIn(folded, { alarm: false }).some((sentence) => saysNoSlot(sentence, true))) return [];
  return rules;
};
