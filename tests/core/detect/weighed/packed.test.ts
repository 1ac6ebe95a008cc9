import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format, parse } from '../../../../lib/core/detect/weighed/packed.ts';

describe('weights as text', () => {
  it('are in tenths, one weight to a line, the traits in order', () => {
    expect(
      format([
        ['w session', 1.24],
        ['idea expired', 1.2],
        ['w ?', -4],
        ['w le', 0.04],
      ]),
    ).toBe('-40|w ?\n12|idea expired|w session');
  });

  it('come back as they were', () => {
    const trait = fc.stringMatching(/^[a-z^$?!:" 0-9]{1,12}$/);
    fc.assert(
      fc.property(fc.uniqueArray(trait), fc.array(fc.integer({ min: -90, max: 90 })), (traits, tenths) => {
        const weights = traits.flatMap((name, at) => {
          const weight = tenths[at] ?? 0;
          return weight === 0 ? [] : [[name, weight / 10] as const];
        });
        const back = parse(format(weights));
        expect([...back].sort()).toEqual(
          weights.map(([name, weight]) => [name, Math.round(weight * 10)]).sort(),
        );
      }),
    );
  });
});
