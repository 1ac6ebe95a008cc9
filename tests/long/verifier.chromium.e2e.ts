import { beforeAll, describe, expect, it } from 'vitest';
import { reportText } from '../../lib/core/verify/report-text.ts';
import { sampleDossier } from '../app/fixtures/sample-dossier.ts';
import { entriesOf, type Files } from '../node/fixtures/tamper.ts';
import { changeBytes } from '../reader/fixtures/every-byte.ts';
import { generateBundle } from '../reader/fixtures/generated-bundle.ts';
import { bundleOf, verifyZip, zipOf } from '../reader/fixtures/opened.ts';
import { tryMalformed } from '../reader/fixtures/try-malformed.ts';
import { chanceFrom, countFrom } from './chance.ts';

/** What `tests/reader` tries a little of, in full. No browser takes part: once is enough. */
describe('the verifier', () => {
  const BUNDLES = countFrom('VERIFIER_BUNDLES', 1_000);
  const MALFORMED = countFrom('VERIFIER_MALFORMED', 100_000);
  const HOUR = 3_600_000;
  let topFolder: string;
  let files: Files;

  beforeAll(async () => {
    ({ topFolder, files } = await bundleOf(sampleDossier().source()));
  });

  it('sees every single byte that changes', { timeout: HOUR }, async () => {
    const { tried, unseen } = await changeBytes(topFolder, files);
    expect(unseen).toEqual([]);
    expect(tried).toBeGreaterThan(10_000);
  });

  it(`finds ${BUNDLES} bundles intact and sealed`, { timeout: HOUR }, async () => {
    for (let seed = 1; seed <= BUNDLES; seed++) {
      const made = await generateBundle(chanceFrom(seed));
      const report = await verifyZip(zipOf(entriesOf(made.topFolder, made.files)));
      expect(report, `seed ${seed}: ${reportText(report)}`).toMatchObject({
        verdict: 'intact',
        level: 'sealed',
      });
    }
  });

  it(`answers ${MALFORMED} malformed archives`, { timeout: 3 * HOUR }, async () => {
    const before = process.memoryUsage().rss;
    const { wrong } = await tryMalformed(topFolder, files, 1, MALFORMED + 1);
    expect(wrong).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1024 ** 2);
  });
});
