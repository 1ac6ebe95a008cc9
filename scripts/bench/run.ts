// Run by the pinned Node once everything is set up and built.
import { loadavg } from 'node:os';
import { benchExtension } from './extension.ts';
import type { BenchLine } from './line.ts';
import { measureExports } from './lines/export.ts';
import { type LineName, parseOptions } from './options.mjs';
import type { Scene } from './scene.ts';

const { browsers, only, runs } = parseOptions(process.argv.slice(2));
const tell = (words: string): void => void process.stderr.write(`${words}\n`);
const wants = (...names: readonly LineName[]): boolean => names.some((name) => only.includes(name));

/** Lines are measured together where they need the same browser and the same dossier. */
const GROUPS: readonly [readonly LineName[], (scene: Scene) => Promise<void>][] = [
  [
    ['export-300-without-pdf', 'export-300-with-pdf', 'memory-export-300-without-pdf', 'memory-export-300'],
    measureExports,
  ],
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
