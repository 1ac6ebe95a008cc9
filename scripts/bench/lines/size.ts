import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtExtension } from '../../../tests/e2e/stage.ts';
import { lineOf } from '../line.ts';
import type { Scene } from '../scene.ts';

const KB = 1_000;

/** Weight of what runs on every page of the portal, and of the package. */
export async function measureSizes({ browser, print }: Scene): Promise<void> {
  const built = builtExtension(browser);
  const script = gzipSync(readFileSync(join(built, 'witness.js')), { level: 9 }).length / KB;
  print(
    lineOf(
      {
        name: 'always-on-script',
        unit: 'kB',
        browser,
        compared: 'gzip -9 of the script that every page of the portal gets',
        aim: { of: 'ours', most: 15 },
      },
      [{ ours: script, other: null }],
    ),
  );
  const folder = mkdtempSync(join(tmpdir(), 'temoin-size-'));
  try {
    const zip = join(folder, 'package.zip');
    execFileSync('zip', ['-9', '-q', '-r', '-X', zip, '.'], { cwd: built });
    print(
      lineOf(
        {
          name: 'package-size',
          unit: 'kB',
          browser,
          compared: 'zip -9 of the built extension, as a store takes it',
          aim: null,
        },
        [{ ours: statSync(zip).size / KB, other: null }],
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
