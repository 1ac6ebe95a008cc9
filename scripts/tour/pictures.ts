import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Surface } from '../../tests/e2e/browser/surface.ts';
import { ROOT } from '../setup/run.mjs';

export const DEMO = join(ROOT, 'demo');

/** An empty `demo/`: what is found there afterwards is of this tour alone. */
export function emptyDemo(): void {
  rmSync(DEMO, { recursive: true, force: true });
  mkdirSync(join(DEMO, 'exports'), { recursive: true });
}

let number = 0;
const nextName = (name: string): string => join(DEMO, `${String(++number).padStart(2, '0')}-${name}.png`);

export const picturePage = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: nextName(name) as `${string}.png` });

export const pictureSurface = (surface: Surface, name: string): Promise<unknown> =>
  surface.screenshot(nextName(name), { fullPage: true });
