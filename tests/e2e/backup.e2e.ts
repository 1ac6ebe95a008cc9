import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../lib/node/verify-bundle.ts';
import { decipherAge } from '../browser/backup/decipher-age.ts';
import { createProfile } from '../long/profile.ts';
import { login } from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import { photograph, startFor } from './person.ts';
import { openStage, type Stage } from './stage.ts';
import { readStored, type StoredState } from './stored.ts';

const PASSPHRASE = 'cinq chevaux bleus dorment ici';
const PATIENT = { timeout: 30_000 };
const PICTURES = process.env.E2E_PICTURES;

/** One browser makes a back-up and is gone; a second one, new, has everything again; a third one is the second later. */
describe('a back-up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  let profile: Awaited<ReturnType<typeof createProfile>>;
  let first: StoredState;
  let backup: string;
  let stage: Stage;
  let settings: Surface;
  let bundle: string;

  const look = async (surface: Surface, name: string) => {
    if (PICTURES)
      await surface.screenshot(`${PICTURES}/${stage.witnessed.name}-${name}.png`, { fullPage: true });
  };
  /** Download folders go with their browser. */
  const download = async (): Promise<string> => {
    const path = await stage.witnessed.waitForDownload(PATIENT);
    const kept = join(folder, `${basename(stage.witnessed.downloadDir)}-${basename(path)}`);
    copyFileSync(path, kept);
    return kept;
  };
  const restore = async (path: string, passphrase: string) => {
    await settings.setFiles('input[name="backup"]', path);
    await settings.waitFor('input[name="passphrase"]');
    // What was typed before stays after a failure.
    await settings.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('input[name="passphrase"]');
      if (field) field.value = '';
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await settings.type('input[name="passphrase"]', passphrase);
    await settings.click('text=Restaurer');
  };

  beforeAll(async () => {
    profile = await createProfile();
    stage = await openStage();
    const page = await stage.witnessed.newPage();
    await login(page, 'ak');
    const popup = await startFor(stage, page, 'A. K.');
    await photograph(popup, 'Avant la sauvegarde.');
    await popup.close();
    settings = await stage.witnessed.openExtensionPage('/settings.html');
    await settings.click('text=Faire une sauvegarde');
    await settings.type('input[name="passphrase"]', PASSPHRASE);
    await settings.type('input[name="again"]', PASSPHRASE);
    await look(settings, 'passphrase');
    await settings.click('text=Créer le fichier');
    await settings.waitForText('La sauvegarde est prête', PATIENT);
    expect(await settings.text()).toContain('1 dossier, 1 capture');
    await look(settings, 'made');
    backup = await download();
    first = await readStored(stage.witnessed);
    await stage.close();
    stage = await openStage({ userDataDir: profile.dir });
    settings = await stage.witnessed.openExtensionPage('/settings.html');
    await settings.click('text=Restaurer une sauvegarde');
  });
  afterAll(async () => {
    await stage?.close();
    await profile?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is a file of the format age, with nothing in clear', () => {
    const bytes = readFileSync(backup);
    expect(basename(backup)).toMatch(/anef-temoin-sauvegarde-\d{8}\.zip\.age$/);
    expect(bytes.subarray(0, 60).toString('latin1')).toMatch(
      /^age-encryption\.org\/v1\n-> scrypt [\w+/]{22} 18\n/,
    );
    for (const clear of ['A. K.', 'dossier.opened', 'PNG', 'journal.jsonl'])
      expect(bytes.includes(clear)).toBe(false);
    const clear = decipherAge(bytes, PASSPHRASE);
    for (const { line } of first.lines) expect(clear.includes(line)).toBe(true);
  });

  it('with another passphrase, or of another kind, gives a sentence and changes nothing', async () => {
    await restore(backup, `${PASSPHRASE} `);
    await settings.waitForText('Ce n’est pas la phrase de cette sauvegarde', PATIENT);
    await look(settings, 'wrong');
    const other = join(folder, 'autre.zip.age');
    writeFileSync(other, 'PK, no back-up');
    await restore(other, PASSPHRASE);
    await settings.waitForText('n’est pas une sauvegarde', PATIENT);
    expect(await readStored(stage.witnessed)).toEqual({ lines: [], files: [], waiting: [] });
  });

  it('gives a new browser the same chain and the same files', async () => {
    await restore(backup, PASSPHRASE);
    await settings.waitForText('La sauvegarde est restaurée', PATIENT);
    expect(await settings.text()).toContain('1 dossier, 1 capture');
    await look(settings, 'restored');
    expect(await readStored(stage.witnessed)).toEqual(first);
  });

  it('is exported there as a whole bundle, sealed by the key of that browser', async () => {
    const page = await stage.witnessed.openExtensionPage(`/export.html#${first.lines[0]?.dossier}`);
    await page.click('text=Créer le fichier');
    bundle = await download();
    expect(await verifyBundle(bundle)).toMatchObject({ verdict: 'intact', level: 'sealed' });
    await page.close();
  });

  it('a bundle is kept as it is, once, apart from the dossiers', async () => {
    const before = await readStored(stage.witnessed);
    const page = await stage.witnessed.openExtensionPage('/verifier.html');
    for (const answer of ['La copie est gardée', 'déjà gardé']) {
      await page.setFiles('input[name="archive"]', bundle);
      await page.click('text=Garder une copie dans l’extension', PATIENT);
      await page.waitForText(answer, PATIENT);
    }
    await look(page, 'kept');
    expect(await readStored(stage.witnessed)).toEqual(before);
    await stage.close();
    await profile.keepAddress(stage.witnessed);
  });

  it('and is there after the browser has been started again, byte for byte, until it is erased', async () => {
    stage = await openStage({ userDataDir: profile.dir });
    const page = await stage.witnessed.openExtensionPage('/verifier.html');
    await page.waitForText('scellé par la clé', PATIENT);
    await page.click('text=Vérifier de nouveau');
    await page.waitFor('[data-verdict="intact"]', PATIENT);
    await look(page, 'imports');
    await page.click('text=Enregistrer le fichier');
    expect(readFileSync(await download()).equals(readFileSync(bundle))).toBe(true);
    await page.click('text=Effacer');
    await page.click('text=Effacer la copie');
    await page.waitFor(() => document.querySelector('[data-import]') === null);
  });
});
