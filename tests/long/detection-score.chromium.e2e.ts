import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';

/** What detection aims at, on every page that was written to judge it. */
const LEAST_RECALL = 0.99;
const MOST_FALSE_ALARMS = 0.02;
/** Some 360 browsers, a few at a time. */
const PATIENCE = 45 * 60_000;

/** What the workbench tells people: one line a case, then the score. */
const tellOf = (folder: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/detect.mjs', folder, '--at-once', '4'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    child.on('error', reject);
    child.on('close', () => resolve(told));
  });

/** « Rappel : 97,8 % (44 sur 45) » as a share, 0 to 1. */
const shareIn = (told: string, name: string): number => {
  const [, part, whole] = told.match(new RegExp(`^${name} : .*\\((\\d+) sur (\\d+)\\)$`, 'm')) ?? [];
  return Number(part) / Number(whole);
};

it('detection finds what it must on its own cases, and leaves ordinary pages alone', {
  timeout: PATIENCE,
}, async () => {
  const told = await tellOf('tests/pages');
  const complaints = told
    .split('\n')
    .filter((line) => /manque|fausse alerte/.test(line))
    .join('\n');
  expect(shareIn(told, 'Rappel'), complaints || told).toBeGreaterThanOrEqual(LEAST_RECALL);
  expect(shareIn(told, 'Fausses alertes'), complaints).toBeLessThanOrEqual(MOST_FALSE_ALARMS);
});
