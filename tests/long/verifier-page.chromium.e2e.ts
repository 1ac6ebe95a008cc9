import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATHS } from '../../lib/core/bundle/layout.ts';
import { buildVerifier } from '../../scripts/build/verifier.mjs';
import { sampleDossier } from '../app/fixtures/sample-dossier.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { until } from '../e2e/until.ts';
import { entriesOf, type Files, rehash, setText } from '../node/fixtures/tamper.ts';
import { generateBundle } from '../reader/fixtures/generated-bundle.ts';
import { malform } from '../reader/fixtures/malform.ts';
import { bundleOf, failing, verifyZip, zipOf } from '../reader/fixtures/opened.ts';
import { sampleTamperings } from '../reader/fixtures/sampled-tamperings.ts';
import { chanceFrom, countFrom } from './chance.ts';

/** `verifier.html` itself, opened from the disk, says of each archive what the command line says. */
describe('the page of a bundle', { timeout: 1_200_000 }, () => {
  const MALFORMED = countFrom('VERIFIER_PAGE_MALFORMED', 400);
  const BUNDLES = countFrom('VERIFIER_PAGE_BUNDLES', 60);
  const folder = mkdtempSync(join(tmpdir(), 'verifier-page-'));
  let stage: Stage;
  let page: Page;
  let topFolder: string;
  let files: Files;
  let count = 0;

  beforeAll(async () => {
    stage = await openStage();
    ({ topFolder, files } = await bundleOf(sampleDossier().source()));
    writeFileSync(join(folder, 'verifier.html'), (await buildVerifier()).html);
    page = await stage.witnessed.newPage();
    await page.goto(pathToFileURL(join(folder, 'verifier.html')).href);
    await page.waitForSelector('input[name="archive"]');
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the page says of this archive, which it knows by a name of its own. */
  async function answerTo(zip: Uint8Array) {
    const name = `${++count}.zip`;
    const path = join(folder, name);
    writeFileSync(path, zip);
    const input = await page.$('input[name="archive"]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
    let said = { name: '', verdict: '', failing: [''], injected: 0 };
    await until(`an answer for ${name}`, async () => {
      said = await page.evaluate(() => ({
        name: (document.querySelector('.verifier-name')?.textContent ?? '').replace(/[\u2066-\u2069]/g, ''),
        verdict: document.querySelector('.verifier-verdict')?.getAttribute('data-verdict') ?? '',
        failing: [...document.querySelectorAll('[data-check]:not([data-outcome="pass"])')].map(
          (check) => check.getAttribute('data-check') ?? '',
        ),
        injected: document.querySelectorAll('main img, main script, main iframe, main b').length,
      }));
      return said.name === name;
    });
    rmSync(path);
    return said;
  }
  const both = async (zip: Uint8Array<ArrayBuffer>) => {
    const report = await verifyZip(zip);
    const said = await answerTo(zip);
    return {
      report,
      same:
        said.verdict === report.verdict &&
        said.injected === 0 &&
        JSON.stringify(said.failing) === JSON.stringify(failing(report)),
      said: `${said.verdict} ${said.failing}`,
    };
  };

  it('names each sort of tampering, with each file', async () => {
    const wrong: string[] = [];
    for (const { sort, by, zip } of sampleTamperings(topFolder, files, chanceFrom(1), { every: true })) {
      const { report, same, said } = await both(zip());
      const named = ['key', 'unreadable'].includes(by) || failing(report).includes(by);
      if (!same || !named) wrong.push(`${sort}: ${said}, on the command line ${report.verdict}`);
    }
    expect(wrong).toEqual([]);
  });

  it('answers what is hostile, and shows it as text', async () => {
    const evil = '<img src=x onerror="document.title=1">';
    const put = (path: string, text: string) => {
      const changed = new Map(files);
      setText(changed, path, text);
      rehash(changed);
      return zipOf(entriesOf(topFolder, changed));
    };
    const wrong: string[] = [];
    for (const [name, zip] of [
      ['markup for a name', put(`data/${evil}`, 'x')],
      ['a page with scripts', put('data/captures/000005.html', `<script>document.title=1</script>${evil}`)],
      [
        'prototype keys',
        put(PATHS.dossier, '{"__proto__":{"rehearsal":true},"constructor":{"prototype":1}}'),
      ],
      ['brackets', put(PATHS.dossier, '['.repeat(2_000_000))],
      ['a long line', put(PATHS.journal, 'x'.repeat(50_000_000))],
      ['a wrong encoding', put(PATHS.journal, '\ufeff\ud800\u0000')],
      ['a bomb', zipOf([['top/bagit.txt', new Uint8Array(2 ** 28)]], { deflate: true })],
    ] as const) {
      const { report, same, said } = await both(zip);
      if (!same) wrong.push(`${name}: ${said}, on the command line ${report.verdict}`);
    }
    expect(wrong).toEqual([]);
    expect(await page.title()).not.toBe('1');
  });

  it(`answers ${MALFORMED} malformed archives as the command line does`, async () => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= MALFORMED; seed++) {
      const { bytes, kind } = malform(chanceFrom(seed), topFolder, files);
      const { report, same, said } = await both(bytes);
      if (!same) wrong.push(`seed ${seed} (${kind}): ${said}, on the command line ${report.verdict}`);
    }
    expect(wrong).toEqual([]);
  });

  it(`finds ${BUNDLES} bundles intact`, async () => {
    for (let seed = 1; seed <= BUNDLES; seed++) {
      const made = await generateBundle(chanceFrom(seed));
      const zip = zipOf(entriesOf(made.topFolder, made.files));
      expect(await answerTo(zip), `seed ${seed}`).toMatchObject({ verdict: 'intact', failing: [] });
    }
  });
});
