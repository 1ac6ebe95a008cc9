import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAudit } from './audit/read-audit.ts';
import { type Acknowledged, startBurst } from './burst.ts';
import { chanceFrom, countFrom } from './chance.ts';
import { type Life, startLife } from './life.ts';
import { lossesIn } from './losses.ts';
import { createProfile, type KeptProfile } from './profile.ts';

/** Captures during which the browser is cut off: KILLS=200 for a long run. */
const KILLS = countFrom('KILLS', 40);
const SEED = countFrom('SEED', (Date.now() % 1_000_000) + 1);
/** Longest burst between two cuts (ms). */
const LONGEST = 4_000;
const PER_CAPTURE_MS = 20_000;

async function expectNothingLost({ stage }: Life, lives: readonly Acknowledged[]): Promise<void> {
  const audit = await readAudit(stage.witnessed);
  console.log(
    `in the dossier: ${audit.captures.length} captures (${audit.captures.filter(({ picture }) => picture).length} with a picture), ${audit.incidents.length} incidents, ${audit.lines} lines; waiting: ${audit.waiting.join(' ') || 'nothing'}`,
  );
  expect([...audit.problems, ...lossesIn(audit, lives)]).toEqual([]);
}

describe('the browser killed while captures are made', () => {
  let profile: KeptProfile;

  beforeAll(async () => {
    profile = await createProfile();
  });
  afterAll(async () => {
    await profile.remove();
  });

  it(
    `${KILLS} captures (SEED=${SEED}): whatever was said to be stored is there, once, and everything holds together`,
    async () => {
      const chance = chanceFrom(SEED);
      const lives: Acknowledged[] = [];
      let asked = 0;
      while (asked < KILLS) {
        const life = await startLife(profile);
        await expectNothingLost(life, lives);
        const burst = startBurst(life, chance);
        lives.push(burst.told);
        const after = chance.between(50, LONGEST);
        await Promise.race([pause(after), burst.stopped]);
        burst.stop();
        await life.cut();
        await burst.stopped;
        asked += burst.told.asked;
        const { statements, incidents, captured } = burst.told;
        console.log(
          `life ${lives.length}, cut after ${Math.round(after)} ms: asked ${burst.told.asked}, said stored ${statements.length} by hand, ${incidents.length} incidents, ${captured.length} of their captures`,
        );
      }
      const last = await startLife(profile);
      await expectNothingLost(last, lives);
      await last.end();
      console.log(`${asked} captures asked for in ${lives.length} lives, SEED=${SEED}`);
    },
    KILLS * PER_CAPTURE_MS,
  );
});
