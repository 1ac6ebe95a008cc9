// The scripted tour: the main job in a real browser on the replica. Leaves its pictures and one bundle in demo/.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStage } from '../tests/e2e/stage.ts';
import { tourAppearances } from './tour/appearances.ts';
import { tourMainJob } from './tour/main-job.ts';
import { DEMO, emptyDemo, picturePdf } from './tour/pictures.ts';
import { createReport, expectThat } from './tour/report.ts';

const browser = process.argv.includes('--firefox') ? 'firefox' : 'chromium';
const report = createReport();
emptyDemo();

console.log(`The tour, in ${browser}:`);
const stage = await openStage({ browser, keepWelcome: true });
try {
  await report.check('the main job was played to its end', () => tourMainJob(stage, report));
} finally {
  await stage.close();
}
for (const appearance of [
  { colorScheme: 'dark', locale: 'fr' },
  { colorScheme: 'light', locale: 'en' },
  { colorScheme: 'dark', locale: 'en' },
] as const) {
  await report.check(`popup and export page, ${appearance.locale}, ${appearance.colorScheme}`, () =>
    tourAppearances(browser, appearance),
  );
}
await report.check(
  'exactly one bundle is in demo/',
  () => {
    const bundles = readdirSync(DEMO).filter((name) => /^dossier-.*\.zip$/.test(name));
    expectThat(bundles.length === 1, `there are ${bundles.length}`);
    const [bundle = ''] = bundles;
    picturePdf(
      execFileSync('unzip', ['-p', join(DEMO, bundle), '*/data/pieces/01_*.pdf'], { maxBuffer: 1 << 28 }),
    );
    return bundle;
  },
  (bundle) => bundle,
);

console.log(
  report.failures === 0 ? `Everything held. See ${DEMO}` : `${report.failures} failed. See ${DEMO}`,
);
process.exitCode = report.failures === 0 ? 0 : 1;
