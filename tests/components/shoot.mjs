/**
 * Photographs every state of the interface, runs axe on each, uses it with the keyboard alone, and looks whether buttons
 * stay in their place. The pictures are kept in the folder given.
 *   node tests/components/shoot.mjs [--out <folder>] [--only <text>] [--quick]
 * Exit 1 when something is wrong. `--quick`: French, light, 360 px only.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import preact from '@preact/preset-vite';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { expectBrowser } from '../../scripts/setup/browsers.mjs';
import { findKeyboardProblems } from './keyboard.mjs';
import { findMovingButtons } from './steady.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const { values } = parseArgs({
  options: { out: { type: 'string' }, only: { type: 'string' }, quick: { type: 'boolean' } },
});
const kept = values.out !== undefined;
const out = values.out ?? mkdtempSync(join(tmpdir(), 'anef-gallery-'));
mkdirSync(out, { recursive: true });

/** Each way of looking: colours, width in CSS pixels (a screen of 1280 at 400 % has 320 left), text size, direction. */
const LOOKS = [
  { name: 'fr-light', lang: 'fr', scheme: 'light', width: 360, text: 100, wide: true },
  { name: 'en-dark', lang: 'en', scheme: 'dark', width: 360, text: 100, wide: true },
  { name: 'fr-dark-200', lang: 'fr', scheme: 'dark', width: 720, text: 200 },
  { name: 'fr-light-rtl', lang: 'fr', scheme: 'light', width: 360, text: 100, dir: 'rtl' },
  {
    name: 'fr-light-400',
    lang: 'fr',
    scheme: 'light',
    width: 320,
    height: 256,
    scale: 4,
    text: 100,
    motion: 'reduce',
  },
  { name: 'fr-forced', lang: 'fr', scheme: 'dark', width: 360, text: 100, forced: 'active' },
].slice(0, values.quick ? 1 : undefined);

const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  cacheDir: join(out, '.vite'),
  plugins: [preact()],
  server: { port: 0, host: '127.0.0.1', watch: null },
});
await server.listen();
const address = server.httpServer.address();
const gallery = `http://127.0.0.1:${address.port}/tests/components/gallery/index.html`;
const browser = await puppeteer.launch({
  executablePath: expectBrowser('chromium'),
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
  protocolTimeout: 180_000,
});
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const problems = [];

/** The library knows no such feature: the protocol does. */
const forceColours = async (page, value) => {
  const session = await page.createCDPSession();
  const { scheme, motion } = await page.evaluate(() => ({
    scheme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    motion: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'reduce' : 'no-preference',
  }));
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: motion },
      { name: 'forced-colors', value },
    ],
  });
};

/** @param {import('puppeteer-core').Page} page */
const check = async (page, label, { forced } = {}) => {
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(async (forcedColours) => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Forced colours are the person's own choice; axe reads the ones that were written instead.
      rules: { 'color-contrast': { enabled: !forcedColours } },
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }, forced === 'active');
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const moving = await page.evaluate(
    () =>
      matchMedia('(prefers-reduced-motion: reduce)').matches &&
      [...document.querySelectorAll('*')].some((element) =>
        ['transitionDuration', 'animationDuration'].some((property) =>
          getComputedStyle(element)
            [property].split(',')
            .some((duration) => Number.parseFloat(duration) > 0.01),
        ),
      ),
  );
  if (moving) found.push('something moves although less motion is wanted');
  if (wide > 0) found.push(`wider than the window by ${wide} px`);
  problems.push(...found.map((problem) => `${label}: ${problem}`));
};

try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
  await page.goto(gallery);
  await page.waitForSelector('a');
  const states = (await page.$$eval('a', (links) => links.map((link) => link.textContent))).filter((state) =>
    state.includes(values.only ?? ''),
  );
  for (const look of LOOKS) {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: look.scheme },
      { name: 'prefers-reduced-motion', value: look.motion ?? 'no-preference' },
    ]);
    await forceColours(page, look.forced ?? 'none');
    for (const state of states) {
      const isPage = /^(?:export|diagnostics|verifier|settings|welcome|rehearsal)-/.test(state);
      for (const width of isPage && look.wide ? [look.width, 1100] : [look.width]) {
        await page.setViewport({ width, height: look.height ?? 600, deviceScaleFactor: look.scale ?? 1 });
        await page.goto(`${gallery}?state=${state}&lang=${look.lang}&dir=${look.dir ?? ''}`);
        await page.addStyleTag({ content: `html { font-size: ${look.text}% !important }` });
        await page.waitForSelector('main');
        if (/^(?:help|filed)-?/.test(state)) {
          await page.$$eval('.help, .seen-hidden, .kept-documents', (folded) => {
            for (const help of folded) help.open = true;
          });
        }
        const label = `${state}-${look.name}${width === look.width ? '' : `-${width}`}`;
        await check(page, label, look);
        await page.screenshot({ path: join(out, `${label}.png`), fullPage: true });
      }
    }
  }
  await page.setViewport({ width: 360, height: 600 });
  const open = async (state) => {
    await page.goto(`${gallery}?state=${state}&lang=fr`);
    await page.waitForSelector('main');
  };
  problems.push(...(await findKeyboardProblems(page, open)), ...(await findMovingButtons(page, open)));
} finally {
  await browser.close();
  await server.close();
}
for (const problem of problems) console.error(problem);
if (!kept) rmSync(out, { recursive: true, force: true });
console.log(`${problems.length} problem(s)${kept ? `; pictures in ${out}` : ''}`);
process.exit(problems.length === 0 ? 0 : 1);
