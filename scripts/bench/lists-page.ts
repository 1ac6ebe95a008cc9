import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Stage } from '../../tests/e2e/stage.ts';
import { NEIGHBOURS, PORTAL } from '../../tests/portal/hosts.mjs';
import { ROOT } from '../setup/run.mjs';

/** What stands in the own world of the page of long lists. */
export interface ListsScope {
  readonly lists: {
    readonly nodes: number;
    readonly perSecond: number;
    run(ticks: number): Promise<number>;
    show(text: string): Promise<number>;
    clear(): void;
  };
  readonly rrweb: { record(options: { emit(event: unknown): void }): unknown };
  recorded: unknown[];
}

/** With the witness, on the portal; without, where no script of ours may run; there, recorded by rrweb. */
export type Way = 'watched' | 'bare' | 'recorded';

const PATH = '/replique/sites/lists.html';
/** rrweb records every change of a page, as session replays do: what our way is compared with. */
const RECORDER = join(ROOT, 'node_modules', 'rrweb', 'dist', 'rrweb.umd.min.cjs');
/** After loading: the first reading of the page is over, the watchers have joined (ms). */
const SETTLED_MS = 3_000;

/** The same document, byte for byte. `nodes` in all; `rows` in each of its two lists. */
export async function openLists(stage: Stage, way: Way, nodes: number, rows: number): Promise<Page> {
  const origin = way === 'watched' ? PORTAL : `https://${NEIGHBOURS.stamps}`;
  const page = await stage.witnessed.newPage(`${origin}${PATH}?nodes=${nodes}&rows=${rows}`);
  await page.bringToFront();
  await page.waitForFunction('globalThis.lists !== undefined');
  if (way === 'recorded') {
    await page.evaluate(readFileSync(RECORDER, 'utf8'));
    await page.evaluate(() => {
      const scope = globalThis as unknown as ListsScope;
      scope.recorded = [];
      scope.rrweb.record({ emit: (event) => void scope.recorded.push(event) });
    });
  }
  await pause(SETTLED_MS);
  return page;
}

/** The page at work, in front, for so many ticks of its own. */
export async function workOn(page: Page, ticks: number): Promise<void> {
  await page.bringToFront();
  await page.evaluate((count) => (globalThis as unknown as ListsScope).lists.run(count), ticks);
}
