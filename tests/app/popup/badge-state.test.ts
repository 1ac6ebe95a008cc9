import { describe, expect, it } from 'vitest';
import { type BadgeState, badgeOf } from '../../../lib/app/popup/badge-state.ts';

type Tab = Parameters<typeof badgeOf>[0];
const calm: Tab = { failures: 0, pictures: 'probable', bound: true, trouble: false };

describe('the badge of a watched tab', () => {
  const cases: [string, Partial<Tab>, BadgeState][] = [
    ['all is well', {}, { text: '●', tone: 'calm', title: 'badge_watching', count: 0 }],
    [
      'pictures resumed',
      { pictures: 'resumed' },
      { text: '●', tone: 'calm', title: 'badge_watching', count: 0 },
    ],
    [
      'never claims pictures that were not started',
      { pictures: 'not-started' },
      { text: '', tone: 'calm', title: 'badge_watching', count: 0 },
    ],
    ['for whom is not known', { bound: false }, { text: '?', tone: 'ask', title: 'badge_who', count: 0 }],
    [
      'a click is needed, whoever it is for',
      { pictures: 'click-needed', bound: false },
      { text: '!', tone: 'ask', title: 'badge_click_needed', count: 0 },
    ],
    ['one failure', { failures: 1 }, { text: '1', tone: 'alert', title: 'badge_incidents_one', count: 1 }],
    ['several', { failures: 2 }, { text: '2', tone: 'alert', title: 'badge_incidents_other', count: 2 }],
    [
      'failures without pictures ask for the click',
      { failures: 3, pictures: 'click-needed' },
      { text: '3', tone: 'ask', title: 'badge_incidents_other', count: 3 },
    ],
    [
      'as many as fit',
      { failures: 99 },
      { text: '99', tone: 'alert', title: 'badge_incidents_other', count: 99 },
    ],
    ['more', { failures: 100 }, { text: '99+', tone: 'alert', title: 'badge_incidents_other', count: 100 }],
    [
      'trouble comes before all else',
      { failures: 3, bound: false, trouble: true },
      { text: '!', tone: 'alert', title: 'badge_trouble', count: 3 },
    ],
  ];
  it.each(cases)('%s', (_name, changes, badge) => {
    expect(badgeOf({ ...calm, ...changes })).toEqual(badge);
  });
});
