import { describe, expect, it } from 'vitest';
import { createDeadClicks } from '../../../lib/page/watchers/dead-click.ts';
import { createPatience } from '../../../lib/page/watchers/patience.ts';
import { createValidationLoops } from '../../../lib/page/watchers/validation-loop.ts';
import { createVisibleClock } from '../../../lib/page/watchers/visible-clock.ts';

describe('the visible clock', () => {
  it('counts the time in front of the page only', () => {
    const clock = createVisibleClock(0, true);
    expect(clock.advance(5000, false)).toBe(5000);
    expect(clock.advance(9000, true)).toBe(5000);
    expect(clock.advance(10_000, true)).toBe(6000);
  });
  it('takes a long gap for sleep, and a clock that goes back for no time', () => {
    const clock = createVisibleClock(0, true);
    expect(clock.advance(3_600_000, true)).toBe(1000);
    expect(clock.advance(10, true)).toBe(1000);
  });
});

describe('patience', () => {
  const holding = (from = 0) => new Map([['bouton', from]]);

  it('tells once, after long enough', () => {
    const patience = createPatience<string>(4000);
    expect(patience.look(holding(), 1000)).toEqual([]);
    expect(patience.pending(1000)).toBe(4000);
    expect(patience.look(holding(), 5000)).toEqual([{ key: 'bouton', heldMs: 4000 }]);
    expect(patience.look(holding(), 6000)).toEqual([{ key: 'bouton', heldMs: 5000 }]);
    patience.tell('bouton');
    expect(patience.look(holding(), 7000)).toEqual([]);
    expect(patience.pending(7000)).toBe(0);
  });
  it('begins anew when it stops, and when the person acts', () => {
    const patience = createPatience<string>(4000);
    patience.look(holding(), 0);
    patience.look(new Map(), 3000);
    expect(patience.look(holding(), 4000)).toEqual([]);
    expect(patience.look(holding(7000), 8500)).toEqual([]);
    expect(patience.look(holding(7000), 11_000)).toEqual([{ key: 'bouton', heldMs: 4000 }]);
    patience.tell('bouton');
    patience.look(new Map(), 12_000);
    patience.look(holding(), 13_000);
    expect(patience.look(holding(), 17_000)).toHaveLength(1);
  });
});

describe('dead clicks', () => {
  const after = (act: (clicks: ReturnType<typeof createDeadClicks<string>>) => void, time: number) => {
    const clicks = createDeadClicks<string>();
    act(clicks);
    return clicks.look(time, false);
  };

  it.each<
    [string, (clicks: ReturnType<typeof createDeadClicks<string>>) => void, number, number | undefined]
  >([
    ['one click is never enough', (c) => c.clicked('suivant', 0, 0), 60_000, undefined],
    [
      'a second click with the same nothing is',
      (c) => {
        c.clicked('suivant', 0, 0);
        c.clicked('suivant', 4000, 4000);
      },
      7000,
      2,
    ],
    [
      'not before the page has had its time',
      (c) => {
        c.clicked('suivant', 0, 0);
        c.clicked('suivant', 4000, 4000);
      },
      6900,
      undefined,
    ],
    [
      'a double click is one gesture',
      (c) => {
        c.clicked('suivant', 0, 0);
        c.clicked('suivant', 200, 200);
      },
      9000,
      undefined,
    ],
    [
      'impatience is several',
      (c) => {
        for (const time of [0, 150, 300]) c.clicked('suivant', time, time);
      },
      3400,
      3,
    ],
    [
      'two different buttons are no repetition',
      (c) => {
        c.clicked('suivant', 0, 0);
        c.clicked('valider', 2000, 2000);
      },
      9000,
      undefined,
    ],
    [
      'a late effect is one',
      (c) => {
        c.clicked('suivant', 0, 0);
        c.clicked('suivant', 1000, 1000);
        c.effect(3500);
      },
      9000,
      undefined,
    ],
    [
      'what the person does herself is none',
      (c) => {
        c.clicked('suivant', 0, 0);
        c.acted();
        c.effect(1500);
        c.clicked('suivant', 2000, 2000);
      },
      5000,
      2,
    ],
    [
      'clicks of long ago are forgotten',
      (c) => {
        c.clicked('suivant', 0, 0);
        c.clicked('suivant', 90_000, 90_000);
      },
      95_000,
      undefined,
    ],
  ])('%s', (_, act, time, tries) => {
    expect(after(act, time)?.tries).toBe(tries);
  });

  it('is one click if what it asked for was refused', () => {
    const clicks = createDeadClicks<string>();
    clicks.clicked('suivant', 0, 0);
    expect(clicks.look(2900, true)).toBeUndefined();
    expect(clicks.look(3000, true)).toMatchObject({ tries: 1 });
  });

  it('is told once', () => {
    const clicks = createDeadClicks<string>();
    clicks.clicked('suivant', 0, 0);
    clicks.clicked('suivant', 1000, 1000);
    expect(clicks.pending(2000, false)).toBe(2000);
    expect(clicks.look(4000, false)).toMatchObject({ control: 'suivant', tries: 2, durationMs: 4000 });
    clicks.tell();
    expect(clicks.look(5000, false)).toBeUndefined();
    expect(clicks.pending(5000, false)).toBe(0);
  });
});

describe('validation loops', () => {
  const error = (changes = {}) => [
    { field: 'telephone', message: 'Numéro invalide', accepted: false, implausible: false, ...changes },
  ];
  const play = (rounds: readonly { changed: boolean; errors: ReturnType<typeof error> }[]) => {
    const loops = createValidationLoops<string>();
    let time = 0;
    let found: unknown[] = [];
    for (const { changed, errors } of rounds) {
      if (changed) loops.changed('telephone');
      loops.tried(time);
      time += 2000;
      found = loops.look(errors, time);
    }
    return found;
  };
  const again = { changed: true, errors: error() };

  it.each([
    ['a first error', [{ changed: false, errors: error() }], 0],
    [
      'one that is mended',
      [
        { changed: false, errors: error() },
        { changed: true, errors: [] },
      ],
      0,
    ],
    ['a second mistake', [{ changed: false, errors: error() }, again], 0],
    ['a third time, changed each time', [{ changed: false, errors: error() }, again, again], 1],
    ['three times without a change', [1, 2, 3].map(() => ({ changed: false, errors: error() })), 0],
    [
      'a second time with an answer that meets what the page declares',
      [
        { changed: false, errors: error({ accepted: true }) },
        { changed: true, errors: error({ accepted: true }) },
      ],
      1,
    ],
    [
      'an answer that cannot be right',
      [1, 2, 3, 4].map(() => ({ changed: true, errors: error({ implausible: true }) })),
      0,
    ],
    [
      'another message each time',
      ['a', 'b', 'c'].map((message) => ({ changed: true, errors: error({ message }) })),
      0,
    ],
    [
      'mended in between',
      [again, { changed: true, errors: [] }, { changed: false, errors: [] }, again, again],
      0,
    ],
  ])('%s', (_, rounds, count) => {
    expect(play(rounds)).toHaveLength(count);
  });

  it('counts a message that the page takes away with the first key', () => {
    const loops = createValidationLoops<string>();
    expect(loops.isFirstChange('telephone')).toBe(false);
    const correct = (time: number) => {
      expect(loops.isFirstChange('telephone')).toBe(time > 0);
      if (loops.isFirstChange('telephone')) loops.see(error());
      loops.changed('telephone');
      expect(loops.isFirstChange('telephone')).toBe(false);
      loops.tried(time);
    };
    for (const time of [0, 1000, 2000]) correct(time);
    expect(loops.look(error(), 3600)).toMatchObject([{ field: 'telephone', tries: 3 }]);
  });

  it('says how often, and nothing before the page has answered', () => {
    const loops = createValidationLoops<string>();
    for (let round = 0; round < 3; round += 1) {
      loops.changed('telephone');
      loops.tried(round * 5000);
      loops.see(error());
    }
    expect(loops.look(error(), 11_000)).toEqual([]);
    expect(loops.look(error(), 11_500)).toEqual([
      { field: 'telephone', message: 'Numéro invalide', tries: 3 },
    ]);
    loops.tell('telephone');
    expect(loops.look(error(), 12_000)).toEqual([]);
  });
});
