import { foldText } from './fold.ts';
import { hostGroup } from './hosts.ts';
import { isOfOneDay, saysNoSlot } from './no-slot.ts';
import type { WordingRule } from './rule.ts';
import { NO_SLOT_RULES } from './rules/index.ts';
import type { MessageSignal, PageAddress } from './signals.ts';
import { statedIn } from './statements.ts';

/** Beyond this, in characters, a text says more than one thing, and only shows what stands around another. */
const LONGEST_SENTENCES = 300;

/** « No appointment », said of the whole by a site that gives them, in any place. */
export const noSlotRules = (
  { text, place }: MessageSignal,
  others: readonly MessageSignal[],
  address: PageAddress,
): readonly WordingRule[] => {
  const group = hostGroup(address.origin.replace(/^https?:\/\//, ''));
  const rules = NO_SLOT_RULES.filter(({ hosts }) => hosts !== 'any' && group && hosts.includes(group));
  if (rules.length === 0 || (place !== 'component' && text.length > LONGEST_SENTENCES)) return [];
  const folded = foldText(text);
  const isDay = [
    folded,
    ...others.filter((other) => other.text.includes(text)).map((other) => foldText(other.text)),
  ].some(isOfOneDay);
  if (isDay || !statedIn(folded, { alarm: false }).some((sentence) => saysNoSlot(sentence, true))) return [];
  return rules;
};
