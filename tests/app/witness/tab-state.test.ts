import { describe, expect, it } from 'vitest';
import { goneTab } from '../../../lib/app/witness/gone-tab.ts';
import { blankTab } from '../../../lib/app/witness/tab-state.ts';

const known = { id: 7, store: 'default', windowId: 5, documentEpoch: 'epoch-a' };

describe('a tab of which nothing is known', () => {
  it('has no page, no picture and no past', () => {
    expect(blankTab(known)).toEqual({
      ...known,
      document: null,
      loadedAt: null,
      address: null,
      title: '',
      pictures: 'not-started',
      grantedOn: null,
      trail: [],
      requests: [],
      main: null,
      serverOffsetMs: null,
    });
  });

  it('is what is given of it', () => {
    const given = { ...known, pictures: 'click-needed', heardUntil: 4 } as const;
    expect(blankTab(given)).toMatchObject(given);
  });

  it('shares nothing with another one', () => {
    const [one, other] = [blankTab(known), blankTab(known)];
    expect(one.trail).not.toBe(other.trail);
    expect(one.requests).not.toBe(other.requests);
  });
});

describe('the tab of a page that is gone', () => {
  it.each([
    [
      { host: 'portail.example', route: '/usagers/#/demande' },
      { origin: 'https://portail.example', path: '/usagers/', route: '#/demande' },
    ],
    [
      { host: 'portail.example', route: '/aide' },
      { origin: 'https://portail.example', path: '/aide', route: '' },
    ],
    [
      { host: '', route: '' },
      { origin: '', path: '', route: '' },
    ],
  ])('%o', (place, address) => {
    expect(goneTab({ tab: '7', ...place }, 'default', 'epoch-a')).toEqual(
      blankTab({ ...known, windowId: -1, address }),
    );
  });
});
