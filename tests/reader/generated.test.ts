import { expect, it, vi } from 'vitest';
import { reportText } from '../../lib/core/verify/report-text.ts';
import { webPorts } from '../../lib/reader/web-ports.ts';
import { chanceFrom } from '../long/chance.ts';
import { entriesOf } from '../node/fixtures/tamper.ts';
import { generateBundle } from './fixtures/generated-bundle.ts';
import { verifyZip, zipOf } from './fixtures/opened.ts';

vi.setConfig({ testTimeout: 120_000 });

it('a hundred bundles of all sizes and scripts are intact and sealed, in Node and as in a page', async () => {
  for (let seed = 1; seed <= 100; seed++) {
    const { topFolder, files, withheld, erased } = await generateBundle(chanceFrom(seed));
    const zip = zipOf(entriesOf(topFolder, files));
    const report = await verifyZip(zip);
    expect(report, `seed ${seed}: ${reportText(report)}`).toMatchObject({
      verdict: 'intact',
      level: 'sealed',
    });
    expect(report.remarks.map(({ id }) => id)).toEqual([
      ...(withheld > 0 ? ['withheld'] : []),
      ...(erased > 0 ? ['erased'] : []),
    ]);
    expect(await verifyZip(zip, {}, webPorts)).toEqual(report);
  }
});
