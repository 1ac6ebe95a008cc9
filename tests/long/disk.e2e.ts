import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureOutcome } from '../../lib/app/popup-view.ts';
import { readAudit } from './audit/read-audit.ts';
import { failAloud } from './fail-aloud.ts';
import { createSmallDisk, type LittleSpace } from './full-disk.ts';
import { type Life, startLife } from './life.ts';
import { createProfile, type KeptProfile } from './profile.ts';
import { createSmallQuota } from './small-quota.ts';

const FULL = 'Cet ordinateur n’a plus de place';
const MEGABYTES = 400;
const PATIENT = { timeout: 90_000 };

/** QUOTA=1 chooses what is otherwise the way out: a quota is refused in other words than a disk. */
async function smallSpace(): Promise<LittleSpace> {
  if (process.env.QUOTA) return createSmallQuota();
  try {
    return await createSmallDisk(MEGABYTES);
  } catch (error) {
    console.warn(`${error}. The browser’s own quota is filled instead.`);
    return createSmallQuota();
  }
}

describe('a disk that is full', () => {
  let disk: LittleSpace;
  let profile: KeptProfile;
  let life: Life;
  let before: string[];

  const photograph = async (statement: string): Promise<CaptureOutcome> => {
    const { desk } = life;
    const { outcome } = await desk.ask('popup.capture', { tabId: desk.tabId, statement });
    return outcome;
  };
  const keys = async () => {
    const { captures } = await readAudit(life.stage.witnessed);
    return captures.map(({ seq, statement }) => `${seq} ${statement}`);
  };

  beforeAll(async () => {
    disk = await smallSpace();
    profile = await createProfile(disk.dir);
    life = await startLife(profile, disk.extensionDir);
    expect(await photograph('Avant 1')).toMatchObject({ kind: 'stored' });
    expect(await photograph('Avant 2')).toMatchObject({ kind: 'stored' });
    before = await keys();
  });
  afterAll(async () => {
    await life?.end();
    await profile?.remove();
    await disk?.remove();
  });

  it('is said in the popup, in plain words', async () => {
    await disk.fill(life);
    // Chromium closes the database with the refusal: then the trouble is all of the answer.
    const answer = await photograph('Pendant').catch(({ message }: Error) => message);
    expect([{ kind: 'refused', reason: 'trouble' }, 'disk-full']).toContainEqual(answer);
    await failAloud(life.page, '#/notifications', 503);
    await pause(3_000);
    const popup = await life.stage.witnessed.popup(life.page);
    await popup.waitForText(FULL);
    await popup.close();
  });

  it('once there is space again, what was seen meanwhile is stored by itself', async () => {
    await disk.empty(life);
    await expect
      .poll(async () => {
        const { incidents, trouble } = await life.view();
        const seen = incidents.find(({ httpStatus }) => httpStatus === 503);
        return { trouble, shown: seen ? seen.thumbnail !== null || seen.imageMissing : null };
      }, PATIENT)
      .toEqual({ trouble: null, shown: true });
  });

  it('nothing older was lost, and the chain is whole', async () => {
    const audit = await readAudit(life.stage.witnessed);
    expect(audit.problems).toEqual([]);
    expect((await keys()).slice(0, before.length)).toEqual(before);
    expect(await photograph('Après')).toEqual({ kind: 'stored', imageMissing: null });
  });
});
