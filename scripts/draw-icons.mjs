/**
 * Draws the toolbar icons from `scripts/icon.svg` in a headless Chromium.
 *   node scripts/draw-icons.mjs        (CHROMIUM=<path> when it is not /usr/bin/chromium)
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const SIZES = [16, 32, 48, 128];
const folder = join(dirname(fileURLToPath(import.meta.url)), '../public/icon');
const svg = readFileSync(new URL('icon.svg', import.meta.url), 'utf8');

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    await page.$eval('svg', (drawing, pixels) => drawing.setAttribute('width', String(pixels)), size);
    await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true });
  }
} finally {
  await browser.close();
}
