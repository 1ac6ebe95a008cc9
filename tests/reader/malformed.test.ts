import { expect, it, vi } from 'vitest';
import { sampleDossier } from '../app/fixtures/sample-dossier.ts';
import { bundleOf } from './fixtures/opened.ts';
import { tryMalformed } from './fixtures/try-malformed.ts';

vi.setConfig({ testTimeout: 900_000 });

it('malformed archives are answered: nothing is thrown, nothing hangs, no memory is filled', async () => {
  const { topFolder, files } = await bundleOf(sampleDossier().source());
  const before = process.memoryUsage().rss;
  const { wrong, verdicts } = await tryMalformed(topFolder, files, 1, 3_001);
  expect(wrong).toEqual([]);
  expect(Object.keys(verdicts).sort()).toEqual(['altered', 'incomplete', 'intact', 'unreadable']);
  expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 ** 2);
});
