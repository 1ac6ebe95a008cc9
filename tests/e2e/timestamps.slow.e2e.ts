import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineStampCommand, manifestStampCommand } from '../../lib/core/bundle/readme-timestamps.ts';
import { readableFingerprint } from '../../lib/core/seal/device-key.ts';
import { readRequest, timestampRequest } from '../../lib/core/timestamp/request.ts';
import { verifyBundle } from '../../lib/node/verify-bundle.ts';
import { readRoots } from '../../lib/reader/roots.ts';
import { type Authority, createAuthority } from '../authority/authority.ts';
import { createAnswering } from '../authority/serve-authority.ts';
import { AUTHORITY_HOST } from '../portal/hosts.mjs';
import type { Surface } from './browser/surface.ts';
import { checkBag, checkManifest, checkSeals, unpack } from './bundle-checks.ts';
import { exportDossier, photograph, startedPage } from './person.ts';
import { openStage, type Stage } from './stage.ts';
import { parsedLines, readStored } from './stored.ts';
import { until } from './until.ts';

const PATIENT = { timeout: 45_000 };
const PICTURES = process.env.E2E_PICTURES;

/** An authority stands where the settings say, under its own name: nothing is changed in the extension. */
describe('timestamps', () => {
  let stage: Stage;
  let authority: Authority;
  let answering: ReturnType<typeof createAnswering>;
  let portal: Page;
  let settings: Surface;

  const types = async () => parsedLines(await readStored(stage.witnessed)).map(({ type }) => type);
  const settled = (what: string) => expect.poll(async () => (await types()).at(-1), PATIENT).toBe(what);
  const look = async (surface: Surface, name: string) => {
    if (PICTURES)
      await surface.screenshot(`${PICTURES}/${stage.witnessed.name}-${name}.png`, { fullPage: true });
  };
  const takePicture = async (statement: string) => {
    await portal.bringToFront();
    const popup = await stage.witnessed.popup(portal);
    await photograph(popup, statement);
    await popup.close();
  };

  beforeAll(async () => {
    authority = createAuthority();
    authority.answer(timestampRequest('00'.repeat(32), '41')); // its keys are made
    answering = createAnswering(authority);
    stage = await openStage();
    stage.portal.answerAt(AUTHORITY_HOST, answering.listener);
    await stage.witnessed.grantHosts(`https://${AUTHORITY_HOST}/*`);
    portal = await startedPage(stage);
    await takePicture('Avant d’activer l’horodatage.');
  });
  afterAll(async () => {
    await stage?.close();
    authority?.close();
  });

  it('ask nobody anything before they are switched on', async () => {
    expect(await types()).toContain('capture');
    expect(answering.queries).toEqual([]);
  });

  it('are switched on in the settings, which the popup leads to', async () => {
    const popup = await stage.witnessed.popup(portal);
    await popup.click('text=Réglages').catch(() => undefined); // Chromium may close it under the click
    settings = await stage.witnessed.waitForExtensionPage('/settings.html');
    await settings.waitForText('Désactivé');
    await look(settings, 'settings-off');
    await settings.click('text=Activer l’horodatage');
    await settings.waitForText('Désactiver l’horodatage', PATIENT);
    expect(answering.queries).toEqual([]);
  });

  it('a capture is stamped: a hash leaves, and the token comes into the chain', async () => {
    await takePicture('Le bouton ne répond pas.');
    await settled('timestamp');
    const { lines, files } = await readStored(stage.witnessed);
    const stamp = JSON.parse(lines.at(-1)?.line ?? '{}');
    expect(stamp).toMatchObject({ authority: AUTHORITY_HOST, of: stamp.seq - 1 });
    expect(files.find(({ kind }) => kind === 'reply')).toMatchObject({
      seq: stamp.of,
      sha256: stamp.tokenSha256,
    });
    expect(answering.queries).toHaveLength(1);
    expect(answering.queries[0]?.length).toBeLessThan(80);
    expect(readRequest(new Uint8Array(answering.queries[0] ?? []))).toMatchObject({ imprint: stamp.prev });
  });

  it('an authority that refuses is told of in the chain, and asked again', async () => {
    answering.behave({ refusing: true });
    await takePicture('Toujours rien.');
    await settled('timestamp.failed');
    answering.behave({});
    await takePicture('Encore une fois.');
    await settled('timestamp');
  });

  it('the settings say what came, and whose key seals', async () => {
    settings = await stage.witnessed.openExtensionPage('/settings.html');
    await settings.waitForText('Dernière réponse reçue');
    await settings.waitForText('Copier l’empreinte');
    await look(settings, 'settings-on');
  });

  it('an exported bundle is checked by openssl, and by the verifier', async () => {
    await portal.bringToFront();
    const popup = await stage.witnessed.popup(portal);
    const { path, page } = await exportDossier(stage, popup);
    await page.waitForText(`Une autorité a horodaté ce fichier : ${AUTHORITY_HOST}`);
    await look(page, 'export-stamped');
    const bundle = unpack(path);
    checkManifest(bundle, 'manifest-sha256.txt');
    checkManifest(bundle, 'tagmanifest-sha256.txt');
    expect(checkBag(bundle)).toContain('rfc8493.py');
    const key = checkSeals(bundle);
    const shown = await settings.evaluate(
      () => document.querySelector('.settings-fingerprint')?.textContent?.trim() ?? '',
    );
    expect(shown).toBe(readableFingerprint(key));

    const stamped = bundle.files.flatMap((file) => {
      const seq = /^scelles\/journal-(\d+)\.tsr$/.exec(file)?.[1];
      return seq === undefined ? [] : [Number(seq)];
    });
    expect(stamped).toHaveLength(2);
    const commands = [
      manifestStampCommand(authority.root),
      ...stamped.map((seq) => lineStampCommand(seq, authority.root)),
    ];
    for (const command of commands) {
      const said = execFileSync('sh', ['-c', `${command} 2>&1`], { cwd: bundle.folder, encoding: 'utf8' });
      expect(said).toContain('Verification: OK');
    }
    const roots = readRoots(new Uint8Array(readFileSync(authority.root)));
    expect(await verifyBundle(path, key, roots)).toMatchObject({
      level: 'stamped',
      timestamps: { journal: { count: 2 }, known: true },
    });
    const told = execFileSync('node', ['scripts/verify-bundle.ts', path, '--racine', authority.root], {
      cwd: join(import.meta.dirname, '../..'),
      encoding: 'utf8',
    });
    expect(told).toContain('horodaté par une autorité');

    const verifier = await stage.witnessed.openExtensionPage('/verifier.html');
    await verifier.setFiles('input[name="archive"]', path);
    await verifier.waitFor('[data-level="sealed"][data-reached]');
    expect(
      await verifier.evaluate(() => document.querySelector('[data-level="stamped"][data-reached]')),
    ).toBe(null);
    await verifier.setFiles('input[name="roots"]', authority.root);
    await verifier.waitFor('[data-level="stamped"][data-reached]');
    await verifier.close();
    await page.close();
  });

  it('once switched off, nothing leaves any more', async () => {
    const before = answering.queries.length;
    await settings.click('text=Désactiver l’horodatage');
    await settings.waitForText('Activer l’horodatage', PATIENT);
    const lines = (await types()).length;
    await takePicture('Après.');
    await until('the capture', async () => (await types()).length > lines);
    expect((await types()).at(-1)).toBe('capture');
    expect(answering.queries).toHaveLength(before);
  });
});
