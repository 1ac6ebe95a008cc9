import type { Page } from 'puppeteer-core';
import type { Surface } from '../../tests/e2e/browser/surface.ts';
import type { BrowserName, LaunchOptions } from '../../tests/e2e/browser/witnessed.ts';
import { startFor } from '../../tests/e2e/person.ts';
import { openStage, type Stage } from '../../tests/e2e/stage.ts';
import { login } from '../../tests/portal/journey.mjs';
import type { BenchLine } from './line.ts';
import type { LineName } from './options.mjs';
import type { BenchPage } from './page/bench-page.ts';

/** What every line is measured in. */
export interface Scene {
  readonly browser: BrowserName;
  /** Folder of the product's build with the bench's own page beside it. */
  readonly extensionDir: string;
  /** Times a thing is measured, unless the command line says another number. */
  runs(usual: number): number;
  wants(...names: readonly LineName[]): boolean;
  print(line: BenchLine): void;
  /** Progress, for whoever waits. */
  tell(words: string): void;
}

export async function onStage<Value>(
  { browser, extensionDir }: Scene,
  job: (stage: Stage) => Promise<Value>,
  options: Partial<LaunchOptions> = {},
): Promise<Value> {
  const stage = await openStage({ browser, extensionDir, ...options });
  try {
    return await job(stage);
  } finally {
    await stage.close();
  }
}

/** A person logged in, whose dossier is bound: the portal's page in front, the popup open over it. */
export async function witnessing(stage: Stage): Promise<{ readonly page: Page; readonly popup: Surface }> {
  const page = await stage.witnessed.newPage();
  await login(page, 'ak');
  return { page, popup: await startFor(stage, page, 'A. K.') };
}

type BenchScope = { readonly bench: BenchPage };

/** Captures in one transaction: few enough to be held in memory at once. */
const SMALL_AT_ONCE = 200;
const LARGE_AT_ONCE = 10;

/** Adds captures to a dossier by the product's own writer; to a new dossier if none is named. Returns its id. */
export async function fill(
  stage: Stage,
  captures: number,
  pictureBytes: number,
  dossier?: string,
): Promise<string> {
  const page = await stage.witnessed.openExtensionPage('/bench.html');
  await page.waitFor(() => 'bench' in globalThis);
  const open = () => (globalThis as unknown as BenchScope).bench.open('Banc de mesure');
  const id = dossier ?? (await page.evaluate(open));
  const atOnce = pictureBytes > 0 ? LARGE_AT_ONCE : SMALL_AT_ONCE;
  for (let left = captures; left > 0; left -= atOnce) {
    await page.evaluate(
      (dossierId, count, bytes) => (globalThis as unknown as BenchScope).bench.fill(dossierId, count, bytes),
      id,
      Math.min(left, atOnce),
      pictureBytes,
    );
  }
  await page.close();
  return id;
}

/** Bytes of this process's browser are looked for from here. */
export function processOf({ witnessed }: Stage): number {
  const pid = witnessed.browser.process()?.pid;
  if (pid === undefined) throw new Error('the browser has no process');
  return pid;
}
