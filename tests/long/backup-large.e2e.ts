import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peakDuring } from '../../scripts/bench/memory.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { readStored } from '../e2e/stored.ts';
import { DONE, startMaking, startRestoring } from './backup-pages.ts';
import { expectTidy, together } from './backup-state.ts';
import { countFrom } from './chance.ts';
import { createElsewhere, type Elsewhere, megabytesOf } from './elsewhere.ts';

const MB = 1_000_000;
const MEGABYTES = countFrom('BACKUP_MB', 300);
/** More than at rest while 300 MB are restored or made (bytes): the key alone takes 256 MiB for a moment. */
const MOST_MEMORY = 700 * MB;

/** Runs in a page of the extension. */
const wakeBackground = async (): Promise<boolean> => {
  const scope = globalThis as unknown as { browser?: Api; chrome: Api };
  const { runtime } = scope.browser ?? scope.chrome;
  return (await runtime.sendMessage({ to: 'background', name: 'settings.read', data: {} })).ok;
};
interface Api {
  readonly runtime: { sendMessage(message: object): Promise<{ ok: boolean }> };
}

describe(`a back-up of ${MEGABYTES} MB`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'backup-large-'));
  const backup = join(folder, 'sauvegarde.zip.age');
  let elsewhere: Elsewhere;
  let stage: Stage;
  const LONG = { timeout: 240_000 };

  beforeAll(async () => {
    elsewhere = await createElsewhere();
    for (let left = MEGABYTES; left > 0; left -= 50)
      await elsewhere.photograph(await elsewhere.open('Dossier D. E.'), Math.min(left, 50), MB);
    await elsewhere.backUp(backup, 18);
    stage = await openStage();
  });
  afterAll(async () => {
    await stage?.close();
    elsewhere?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const withLittleMemory = async (name: string, job: () => Promise<unknown>): Promise<void> => {
    const began = performance.now();
    const { idle, peak, byProcess } = await peakDuring(stage.witnessed.browser.process()?.pid ?? 0, job);
    const megabytes = (bytes: number) => Math.round(bytes / MB);
    console.log(
      `${name}: ${Math.round(performance.now() - began)} ms, ${megabytes(idle)} MB at rest, ${megabytes(peak)} at most; the processes that grew most: ${byProcess.slice(0, 3).map(megabytes)}`,
    );
    expect(peak - idle).toBeLessThan(MOST_MEMORY);
  };

  it('is restored whole, a little at a time, though the background starts meanwhile', async () => {
    await withLittleMemory(`restored ${megabytesOf(backup)} MB`, async () => {
      const page = await startRestoring(stage.witnessed, backup);
      await page.waitFor('progress[value]', LONG);
      // What is under way is not given up: it stays when the background starts.
      await stage.witnessed.stopBackground();
      expect(await page.evaluate(wakeBackground)).toBe(true);
      await page.waitForText(DONE.restore, LONG);
      await page.close();
    });
    await expectTidy(stage);
    expect(together(await readStored(stage.witnessed))).toEqual(together(await elsewhere.stored()));
  }, 300_000);

  it('is made whole, a little at a time', async () => {
    let made = '';
    await withLittleMemory('made', async () => {
      const page = await startMaking(stage.witnessed);
      await page.waitForText(DONE.make, LONG);
      made = await stage.witnessed.waitForDownload(LONG);
      await page.close();
    });
    await expectTidy(stage);
    const third = await createElsewhere();
    await third.restore(made);
    expect(together(await third.stored())).toEqual(together(await elsewhere.stored()));
    third.close();
  }, 300_000);
});
