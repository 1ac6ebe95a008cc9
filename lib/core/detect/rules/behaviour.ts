import type { BehaviourRule } from '../rule.ts';

const blocked = {
  kind: 'behaviour',
  version: 1,
  category: 'blocked-form',
  measure: 'substitute-solution',
  weight: 1,
} as const;

/** What nobody else detects: no message and no status says it, only what the page does. */
export const BEHAVIOUR_RULES = [
  { ...blocked, id: 'form-button-greyed', obstacle: 'greyed-button' },
  { ...blocked, id: 'form-dead-click', obstacle: 'dead-click' },
  { ...blocked, id: 'form-validation-loop', obstacle: 'validation-loop' },
  { ...blocked, id: 'form-no-choice', obstacle: 'no-choice' },
  { ...blocked, id: 'page-endless-wait', obstacle: 'endless-wait' },
  { ...blocked, id: 'page-blank', obstacle: 'blank-page' },
  { ...blocked, id: 'form-work-lost', obstacle: 'work-lost', category: 'session' },
  {
    ...blocked,
    id: 'upload-refused',
    obstacle: 'upload-refused',
    category: 'upload',
    measure: 'report-correct-complete',
  },
] as const satisfies readonly BehaviourRule[];

type BehaviourId = (typeof BEHAVIOUR_RULES)[number]['id'];

/** The id again, if it is one of these rules: no words and no status of the site tell what happened, so ours must. */
export const behaviourOf = (ruleId: string): BehaviourId | undefined =>
  BEHAVIOUR_RULES.find(({ id }) => id === ruleId)?.id;
