import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newTestKey, testKey } from '../../../tests/app/fixtures/test-key.ts';
import { type Unpacked, unpack } from '../../../tests/e2e/bundle-checks.ts';
import { largeDossier, writeBundle } from '../large-bundle.ts';
import { lineOf, type Pair } from '../line.ts';
import { peakDuring } from '../memory.ts';
import { onStage, processOf, type Scene } from '../scene.ts';

/** Of 1 MiB each: a bundle of a little more than 1 GB. */
const CAPTURES = 1_000;
const SEALED_CAPTURES = 300;
const MB = 1_000_000;
const PATIENCE = { timeout: 240_000 };

const elapsed = async (job: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await job();
  return performance.now() - began;
};

/** `sha256sum -c` of the same files (ms). */
const bareTool = ({ folder }: Unpacked): Promise<number> =>
  elapsed(async () => execFileSync('sha256sum', ['--quiet', '-c', 'manifest-sha256.txt'], { cwd: folder }));

/** Runs the verifier of the command line. Resolves with its highest resident memory (bytes); Linux only. */
async function byCommand(zip: string): Promise<number> {
  const running = spawn(process.execPath, ['scripts/verify-bundle.ts', zip], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  running.stdout.on('data', (text) => {
    said += text;
  });
  let most = 0;
  while (running.exitCode === null) {
    const highest = /^VmHWM:\s+(\d+) kB$/m.exec(statusOf(running.pid))?.[1];
    most = Math.max(most, Number(highest ?? 0) * 1024);
    await pause(10);
  }
  if (!said.includes('INTACT')) throw new Error(`not intact: ${said}`);
  return most;
}

function statusOf(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return ''; // it has just ended
  }
}

/** Opens the extension's own verifier; `verify` gives it the bundle and waits for the verdict. */
async function onVerifierPage<Value>(
  scene: Scene,
  zip: string,
  use: (verify: () => Promise<void>, pid: number) => Promise<Value>,
): Promise<Value> {
  return onStage(scene, async (stage) => {
    const page = await stage.witnessed.openExtensionPage('/verifier.html');
    await page.waitFor('text=Choisir le fichier ZIP');
    const verify = async () => {
      await page.setFiles('input[name="archive"]', zip);
      await page.waitFor('.verifier-result[data-verdict="intact"]', PATIENCE);
    };
    return use(verify, processOf(stage));
  });
}

/** A bundle of 1 GB: verified by the command line and by the extension's page. */
export async function measureVerification(scene: Scene): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'temoin-bench-verify-'));
  const zip = join(folder, 'large.zip');
  const small = join(folder, 'small.zip');
  scene.tell(`writing a bundle of ${CAPTURES} captures of 1 MiB…`);
  await writeBundle(largeDossier(CAPTURES), testKey, zip);
  await writeBundle(largeDossier(1), testKey, small);
  const bundle = unpack(zip);
  const { browser } = scene;
  try {
    await bareTool(bundle); // from here on its files are in memory
    if (scene.wants('verify-1gb')) {
      const pairs: Pair[] = [];
      for (let run = 0; run < scene.runs(3); run++) {
        const ours = await elapsed(() => byCommand(zip));
        pairs.push({ ours, other: await bareTool(bundle) });
        scene.tell(`verify: ${pairs.map((pair) => `${pair.ours.toFixed(0)}/${pair.other?.toFixed(0)}`)}`);
      }
      const compared = 'npm run verify of a ZIP of 1 GB; sha256sum -c of the same files, unpacked';
      const aim = { of: 'ratio', most: 1.5 } as const;
      scene.print(lineOf({ name: 'verify-1gb', unit: 'ms', browser, compared, aim }, pairs));
    }
    if (scene.wants('memory-verify-1gb')) {
      const added: Pair[] = [];
      for (let run = 0; run < scene.runs(3); run++)
        added.push({ ours: ((await byCommand(zip)) - (await byCommand(small))) / MB, other: null });
      const compared = 'peak resident memory of the same over that of a bundle of 1 MB';
      const aim = { of: 'ours', most: 150 } as const;
      scene.print(lineOf({ name: 'memory-verify-1gb', unit: 'MB', browser, compared, aim }, added));
    }
    if (scene.wants('verify-1gb-page')) await timeOnPage(scene, zip, bundle);
    if (scene.wants('memory-verify-1gb-page')) await weighOnPage(scene, zip);
  } finally {
    rmSync(dirname(bundle.folder), { recursive: true });
    rmSync(folder, { recursive: true });
  }
}

async function timeOnPage(scene: Scene, zip: string, bundle: Unpacked): Promise<void> {
  const pairs: Pair[] = [];
  for (let run = 0; run < scene.runs(3); run++) {
    const ours = await onVerifierPage(scene, zip, (verify) => elapsed(verify));
    pairs.push({ ours, other: await bareTool(bundle) });
    scene.tell(
      `verify on the page: ${pairs.map((pair) => `${pair.ours.toFixed(0)}/${pair.other?.toFixed(0)}`)}`,
    );
  }
  const compared = 'the same by the page of the extension, from the file given to the verdict shown';
  const { browser } = scene;
  scene.print(
    lineOf(
      { name: 'verify-1gb-page', unit: 'ms', browser, compared, aim: { of: 'ratio', most: 1.5 } },
      pairs,
    ),
  );
}

async function weighOnPage(scene: Scene, zip: string): Promise<void> {
  const peaks = [];
  for (let run = 0; run < scene.runs(3); run++)
    peaks.push(await onVerifierPage(scene, zip, (verify, pid) => peakDuring(pid, verify)));
  const compared = 'peak PSS (program files apart) of all processes of the browser over its rest, page open';
  const { browser } = scene;
  scene.print(
    lineOf(
      {
        name: 'memory-verify-1gb-page',
        unit: 'MB',
        browser,
        compared,
        aim: { of: 'ours', most: 150 },
      },
      peaks.map(({ idle, peak }) => ({ ours: (peak - idle) / MB, other: null })),
      {
        idleMB: peaks.map(({ idle }) => Math.round(idle / MB)),
        byProcessMB: peaks.map(({ byProcess }) => byProcess.slice(0, 4).map((size) => Math.round(size / MB))),
      },
    ),
  );
}

/** What the seals cost: the same export by the same code, its key signing for real or answering at once. */
export async function measureSeals(scene: Scene): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'temoin-bench-seals-'));
  const zip = join(folder, 'sealed.zip');
  const key = newTestKey();
  const signature = await key.sign(new Uint8Array());
  const mute = { ...key, sign: async () => signature };
  try {
    const source = largeDossier(SEALED_CAPTURES);
    for (let warm = 0; warm < 3; warm++) await writeBundle(source, key, zip);
    const pairs: Pair[] = [];
    for (let run = 0; run < scene.runs(21); run++) {
      // Each goes first every second time: what comes second finds the machine as the first has left it.
      const other = run % 2 === 0 ? await elapsed(() => writeBundle(source, mute, zip)) : null;
      const ours = await elapsed(() => writeBundle(source, key, zip));
      pairs.push({ ours, other: other ?? (await elapsed(() => writeBundle(source, mute, zip))) });
    }
    const compared = 'export of 300 captures of 1 MiB in Node; the same with a key that does not sign';
    const { browser } = scene;
    scene.print(
      lineOf({ name: 'export-seals', unit: 'ms', browser, compared, aim: { of: 'ratio', most: 1.1 } }, pairs),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
