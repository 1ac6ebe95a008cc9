import type { BehaviourRule } from '../rule.ts';

const blocked = {
  kind: 'behaviour',
  version: 1,
  category: 'blocked-form',
  measure: 'substitute-solution',
  weight: 1,
} as const;

/** What nobody else detects: no message and no status says it, only what the page does. */
export const BEHAVIOUR_RULES: readonly BehaviourRule[] = [
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
];
