import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashing } from '../../lib/node/hashing.ts';
import { testKey } from '../app/fixtures/test-key.ts';
import { exportBundle, type SampleBundle, unseal } from './fixtures/sample-bundle.ts';

let bundle: SampleBundle;
beforeAll(async () => {
  bundle = await exportBundle();
});
afterAll(() => bundle.remove());

describe('npm run verify', { timeout: 30_000 }, () => {
  const run = (...args: string[]) => {
    try {
      const out = execFileSync(process.execPath, ['scripts/verify-bundle.ts', ...args], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
      return { status: 0, out };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string };
      return { status, out: stdout };
    }
  };

  it('ends with 0 for an intact bundle only', () => {
    expect(run(bundle.zipPath)).toMatchObject({ status: 0, out: expect.stringContaining('INTACT') });
    expect(run('package.json')).toMatchObject({ status: 1, out: expect.stringContaining('ILLISIBLE') });
    expect(run()).toMatchObject({ status: 2 });
    const known = hashing.sha256(testKey.spki);
    expect(run(bundle.zipPath, '--cle', known)).toMatchObject({ status: 0 });
    expect(run(bundle.zipPath, '--cle', known.replace(/./g, '0'))).toMatchObject({ status: 1 });
    expect(run(bundle.zipPath, '--cle', 'autre')).toMatchObject({ status: 2 });
  });

  it('is not content with a bundle whose seals were taken away when a key is expected', async () => {
    const zip = await bundle.changed(unseal);
    expect(run(zip)).toMatchObject({ status: 0 });
    expect(run(zip, '--cle', hashing.sha256(testKey.spki))).toMatchObject({
      status: 1,
      out: expect.stringContaining('UNE CLÉ ÉTAIT ATTENDUE'),
    });
  });

  it('speaks French, and English when asked', () => {
    expect(run(bundle.zipPath).out).toContain('[ oui ] Le journal est une chaîne continue');
    expect(run(bundle.zipPath, '--lang', 'en').out).toContain('[ yes ] The journal is an unbroken chain');
    expect(run(bundle.zipPath, '--lang', 'xx')).toMatchObject({ status: 2 });
  });
});
