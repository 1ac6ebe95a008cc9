import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillRequest, login, sendRequest } from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import { type Unpacked, unpack } from './bundle-checks.ts';
import { exportDossier, photograph, startFor } from './person.ts';
import { browserName, openStage, type Stage } from './stage.ts';
import { until } from './until.ts';

/** A bundle of the real extension, checked by the page that travels with it and by the extension's own. */
describe('the verifier', () => {
  let stage: Stage;
  let zip: string;
  let bundle: Unpacked;
  let tampered: string;
  let page: Page;
  const asked: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'verifier-'));

  /** One figure of one record is no longer what it was. */
  const tamper = (): string => {
    const copy = join(folder, basename(bundle.folder));
    cpSync(bundle.folder, copy, { recursive: true });
    const path =
      bundle.files.find((each) => /^data\/incidents\//.test(each) && bundle.read(each).includes(':500')) ??
      '';
    writeFileSync(join(copy, path), bundle.read(path).replace('"httpStatus":500', '"httpStatus":404'));
    execFileSync('zip', ['-q', '-r', 'altere.zip', basename(copy)], { cwd: folder });
    return join(folder, 'altere.zip');
  };
  const give = async (name: string, path: string) => {
    const input = await page.$(`input[name="${name}"]`);
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  };
  /** What the page says once it has looked at a file of that name. */
  const answerFor = async (name: string) => {
    let said = { name: '', verdict: '', level: '', failing: [''], text: '' };
    await until(`an answer for ${name}`, async () => {
      said = await page.evaluate(readAnswer);
      return said.name === name;
    });
    return said;
  };
  const readAnswer = () => ({
    name: (document.querySelector('.verifier-name')?.textContent ?? '').replace(/[\u2066-\u2069]/g, ''),
    verdict: document.querySelector('.verifier-verdict')?.getAttribute('data-verdict') ?? '',
    level:
      [...document.querySelectorAll('[data-level][data-reached]')].at(-1)?.getAttribute('data-level') ?? '',
    failing: [...document.querySelectorAll('[data-check]:not([data-outcome="pass"])')].map(
      (check) => check.getAttribute('data-check') ?? '',
    ),
    text: document.body.innerText,
  });

  beforeAll(async () => {
    stage = await openStage();
    const portal = await stage.witnessed.newPage();
    await login(portal, 'ak');
    const first = await startFor(stage, portal, 'A. K.');
    await first.close();
    await fillRequest(portal);
    stage.portal.setScenario('send-500');
    if (stage.witnessed.name === 'firefox') await (await stage.witnessed.popup(portal)).close();
    await sendRequest(portal);
    const popup = await stage.witnessed.popup(portal);
    await popup.waitForText('Le portail a répondu par une erreur');
    await photograph(popup, 'Je voulais envoyer ma demande <b>ce jour</b>.');
    const exported = await exportDossier(stage, popup);
    zip = exported.path;
    await exported.page.close();
    bundle = unpack(zip);
    tampered = tamper();
    page = await stage.witnessed.newPage();
    page.on('request', (request) => void asked.push(request.url()));
    await page.goto(pathToFileURL(join(bundle.folder, 'verifier.html')).href);
    await page.waitForSelector('input[name="archive"]');
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true, force: true });
    if (bundle) rmSync(dirname(bundle.folder), { recursive: true, force: true });
  });

  it('is in the bundle, named by its tag manifest, with a policy that lets nothing in or out', () => {
    expect(bundle.read('tagmanifest-sha256.txt')).toMatch(/^[0-9a-f]{64} {2}verifier\.html$/m);
    expect(bundle.read('verifier.html')).toMatch(
      /content="default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'"/,
    );
  });

  it('opened from the disk, finds the whole bundle intact and sealed', async () => {
    await give('archive', zip);
    const said = await answerFor(basename(zip));
    expect(said).toMatchObject({ verdict: 'intact', level: 'sealed', failing: [] });
    expect(said.text).toContain('prenez le vérificateur ailleurs');
    expect(said.text).toContain('127.0.0.1');
  });

  it('compares the key with that of another bundle, and with a fingerprint that is typed', async () => {
    const compared = () =>
      page.evaluate(() => document.querySelector('[data-compared]')?.getAttribute('data-compared'));
    expect(await compared()).toBe('not-compared');
    await give('earlier', zip);
    await until('the same key', async () => (await compared()) === 'same');
    await page.type('.field input', '0'.repeat(64));
    await until('another key', async () => (await compared()) === 'other');
    expect((await page.evaluate(readAnswer)).level).toBe('intact');
  });

  it('names what was changed', async () => {
    await give('archive', tampered);
    const said = await answerFor('altere.zip');
    expect(said).toMatchObject({
      verdict: 'altered',
      level: '',
      failing: ['payload', 'commitments', 'figures'],
    });
  });

  it('speaks English too', async () => {
    await page.click('.language-switch [lang="en"]');
    await until('English', async () => (await page.evaluate(readAnswer)).text.includes('Altered'));
  });

  it('answers a file that is no bundle with a sentence', async () => {
    await give('archive', join(bundle.folder, 'LISEZMOI.txt'));
    expect((await answerFor('LISEZMOI.txt')).text).toContain('not a ZIP archive');
  });

  // Firefox's protocol gives a page files, and no folder.
  if (browserName === 'chromium') {
    it('reads the unpacked folder', async () => {
      await give('folder', bundle.folder);
      expect(await answerFor(basename(bundle.folder))).toMatchObject({ verdict: 'intact', level: 'sealed' });
    });
  }

  it('asks for nothing but itself', () => {
    // A font of Firefox's own comes as `data:`, which asks nobody.
    expect(asked.filter((url) => !/^(?:data:|file:.*\/verifier\.html$)/.test(url))).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
  });

  it('says the same as a page of the extension, which the popup leads to', async () => {
    const portal = await stage.witnessed.newPage();
    const popup = await stage.witnessed.popup(portal);
    await popup.click('text=Vérifier un dossier exporté');
    const own: Surface = await stage.witnessed.waitForExtensionPage('/verifier.html');
    await own.setFiles('input[name="archive"]', zip);
    await own.waitForText('Intact');
    expect(await own.evaluate(readAnswer)).toMatchObject({ verdict: 'intact', level: 'sealed', failing: [] });
    expect(await own.text()).not.toContain('prenez le vérificateur ailleurs');
    await own.setFiles('input[name="archive"]', tampered);
    await own.waitForText('Altéré');
    expect(await own.evaluate(readAnswer)).toMatchObject({
      verdict: 'altered',
      failing: ['payload', 'commitments', 'figures'],
    });
  });
});
