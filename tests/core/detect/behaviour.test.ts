import { describe, expect, it } from 'vitest';
import { judge } from '../../../lib/core/detect/judge.ts';
import { orderFindings } from '../../../lib/core/detect/precedence.ts';
import { BEHAVIOUR_RULES, behaviourOf } from '../../../lib/core/detect/rules/behaviour.ts';
import { OBSTACLES, type ObstacleSignal } from '../../../lib/core/detect/signals.ts';
import { messageOf, onPage, requestOf } from './message-of.ts';

const obstacleOf = (
  obstacle: ObstacleSignal['obstacle'],
  evidence: ObstacleSignal['evidence'] = {},
): ObstacleSignal => ({ kind: 'obstacle', at: 1000, obstacle, evidence, inViewport: true });

describe('what a form does', () => {
  it('has one rule each', () => {
    expect(BEHAVIOUR_RULES.map(({ obstacle }) => obstacle).sort()).toEqual([...OBSTACLES].sort());
  });

  it.each(BEHAVIOUR_RULES)(
    '$id is found, with its evidence, and nothing else is',
    ({ id, obstacle, category }) => {
      const evidence = { label: 'Suivant', durationMs: 4200, tries: 2 };
      const found = judge([obstacleOf(obstacle, evidence)], onPage());
      expect(found).toMatchObject([{ ruleId: id, category, evidence }]);
      expect(behaviourOf(id)).toBe(id);
    },
  );

  it('quotes what the page says beside it', () => {
    const [found] = judge(
      [obstacleOf('validation-loop', { message: 'Le numéro n’est pas valide.' })],
      onPage(),
    );
    expect(found?.quote).toBe('Le numéro n’est pas valide.');
  });

  it('is no word or status', () => {
    expect(judge([messageOf('Suivant'), requestOf(200)], onPage())).toEqual([]);
    expect(behaviourOf('http-server-error')).toBeUndefined();
  });

  it.each([
    ['a failed request', requestOf(500), 'http-server-error'],
    [
      'known words',
      messageOf('Ce timbre ne peut être consommé. Il a déjà été utilisé.'),
      'stamp-already-used',
    ],
  ])('comes after its cause: %s', (_, cause, first) => {
    const found = judge([obstacleOf('greyed-button'), cause], onPage());
    expect(orderFindings(found).map(({ ruleId }) => ruleId)).toEqual([first, 'form-button-greyed']);
  });
});
