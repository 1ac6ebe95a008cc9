import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { login } from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import { allTexts, checkChainInShell, checkManifest, type Unpacked, unpack } from './bundle-checks.ts';
import { exportDossier, photograph, sayForWhom } from './person.ts';
import { capturesOf, incidentsOf } from './records.ts';
import { browserName, builtExtension, openStage, type Stage } from './stage.ts';
import { parsedLines, readBadge, readStored } from './stored.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const WARNING = 'Répétition : ceci n’est pas une preuve';
const folded = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, ' ');

const openWelcomes = (stage: Stage): Promise<number> =>
  stage.witnessed.evaluateInBackground(`
    (globalThis.browser ?? chrome).tabs.query({}).then((tabs) =>
      tabs.filter(({ url }) => url?.endsWith('/welcome.html')).length)`);

describe('the first-run page', () => {
  let stage: Stage;
  let welcome: Surface;

  beforeAll(async () => {
    stage = await openStage({ keepWelcome: true });
    welcome = await stage.witnessed.waitForExtensionPage('/welcome.html');
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('opens once, at install', async () => {
    await welcome.waitForText('Le témoin est prêt');
    expect(await openWelcomes(stage)).toBe(1);
  });

  it('shows how this browser keeps a button in view', async () => {
    const text = await welcome.text();
    expect(text.includes('Épingler à la barre d’outils')).toBe(browserName === 'firefox');
    expect(text.includes('cliquez sur l’épingle')).toBe(browserName === 'chromium');
  });

  it('has one line for each permission of the manifest', async () => {
    const manifest = JSON.parse(readFileSync(`${builtExtension(browserName)}/manifest.json`, 'utf8'));
    const named = await welcome.evaluate(() =>
      [...document.querySelectorAll('.permissions code')].map(({ textContent }) => textContent),
    );
    expect([...named].sort()).toEqual([...manifest.permissions].sort());
  });

  it('speaks English once asked to, and so does the rest', async () => {
    await welcome.click('text=English');
    await welcome.waitForText('The witness is ready');
    const popup = await stage.witnessed.popupOver('/welcome.html');
    await popup.waitForText('How it works');
    await popup.click('text=Français');
    await popup.close();
    await welcome.waitForText('Le témoin est prêt');
  });

  it('comes back from a link in the popup', async () => {
    await welcome.close();
    const page = await stage.witnessed.newPage();
    const popup = await stage.witnessed.popup(page);
    await popup.waitForText('Ce site n’est pas suivi');
    // Chromium closes the popup under the click, before it is over.
    await popup.click('text=Comment ça marche').catch(() => undefined);
    await (await stage.witnessed.waitForExtensionPage('/welcome.html')).close();
    expect(await openWelcomes(stage)).toBe(0);
  });

  it('does not open at an update', async () => {
    await stage.witnessed.update(builtExtension(browserName));
    // The background has handled its update once it answers after it, and a tab would be on its way.
    await stage.witnessed.newPage(stage.portal.urls.replica);
    expect(await openWelcomes(stage)).toBe(0);
  });
});

describe('a rehearsal, without the portal', () => {
  let stage: Stage;
  let rehearsal: Surface;
  let popup: Surface;
  let zip: string;
  let bundle: Unpacked;
  const countOf = async (kind: string) =>
    (await readStored(stage.witnessed)).files.filter((file) => file.kind === kind).length;

  beforeAll(async () => {
    stage = await openStage({ keepWelcome: true });
    const welcome = await stage.witnessed.waitForExtensionPage('/welcome.html');
    await welcome.click('text=Commencer la répétition');
    rehearsal = await stage.witnessed.waitForExtensionPage('/rehearsal.html');
    await rehearsal.waitForText('Ce n’est pas le portail ANEF');
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('notices the failure, not before there is one, and the badge counts it', async () => {
    expect((await readBadge(stage.witnessed)).text).not.toBe('1');
    expect((await readStored(stage.witnessed)).waiting).toEqual([]);
    await rehearsal.click('text=Envoyer');
    await rehearsal.waitForText('Une erreur technique est survenue');
    await expect.poll(async () => (await readBadge(stage.witnessed)).text).toBe('1');
    const { waiting } = await readStored(stage.witnessed);
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.every(({ room }) => room.startsWith('rehearsal|'))).toBe(true);
  });

  it('opens the popup over the page as over the portal, with the label ready', async () => {
    popup = await stage.witnessed.popupOver('/rehearsal.html');
    await popup.waitForText('Rien de ce que vous faites ici n’est une preuve');
    await popup.waitForText('La photo montre tout ce qui est à l’écran');
    await popup.click('text=Démarrer le témoin');
    await popup.waitForText('Photos probablement possibles');
    await popup.waitForText('Pour qui ?');
    await popup.click('text=Créer ce dossier');
    await popup.waitForText('Dossier Répétition');
  });

  it('photographs the page', async () => {
    expect(await photograph(popup, 'Je m’exerce.')).toContain('enregistré, photo comprise');
    expect(await countOf('picture')).toBe(1);
  });

  it('photographs the next failure by itself', async () => {
    await popup.close();
    await rehearsal.click('text=Envoyer');
    await expect.poll(() => countOf('picture')).toBe(2);
  });

  it('exports a bundle that the verifier finds whole and calls a rehearsal', async () => {
    popup = await stage.witnessed.popupOver('/rehearsal.html');
    await popup.waitForText('Dossier Répétition');
    const exported = await exportDossier(stage, popup);
    expect(folded(await exported.page.text())).toContain(WARNING);
    await exported.page.close();
    zip = exported.path;
    expect(basename(zip)).toMatch(/^repetition-[0-9a-f]{8}-\d{8}\.zip$/);
    bundle = unpack(zip);
    expect(checkManifest(bundle, 'manifest-sha256.txt')).toBeGreaterThan(5);
    expect(checkManifest(bundle, 'tagmanifest-sha256.txt')).toBeGreaterThan(2);
    expect(checkChainInShell(bundle)).toBeGreaterThanOrEqual(4);
    const said = execFileSync('npm', ['run', '--silent', 'verify', '--', zip], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(said).toContain('INTACT');
    expect(said).toContain('RÉPÉTITION : ceci n’est pas une preuve');
  });

  it('says on each page of it that it is no evidence', () => {
    const pdf = 'data/pieces/01_Chronologie_des_tentatives.pdf';
    const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { cwd: bundle.folder, encoding: 'utf8' })
      .split('\f')
      .slice(0, -1);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.filter((page) => !folded(page).includes(WARNING))).toEqual([]);
    expect(bundle.read('LISEZMOI.txt')).toMatch(/^REPETITION : CECI N'EST PAS UNE PREUVE/);
    expect(bundle.read('bag-info.txt')).toContain(WARNING);
    expect(JSON.parse(bundle.read('data/dossier.json'))).toMatchObject({ rehearsal: true });
    expect(bundle.read('data/journal.jsonl').split('\n')[0]).toContain('"rehearsal":true');
  });

  it('records the extension as the place, and nothing that tells this browser from another', () => {
    const captures = capturesOf(bundle);
    expect(captures.map(({ page }) => `${page.origin}${page.path}`)).toEqual(
      captures.map(() => 'extension://anef-temoin/rehearsal.html'),
    );
    expect(incidentsOf(bundle).map(({ host }) => host)).toEqual(['anef-temoin', 'anef-temoin']);
    expect(captures.filter(({ image, snapshot }) => image && snapshot)).toHaveLength(2);
    expect(allTexts(bundle)).not.toContain(new URL(stage.witnessed.origin).host);
  });

  it('is nowhere to be seen in a session of the portal', async () => {
    const page = await stage.witnessed.newPage();
    await login(page, 'ak');
    popup = await stage.witnessed.popup(page);
    await popup.waitForText('Pour qui ?');
    const text = await popup.text();
    expect(text).not.toMatch(/répétition|À ranger/i);
    expect(await popup.evaluate(() => document.querySelector<HTMLInputElement>('input')?.value)).toBe('');
    await sayForWhom(popup, 'Z. Q.');
    await popup.close();
    const lines = parsedLines(await readStored(stage.witnessed));
    const marked = lines.filter((line) => 'rehearsal' in line).map(({ dossier }) => dossier);
    expect(marked).toEqual([bundleId(bundle)]);
    const real = lines.filter(({ dossier }) => !marked.includes(dossier));
    expect(real.map(({ type }) => type)).toEqual(['dossier.opened', 'session.bound']);
    await page.close();
  });

  it('is erased with one click, and nothing else with it', async () => {
    await rehearsal.click('text=Effacer la répétition');
    await rehearsal.waitForText('C’est effacé');
    const left = await readStored(stage.witnessed);
    expect(left.files).toEqual([]);
    expect(left.waiting).toEqual([]);
    expect(parsedLines(left).map(({ type }) => type)).toEqual(['dossier.opened', 'session.bound']);
    expect(await stage.witnessed.evaluateInBackground(keyOwners)).not.toContain(bundleId(bundle));
  });

  it('can be done again', async () => {
    await rehearsal.click('text=Envoyer');
    await expect.poll(async () => (await readStored(stage.witnessed)).waiting.length).toBeGreaterThan(0);
    popup = await stage.witnessed.popupOver('/rehearsal.html');
    await popup.waitForText('Pour qui ?');
    expect(await popup.text()).not.toContain('Z. Q.');
    await popup.click('text=Créer ce dossier');
    await popup.waitForText('Dossier Répétition');
    await popup.close();
    expect((await readStored(stage.witnessed)).waiting).toEqual([]);
  });
});

const bundleId = (bundle: Unpacked): string =>
  (JSON.parse(bundle.read('data/dossier.json')) as { id: string }).id;

const keyOwners = async (): Promise<unknown[]> => {
  const database = await new Promise<IDBDatabase>((done, fail) => {
    const opening = indexedDB.open('anef-temoin');
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const keys = await new Promise<unknown[]>((done, fail) => {
    const asked = database.transaction('keys').objectStore('keys').getAllKeys();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  database.close();
  return keys;
};
