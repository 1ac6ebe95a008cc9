import { beforeEach, describe, expect, it } from 'vitest';
import { toldEvent } from '../told-event.ts';

const permissions = { onAdded: toldEvent(), onRemoved: toldEvent() };
const browser = { runtime: { id: 'anef-temoin' }, permissions };
Object.assign(globalThis, { browser, chrome: browser });
const { followPermissions } = await import('../../../lib/browser/access/follow-permissions.ts');

beforeEach(() => {
  permissions.onAdded.clear();
  permissions.onRemoved.clear();
});

describe('permissions that are followed', () => {
  it('are looked at when the worker starts, and after each change', async () => {
    let looks = 0;
    const settled = followPermissions(async () => {
      looks += 1;
    });
    await settled();
    expect(looks).toBe(1);
    permissions.onAdded.tell();
    permissions.onRemoved.tell();
    await settled();
    expect(looks).toBe(3);
  });

  it('are looked at once at a time', async () => {
    const told: string[] = [];
    let answer: () => void = () => undefined;
    const settled = followPermissions(async () => {
      told.push('asked');
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      told.push('answered');
    });
    permissions.onAdded.tell();
    for (let look = 0; look < 2; look += 1) {
      await expect.poll(() => told.length).toBe(2 * look + 1);
      answer();
    }
    await settled();
    expect(told).toEqual(['asked', 'answered', 'asked', 'answered']);
  });

  it('are looked at again after a look that failed, and nobody has to hear of it', async () => {
    let looks = 0;
    const settled = followPermissions(async () => {
      looks += 1;
      throw new Error('the browser is closing');
    });
    await settled();
    permissions.onRemoved.tell();
    await expect(settled()).resolves.toBeUndefined();
    expect(looks).toBe(2);
  });
});
