import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largeDossier, writeBundle } from '../../scripts/bench/large-bundle.ts';
import { newTestKey } from '../app/fixtures/test-key.ts';
import type { Surface } from '../e2e/browser/surface.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { readStored, type StoredState } from '../e2e/stored.ts';
import { readAudit } from './audit/read-audit.ts';
import {
  DONE,
  eraseKept,
  JOBS,
  type Job,
  NO_SPACE,
  startKeeping,
  startMaking,
  startRestoring,
} from './backup-pages.ts';
import { expectTidy, together } from './backup-state.ts';
import { chanceFrom, countFrom } from './chance.ts';
import { createElsewhere, type Elsewhere } from './elsewhere.ts';
import type { LittleSpace } from './full-disk.ts';
import { cutStage, endStage, type Life, startLife } from './life.ts';
import { createLittleSpace } from './little-space.ts';
import { createProfile, type KeptProfile } from './profile.ts';

/** Browsers that are cut off: BACKUP_KILLS=200 for a long run. */
const KILLS = countFrom('BACKUP_KILLS', 12);
const SEED = countFrom('SEED', (Date.now() % 1_000_000) + 1);
const MB = 1_000_000;
const PATIENT = { timeout: 30_000, interval: 250 };

/** The last cuts come after the end; a later back-up is longer than the first, by which the time is known. */
const REACH: Readonly<Record<Job, number>> = { restore: 3, keep: 1.2, make: 1.5 };

describe('the browser killed during a back-up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backup-faults-'));
  const backup = join(folder, 'sauvegarde.zip.age');
  const bundle = join(folder, 'dossier-lointain.zip');
  const took: Record<Job, number> = { restore: 0, keep: 0, make: 0 };
  let profile: KeptProfile;
  let elsewhere: Elsewhere;
  let shared: string;
  let own: StoredState;
  /** What the profile has: its own dossier, and what was restored. */
  let before: string[];
  let stage: Stage;

  const start: Readonly<Record<Job, () => Promise<Surface>>> = {
    restore: () => startRestoring(stage.witnessed, backup),
    keep: () => startKeeping(stage.witnessed, bundle),
    async make() {
      const page = await startMaking(stage.witnessed);
      // Nothing is written before the key is there, which takes longer than the rest.
      await page.waitFor('progress[value]', PATIENT);
      return page;
    },
  };
  const stored = async () => together(await readStored(stage.witnessed));
  const open = async () => {
    stage = await openStage({ userDataDir: profile.dir });
    await expectTidy(stage);
  };
  /** The next back-up goes on with a dossier that is here by then, and brings another one. */
  const goOnElsewhere = async () => {
    await elsewhere.photograph(shared, 6, MB);
    await elsewhere.photograph(await elsewhere.open('Dossier C. D.'), 6, MB);
    await elsewhere.wait(MB);
    await elsewhere.backUp(backup);
  };

  beforeAll(async () => {
    profile = await createProfile();
    const life = await startLife(profile);
    for (const statement of ['Une', 'Deux'])
      await life.desk.ask('popup.capture', { tabId: life.desk.tabId, statement });
    own = await readStored(life.stage.witnessed);
    await life.end();
    await writeBundle(largeDossier(20), newTestKey(), bundle);
    elsewhere = await createElsewhere();
    shared = await elsewhere.open('Dossier B. T.');
    await goOnElsewhere();
    await open();
    for (const job of JOBS) {
      const page = await start[job]();
      const began = performance.now();
      await page.waitForText(DONE[job], PATIENT);
      took[job] = performance.now() - began;
      if (job === 'keep') await eraseKept(page);
      await page.close();
    }
    before = together(own, await elsewhere.stored());
    expect(await stored()).toEqual(before);
    await goOnElsewhere();
  });
  afterAll(async () => {
    if (stage) await endStage(stage, profile);
    elsewhere?.close();
    await profile?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    `${KILLS} times (SEED=${SEED}): what was there is unchanged, what was begun is there as a whole or not at all`,
    async () => {
      const chance = chanceFrom(SEED);
      const whole: Record<Job, number> = { restore: 0, keep: 0, make: 0 };
      for (let kill = 0; kill < KILLS; kill++) {
        const job = JOBS[kill % JOBS.length] ?? 'restore';
        await start[job]();
        const after = chance.between(0, took[job] * REACH[job]);
        await pause(after);
        await cutStage(stage, profile);
        await open();
        const now = await stored();
        const { imports } = await readAudit(stage.witnessed);
        const restored = together(own, await elsewhere.stored());
        const isWhole = imports.length > 0 || (job === 'restore' && now.length !== before.length);
        console.log(
          `${job} cut after ${Math.round(after)} of ${Math.round(took[job])} ms: ${isWhole ? 'whole' : 'absent'}`,
        );
        expect(imports.length).toBeLessThanOrEqual(job === 'keep' ? 1 : 0);
        if (job === 'restore' && isWhole) {
          before = restored;
          await goOnElsewhere();
        }
        expect(now).toEqual(before);
        if (job === 'keep' && isWhole) {
          const page = await stage.witnessed.openExtensionPage('/verifier.html');
          await eraseKept(page);
          await page.close();
        }
        if (isWhole) whole[job]++;
      }
      console.log(`${KILLS} cuts, SEED=${SEED}; ended before the cut: ${JSON.stringify(whole)}`);
    },
    KILLS * 60_000,
  );

  it('and then everything goes as it always does', async () => {
    for (const job of JOBS) {
      const page = await start[job]();
      await page.waitForText(DONE[job], PATIENT);
      await page.close();
    }
    expect(await stored()).toEqual(together(own, await elsewhere.stored()));
  });
});

/**
 * Less than what is restored, made or kept below, and more than the browser takes meanwhile by itself (bytes). Firefox
 * allows one origin a tenth of the disk, whatever else is free: what is made must fit beside what it is made of.
 */
const LITTLE = 4 * MB;
/** Stays free beside each write where the browser knows what is left (bytes). */
const BESIDE = 4_500_000;

describe('a disk that is full during a back-up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backup-full-'));
  const backup = join(folder, 'sauvegarde.zip.age');
  const bundle = join(folder, 'dossier-lointain.zip');
  let disk: LittleSpace;
  let profile: KeptProfile;
  let life: Life;
  let elsewhere: Elsewhere;
  let shared: string;
  let own: StoredState;

  const start = (job: Job): Promise<Surface> => {
    const { witnessed } = life.stage;
    if (job === 'make') return startMaking(witnessed);
    return job === 'keep' ? startKeeping(witnessed, bundle) : startRestoring(witnessed, backup);
  };
  const stored = async () => together(await readStored(life.stage.witnessed));
  const fill = (leaving: number) => disk.fill(life, leaving + (disk.isCounted ? BESIDE : 0));
  const expectRefusal = async (job: Job): Promise<void> => {
    const before = await stored();
    const page = await start(job);
    await page.waitForText(NO_SPACE[job], { timeout: 60_000 });
    await page.close();
    await expectTidy(life.stage);
    expect(await stored()).toEqual(before);
  };
  const expectDone = async (job: Job): Promise<void> => {
    const page = await start(job);
    await page.waitForText(DONE[job], { timeout: 60_000 });
    await page.close();
    await expectTidy(life.stage);
  };
  const expectBoth = async () => expect(await stored()).toEqual(together(own, await elsewhere.stored()));

  beforeAll(async () => {
    disk = await createLittleSpace();
    profile = await createProfile(disk.dir);
    life = await startLife(profile, disk.extensionDir);
    await life.desk.ask('popup.capture', { tabId: life.desk.tabId, statement: 'Avant' });
    own = await readStored(life.stage.witnessed);
    elsewhere = await createElsewhere();
    shared = await elsewhere.open('Dossier B. T.');
    await elsewhere.photograph(shared, 6, MB);
    await elsewhere.wait(MB);
    await elsewhere.backUp(backup);
    await writeBundle(largeDossier(6), newTestKey(), bundle);
  });
  afterAll(async () => {
    await life?.end();
    elsewhere?.close();
    await profile?.remove();
    await disk?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(JOBS)(
    '%s: it is said, nothing has changed, nothing is left, and with space again it is done',
    async (job) => {
      await fill(LITTLE);
      await expectRefusal(job);
      await disk.empty(life);
      await expectDone(job);
      await expectBoth();
    },
  );

  it('where nothing at all is left, too', async () => {
    await elsewhere.photograph(shared, 6, MB);
    await elsewhere.backUp(backup);
    await disk.fill(life);
    const before = await stored();
    const page = await start('restore');
    await page.waitForText(NO_SPACE.restore, { timeout: 60_000 });
    await disk.empty(life);
    await expectTidy(life.stage);
    expect(await stored()).toEqual(before);
    await page.click('text=Restaurer', { timeout: 30_000 });
    await page.waitForText(DONE.restore, { timeout: 60_000 });
    await page.close();
    await expectBoth();
  });

  it('nothing is lost with the next starts of the browser: what a full disk spoils shows only then', async () => {
    await life.end();
    for (let times = 0; times < 2; times++) {
      const { dir: userDataDir } = profile;
      const stage = await openStage({
        userDataDir,
        ...(disk.extensionDir && { extensionDir: disk.extensionDir }),
      });
      await expectTidy(stage);
      expect(together(await readStored(stage.witnessed))).toEqual(together(own, await elsewhere.stored()));
      await endStage(stage, profile);
    }
  });
});
