import { expect, it } from 'vitest';
import { RULES } from '../../../lib/core/detect/rule-book.ts';
import { isStanding } from '../../../lib/core/detect/standing.ts';

it('the rules that are not counted are those about a sentence that always stands there', () => {
  for (const rule of RULES)
    expect(isStanding(rule.id), rule.id).toBe(rule.kind === 'wording' && rule.standing === true);
});
