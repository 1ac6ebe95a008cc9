import { describe, expect, it } from 'vitest';
import { createSettingsHandlers } from '../../../lib/app/settings/settings-handlers.ts';
import type { Stamping } from '../../../lib/app/timestamps/timestamp-ports.ts';
import type { Timestamps } from '../../../lib/app/timestamps/timestamps.ts';
import { heardStamping } from '../../../lib/app/timestamps/told-stamping.ts';

const PERSON = { from: 'ui', tabId: null, windowId: null, store: null } as const;
const STATE = { last: null, waiting: 0, reason: null, nextAt: null };

function around(stamping: Stamping | null = null, key = async () => 'ab'.repeat(32)) {
  const asked: string[] = [];
  const decided = { on: false, url: 'https://tsa.example/' };
  const timestamps: Timestamps = {
    captured: () => undefined,
    resume: () => undefined,
    turnedOff: async () => void asked.push('off'),
    over: async (sha256) => {
      asked.push(sha256);
      return stamping;
    },
    offset: () => null,
    state: async () => STATE,
  };
  const handlers = createSettingsHandlers({
    timestamps,
    settings: {
      read: async () => ({ ...decided }),
      choose: async (next) => void Object.assign(decided, next),
    },
    isAuthorityUrl: (url) => url.startsWith('https:'),
    sealingKey: key,
  });
  return { handlers, asked, decided };
}

describe('the settings page', () => {
  it('is told what was decided, what came of it, and whose key seals', async () => {
    const { handlers } = around();
    expect(await handlers['settings.read']({}, PERSON)).toEqual({
      timestamps: { on: false, url: 'https://tsa.example/', state: STATE },
      keySha256: 'ab'.repeat(32),
    });
  });

  it('is told the rest where the key cannot be read', async () => {
    const { handlers } = around(null, async () => {
      throw new Error('no database');
    });
    expect(await handlers['settings.read']({}, PERSON)).toMatchObject({ keySha256: null });
  });

  it('switches timestamps on and off; what waits is forgotten with them', async () => {
    const { handlers, decided, asked } = around();
    const url = 'https://other.example/tsa';
    expect(await handlers['settings.timestamps']({ on: true, url }, PERSON)).toMatchObject({
      timestamps: { on: true, url },
    });
    expect(asked).toEqual([]);
    await handlers['settings.timestamps']({ on: false, url }, PERSON);
    expect([decided.on, asked]).toEqual([false, ['off']]);
  });

  it('cannot choose what is no authority', async () => {
    const { handlers, decided } = around();
    const chosen = handlers['settings.timestamps']({ on: true, url: 'http://tsa.example/' }, PERSON);
    await expect(chosen).rejects.toThrow();
    expect(decided).toEqual({ on: false, url: 'https://tsa.example/' });
  });
});

describe('an export', () => {
  it.each<Stamping | null>([
    null,
    { failure: 'offline' },
    {
      stamp: {
        query: Uint8Array.from([0x30, 0x00]),
        reply: Uint8Array.from([0x30, 0x01, 0xff]),
        genTime: 7,
        authority: 'tsa.example',
      },
    },
  ])('hears what was told, as JSON carries it: %o', async (stamping) => {
    const { handlers, asked } = around(stamping);
    const told = await handlers['timestamps.over']({ sha256: 'cd'.repeat(32) }, PERSON);
    expect(heardStamping(JSON.parse(JSON.stringify(told)))).toEqual(stamping);
    expect(asked).toEqual(['cd'.repeat(32)]);
  });
});
