// Run by the pinned Node once everything is set up and built.
import { loadavg } from 'node:os';
import { benchExtension } from './extension.ts';
import type { BenchLine } from './line.ts';
import { measureBusyPage } from './lines/busy.ts';
import { measureCaptures } from './lines/capture.ts';
import { measureExports } from './lines/export.ts';
import { measureIncident } from './lines/incident.ts';
import { measureLatency } from './lines/latency.ts';
import { measureLists } from './lines/lists.ts';
import { measurePopup } from './lines/popup.ts';
import { measureSizes } from './lines/size.ts';
import { measureSeals, measureVerification } from './lines/verify.ts';
import { type LineName, parseOptions } from './options.mjs';
import type { Scene } from './scene.ts';

const { browsers, only, runs } = parseOptions(process.argv.slice(2));
const tell = (words: string): void => void process.stderr.write(`${words}\n`);
const wants = (...names: readonly LineName[]): boolean => names.some((name) => only.includes(name));

/** Lines are measured together where they need the same browser and the same dossier. */
const GROUPS: readonly (readonly [readonly LineName[], (scene: Scene) => Promise<void>])[] = [
  [['always-on-script', 'package-size'], measureSizes],
  [['error-to-incident'], measureIncident],
  [
    ['busy-cost', 'busy-added', 'busy-task', 'busy-memory', 'busy-500', 'busy-5000', 'busy-50000'],
    measureLists,
  ],
  [['busy-latency-p50', 'busy-latency-p95'], measureLatency],
  [['busy-input', 'busy-growth-page', 'busy-growth-background'], measureBusyPage],
  [
    ['capture-overhead', 'capture-overhead-net', 'capture-cold-worker', 'capture-cold-worker-net'],
    measureCaptures,
  ],
  [['popup-10', 'popup-1000', 'popup-10000'], measurePopup],
  [
    ['export-300-without-pdf', 'export-300-with-pdf', 'memory-export-300-without-pdf', 'memory-export-300'],
    measureExports,
  ],
  [['export-seals'], measureSeals],
  [['verify-1gb', 'memory-verify-1gb', 'verify-1gb-page', 'memory-verify-1gb-page'], measureVerification],
];

for (const browser of browsers) {
  const extension = await benchExtension(browser);
  const print = (line: BenchLine): void => {
    if (!wants(line.name)) return;
    process.stdout.write(
      `${JSON.stringify({ ...line, load: loadavg().map((each) => Number(each.toFixed(1))) })}\n`,
    );
  };
  const scene: Scene = {
    browser,
    extensionDir: extension.folder,
    runs: (usual) => runs ?? usual,
    wants,
    print,
    tell: (words) => tell(`${browser}: ${words}`),
  };
  try {
    for (const [names, measure] of GROUPS) if (wants(...names)) await measure(scene);
  } finally {
    await extension.remove();
  }
}
