import { execFileSync } from 'node:child_process';
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

/** What the person sees, then the rest of it as she scrolls. */
export async function pictureSurface(surface: Surface, name: string): Promise<void> {
  await surface.evaluate(() => scrollTo(0, 0));
  await surface.screenshot(nextName(name));
  const more = await surface.evaluate(() => document.documentElement.scrollHeight > innerHeight + 40);
  if (!more) return;
  await surface.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await surface.screenshot(nextName(`${name}-suite`));
  await surface.evaluate(() => scrollTo(0, 0));
}

/** The first pages of a PDF, and the page of its first incident. */
export function picturePdf(pdf: Uint8Array): void {
  const draw = (page: number, name: string) =>
    execFileSync(
      'pdftoppm',
      [
        '-png',
        '-singlefile',
        '-r',
        '80',
        '-f',
        String(page),
        '-l',
        String(page),
        '-',
        nextName(name).replace(/\.png$/, ''),
      ],
      {
        input: pdf,
      },
    );
  const pageOf = (words: string) =>
    execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
      .split('\f')
      .findLastIndex((text) => text.includes(words)) + 1;
  draw(1, 'pdf-synthese');
  draw(Math.max(1, pageOf('Le portail a répondu par une erreur')), 'pdf-incident');
  draw(Math.max(1, pageOf('Ce que ce document ne prouve pas')), 'pdf-limites');
}
