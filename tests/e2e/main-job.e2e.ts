import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMITMENT_COMMAND, checkCommands } from '../../lib/core/bundle/check-commands.ts';
import { DISTINCTIVE, FICTITIOUS } from '../portal/fictitious.mjs';
import { fillRequest, login, sendRequest } from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import {
  checkBag,
  checkChainInShell,
  checkManifest,
  checkSeals,
  foundIn,
  storedAfter,
  type Unpacked,
  unpack,
} from './bundle-checks.ts';
import { exportDossier, photograph, startFor } from './person.ts';
import { secretsSeen } from './secrets.ts';
import { openStage, type Stage } from './stage.ts';
import { readBadge, readStored } from './stored.ts';
import { unpackWithEach } from './unpackers.ts';

/** The whole main job: from an error on the portal to a bundle on disk. */
describe('a request whose sending fails', () => {
  let stage: Stage;
  let page: Awaited<ReturnType<Stage['witnessed']['newPage']>>;
  let popup: Surface;
  let zip: string;
  let bundle: Unpacked;

  beforeAll(async () => {
    stage = await openStage();
    page = await stage.witnessed.newPage();
    await login(page, 'ak');
    popup = await startFor(stage, page, 'A. K.');
    await popup.close();
    await fillRequest(page);
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('is noticed, and the badge counts it', async () => {
    if (stage.witnessed.name === 'firefox') await (await stage.witnessed.popup(page)).close();
    stage.portal.setScenario('send-500');
    await sendRequest(page);
    const badge = { text: '1', title: expect.stringContaining('1 incident noté') };
    await expect.poll(() => readBadge(stage.witnessed)).toEqual(badge);
  });

  it('is photographed by itself, once the witness was started', async () => {
    await expect
      .poll(
        async () => (await readStored(stage.witnessed)).files.filter(({ kind }) => kind === 'picture').length,
      )
      .toBeGreaterThan(0);
  });

  it('can be photographed by hand with a sentence', async () => {
    popup = await stage.witnessed.popup(page);
    await popup.waitForText('Le portail a répondu par une erreur');
    expect(await photograph(popup, 'Je voulais envoyer ma demande, une erreur est apparue.')).toContain(
      'enregistré, photo comprise',
    );
  });

  it('is exported', async () => {
    const exported = await exportDossier(stage, popup);
    expect(exported.path).toMatch(/dossier-[0-9a-f]{8}-\d{8}\.zip$/);
    zip = exported.path;
    bundle = unpack(zip);
    expect(bundle.files).toContain('data/pieces/01_Chronologie_des_tentatives.pdf');
  });

  it('the bundle holds under the programs of the system', () => {
    expect(checkManifest(bundle, 'manifest-sha256.txt')).toBeGreaterThan(5);
    expect(checkManifest(bundle, 'tagmanifest-sha256.txt')).toBeGreaterThan(2);
    expect(checkSeals(bundle)).toBe(JSON.parse(bundle.read('data/dossier.json')).key.spkiSha256);
    expect(checkChainInShell(bundle)).toBeGreaterThanOrEqual(4);
    expect(checkBag(bundle)).toContain('rfc8493.py');
  });

  it('each command that LISEZMOI and the verifier give says what they say, as it stands', () => {
    const shell = (script: string) =>
      execFileSync('sh', ['-c', script], { cwd: bundle.folder, encoding: 'utf8', stdio: 'pipe' });
    const { spkiSha256 } = JSON.parse(bundle.read('data/dossier.json')).key;
    const answers: Record<string, RegExp> = {
      files: /^(?:[^\n]+: OK\n)+$/,
      chain: /^\d+ lignes lues, empreinte de la derniere : [0-9a-f]{64}\n$/,
      seals: /^Verified OK\nVerified OK\n$/,
      key: new RegExp(`^${spkiSha256} `),
    };
    const commands = checkCommands(basename(bundle.folder), { sealed: true });
    for (const { about, command } of commands.filter((each) => each.about !== 'bag')) {
      expect(shell(command), about).toMatch(answers[about] ?? /^$/);
    }
    // The one for BagIt names a program that a machine may not have: `checkBag` runs it where it is.
    expect(commands.map(({ about }) => about).sort()).toEqual([...Object.keys(answers), 'bag'].sort());
    const lines = bundle
      .read('data/journal.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const records = lines.filter(({ type }) => type === 'incident' || type === 'capture');
    expect(records.length).toBeGreaterThan(2);
    for (const { type, seq, commit } of records) {
      const path = `data/${type}s/${String(seq).padStart(6, '0')}.json`;
      expect(shell(`${COMMITMENT_COMMAND} ${path}`).trim(), path).toBe(commit);
    }
  });

  it('is unpacked to the same files by each program that this machine has', () => {
    const { used, missing } = unpackWithEach(zip);
    console.info(`unpacked by ${used.join(', ')}; not on this machine: ${missing.join(', ') || 'none'}`);
    expect(used).toEqual(expect.arrayContaining(['unzip', 'zipfile']));
  });

  it('the incident was stored within a second of the answer', () => {
    expect(storedAfter(bundle, stage.portal.requests, 500)).toBeLessThanOrEqual(1_000);
  });

  it('each picture is byte for byte the stored one', async () => {
    const stored = (await readStored(stage.witnessed)).files.filter(({ kind }) => kind === 'picture');
    const exported = bundle.files
      .filter((path) => path.endsWith('.png'))
      .map((path) => createHash('sha256').update(bundle.bytes(path)).digest('hex'));
    expect(exported.sort()).toEqual(stored.map(({ sha256 }) => sha256).sort());
    expect(exported.length).toBeGreaterThanOrEqual(2);
  });

  it('nothing typed and no secret occurs in any text of it, although the page echoed all of it', async () => {
    expect(await page.evaluate(() => document.body.textContent)).toContain(FICTITIOUS.nom);
    expect(foundIn(bundle, [...DISTINCTIVE, ...secretsSeen(stage.portal.requests)])).toEqual([]);
  });

  it('says what was seen', () => {
    const captures = bundle.files
      .filter((path) => /captures\/\d+\.json$/.test(path))
      .map((path) => JSON.parse(bundle.read(path)));
    const found = captures.find(({ trigger }) => trigger.category === 'server-error');
    expect(found.trigger).toMatchObject({
      kind: 'finding',
      quote: expect.stringContaining('erreur technique'),
    });
    expect(found.http.recent.some(({ status }: { status: number }) => status === 500)).toBe(true);
    expect(found.page.route).toMatch(/^#\/demande\/etape/);
    expect(Math.abs(found.clock.serverOffsetMs)).toBeLessThan(2_000);
    expect(captures.find(({ trigger }) => trigger.kind === 'manual').statement).toContain(
      'Je voulais envoyer',
    );
  });
});
