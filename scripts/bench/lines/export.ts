import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Surface } from '../../../tests/e2e/browser/surface.ts';
import { checkManifest, unpack } from '../../../tests/e2e/bundle-checks.ts';
import type { Stage } from '../../../tests/e2e/stage.ts';
import { lineOf, type Pair } from '../line.ts';
import { type PeakMemory, peakDuring } from '../memory.ts';
import { fill, onStage, processOf, type Scene } from '../scene.ts';

const CAPTURES = 300;
const PICTURE = 1024 * 1024;
const PATIENCE = { timeout: 300_000 };
const MB = 1_000_000;

/** The two ways: the product's own page, and the same worker asked for a bundle without the PDF. */
const WAYS = {
  'without-pdf': { path: '/bench.html', button: '#export' },
  'with-pdf': { path: '/export.html', button: 'text=Créer le fichier' },
} as const;
type Way = keyof typeof WAYS;
const WAY_NAMES = ['without-pdf', 'with-pdf'] as const;
const MEMORY_LINE = {
  'without-pdf': 'memory-export-300-without-pdf',
  'with-pdf': 'memory-export-300',
} as const;

interface Exported {
  readonly zip: string;
  /** From the click, as the page saw it, to the last change of the file among the downloads, which is its name (ms). */
  readonly took: number;
}

interface Ready {
  readonly page: Surface;
  export(): Promise<Exported>;
}

type Clicked = typeof globalThis & { clickedAt?: number };

async function readyTo(stage: Stage, way: Way, dossierId: string): Promise<Ready> {
  const { path, button } = WAYS[way];
  const page = await stage.witnessed.openExtensionPage(`${path}#${dossierId}`);
  await page.waitFor(button);
  await page.evaluate(() => {
    const note = () => {
      (globalThis as Clicked).clickedAt = Date.now();
    };
    addEventListener('click', note, { capture: true, once: true });
  });
  return {
    page,
    async export() {
      await page.click(button);
      const zip = await stage.witnessed.waitForDownload(PATIENCE);
      const clickedAt = await page.evaluate(() => (globalThis as Clicked).clickedAt ?? Number.NaN);
      return { zip, took: statSync(zip).ctimeMs - clickedAt };
    },
  };
}

/** `zip -0 -r` and `sha256sum` of the very files of the bundle (ms). */
function bareTools(zip: string): number {
  const bundle = unpack(zip);
  const target = mkdtempSync(join(tmpdir(), 'temoin-zip-'));
  try {
    checkManifest(bundle, 'manifest-sha256.txt'); // what is compared with must be whole, and is then in memory
    const script = 'zip -0 -q -r "$0" . && find . -type f -print0 | xargs -0 sha256sum > /dev/null';
    const began = performance.now();
    execFileSync('sh', ['-c', script, join(target, 'bare.zip')], { cwd: bundle.folder });
    return performance.now() - began;
  } finally {
    rmSync(target, { recursive: true });
    rmSync(dirname(bundle.folder), { recursive: true });
  }
}

/** Each run once without the PDF and once with it, in a browser that stays open. */
async function times(scene: Scene, stage: Stage, dossierId: string, ways: readonly Way[]): Promise<void> {
  const pairs: Record<Way, Pair[]> = { 'without-pdf': [], 'with-pdf': [] };
  for (let run = 0; run < scene.runs(3); run++) {
    for (const way of ways) {
      const ready = await readyTo(stage, way, dossierId);
      const { zip, took: ours } = await ready.export();
      await ready.page.close();
      const other = bareTools(zip);
      rmSync(zip);
      pairs[way].push({ ours, other });
      scene.tell(`export ${way}: ${Math.round(ours)} ms, bare tools ${Math.round(other)} ms`);
    }
  }
  for (const way of ways)
    scene.print(
      lineOf(
        {
          name: `export-300-${way}`,
          unit: 'ms',
          browser: scene.browser,
          compared:
            'click to finished download, 300 captures of 1 MiB; zip -0 -r and sha256sum of the same files',
          aim: way === 'without-pdf' ? { of: 'ratio', most: 1.5 } : null,
        },
        pairs[way],
      ),
    );
}

/** In a fresh browser each time: what an earlier export left would count as rest. */
async function memory(scene: Scene, profile: string, dossierId: string, way: Way): Promise<void> {
  const peaks: PeakMemory[] = [];
  for (let run = 0; run < scene.runs(3); run++) {
    const peak = await onStage(
      scene,
      async (stage) => {
        const ready = await readyTo(stage, way, dossierId);
        return peakDuring(processOf(stage), async () => rmSync((await ready.export()).zip));
      },
      { userDataDir: profile },
    );
    peaks.push(peak);
    scene.tell(
      `memory ${way}: ${Math.round((peak.peak - peak.idle) / MB)} MB over ${Math.round(peak.idle / MB)}`,
    );
  }
  const added = peaks.map(({ idle, peak }) => ({ ours: (peak - idle) / MB, other: null }));
  scene.print(
    lineOf(
      {
        name: MEMORY_LINE[way],
        unit: 'MB',
        browser: scene.browser,
        compared:
          'peak PSS (program files apart) of all processes of the browser over its rest with the export page open',
        aim: { of: 'ours', most: 100 },
      },
      added,
      {
        idleMB: peaks.map(({ idle }) => Math.round(idle / MB)),
        byProcessMB: peaks.map(({ byProcess }) => byProcess.slice(0, 4).map((size) => Math.round(size / MB))),
      },
    ),
  );
}

/** Export of 300 captures of 1 MiB: how long, and how much memory. */
export async function measureExports(scene: Scene): Promise<void> {
  const timed = WAY_NAMES.filter((way) => scene.wants(`export-300-${way}`));
  const weighed = WAY_NAMES.filter((way) => scene.wants(MEMORY_LINE[way]));
  const profile = mkdtempSync(join(tmpdir(), 'temoin-bench-profile-'));
  try {
    scene.tell(`filling ${CAPTURES} captures of 1 MiB…`);
    const dossierId = await onStage(
      scene,
      async (stage) => {
        const id = await fill(stage, CAPTURES, PICTURE);
        if (timed.length > 0) await times(scene, stage, id, timed);
        return id;
      },
      { userDataDir: profile },
    );
    for (const way of weighed) await memory(scene, profile, dossierId, way);
  } finally {
    for (const folder of [profile, `${profile}-extension`])
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
