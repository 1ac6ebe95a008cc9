import { expect, it, vi } from 'vitest';
import { hashing } from '../../lib/node/hashing.ts';
import { buildDossier, OPENED_AT } from '../app/fixtures/dossier.ts';
import { testKey } from '../app/fixtures/test-key.ts';
import { chanceFrom } from '../long/chance.ts';
import { bundleOf, failing, verifyZip } from './fixtures/opened.ts';
import { sampleTamperings } from './fixtures/sampled-tamperings.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Some two hundred files, so that none is first or last in all that is looked at. */
function largeDossier() {
  const dossier = buildDossier();
  const chance = chanceFrom(11);
  dossier.attempt(OPENED_AT + 1_000);
  for (let at = 1; at <= 60; at++) {
    dossier.incident(OPENED_AT + at * 60_000, { fingerprint: (at % 7).toString(16).repeat(32) });
    const picture = Uint8Array.from({ length: 3_000 }, () => Math.floor(chance.between(0, 256)));
    dossier.capture(OPENED_AT + at * 60_000 + 5_000, { picture, snapshot: `<p>${at}</p>` });
  }
  return dossier;
}

it('tampering with a large bundle is named by the right check, wherever it is', async () => {
  const { topFolder, files } = await bundleOf(largeDossier().source());
  const expectedKey = hashing.sha256(testKey.spki);
  const unseen: string[] = [];
  let tried = 0;
  for (let seed = 1; seed <= 6; seed++) {
    for (const { sort, by, zip } of sampleTamperings(topFolder, files, chanceFrom(seed))) {
      const report = await verifyZip(zip(), { expectedKey });
      const seen =
        by === 'key'
          ? report.level === 'intact' && report.key?.compared === 'other'
          : by === 'unreadable'
            ? report.verdict === by
            : report.verdict !== 'intact' && failing(report).includes(by);
      if (!seen) unseen.push(`seed ${seed}: ${sort}: ${report.verdict} ${failing(report)}, not ${by}`);
      tried++;
    }
  }
  expect(unseen).toEqual([]);
  expect(tried).toBeGreaterThan(80);
});
