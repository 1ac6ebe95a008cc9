import type { Rule } from './rule.ts';
import { BEHAVIOUR_RULES } from './rules/behaviour.ts';
import { HTTP_RULES } from './rules/http.ts';
import { GENERIC_RULES, NO_SLOT_RULES, SITE_RULES } from './rules/index.ts';

/** Every rule of this version: judged in the background, only the wordings travel to the page. */
export const RULES: readonly Rule[] = [
  ...SITE_RULES,
  ...NO_SLOT_RULES,
  ...GENERIC_RULES,
  ...HTTP_RULES,
  ...BEHAVIOUR_RULES,
];

const byId: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of that id; undefined for one that this version does not know. */
export const ruleOf = (id: string): Rule | undefined => byId.get(id);
