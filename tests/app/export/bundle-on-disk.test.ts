import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CHAIN_COMMAND,
  COMMITMENT_COMMAND,
  KEY_COMMAND,
  SEAL_COMMANDS,
} from '../../../lib/core/bundle/check-commands.ts';
import { hashing } from '../../../lib/node/hashing.ts';
import { verifyBundle } from '../../../lib/node/verify-bundle.ts';
import { DOSSIER_ID } from '../fixtures/dossier.ts';
import { exportToFile, SOFTWARE } from '../fixtures/export-to-file.ts';
import { sampleDossier } from '../fixtures/sample-dossier.ts';
import { testKey } from '../fixtures/test-key.ts';
import { localHeaders } from '../fixtures/zip-headers.ts';

const has = (command: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
};

describe('a bundle on disk', () => {
  let made: Awaited<ReturnType<typeof exportToFile>>;
  let folder: string;
  const text = (path: string) => readFileSync(join(folder, path), 'utf8');
  const shell = (script: string) => execFileSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });

  beforeAll(async () => {
    made = await exportToFile(sampleDossier().source());
    execFileSync('unzip', ['-q', made.zipPath, '-d', made.folder]);
    folder = join(made.folder, made.result.topFolder);
  });
  afterAll(() => made.remove());

  it('has what format 1 says, and nothing else', () => {
    const names = execFileSync('unzip', ['-Z1', made.zipPath], { encoding: 'utf8' }).trim().split('\n');
    expect(names.map((name) => name.replace(/^dossier-0f3a9c21-20261121\//, ''))).toEqual([
      'LISEZMOI.txt',
      'data/pieces/01_Chronologie_des_tentatives.pdf',
      'bagit.txt',
      'data/journal.jsonl',
      'data/incidents.csv',
      'data/incidents/000003.json',
      'data/incidents/000004.json',
      'data/captures/000005.json',
      'data/captures/000005.png',
      'data/captures/000005.html',
      'data/captures/000006.json',
      'data/dossier.json',
      'bag-info.txt',
      'verifier.html',
      'scelles/cle-publique.pem',
      'manifest-sha256.txt',
      'scelles/manifest-sha256.txt.sig',
      'tagmanifest-sha256.txt',
      'scelles/tagmanifest-sha256.txt.sig',
    ]);
    expect(made.result).toMatchObject({
      files: names.length,
      upTo: 6,
      fileName: 'dossier-0f3a9c21-20261121.zip',
    });
  });

  it('tells sizes and CRC before the bytes, without data descriptor, with stored ASCII entries', () => {
    const headers = localHeaders(readFileSync(made.zipPath));
    expect(headers).toHaveLength(made.result.files);
    for (const header of headers) {
      expect(header).toMatchObject({ dataDescriptor: false, encrypted: false, method: 0 });
      const bytes = readFileSync(join(made.folder, header.name));
      expect(header).toMatchObject({
        size: bytes.length,
        storedSize: bytes.length,
        crc32: hashing.crc32(bytes),
      });
    }
  });

  it('is checked by sha256sum', () => {
    expect(shell('sha256sum -c manifest-sha256.txt')).not.toMatch(/FAILED/);
    expect(shell('sha256sum -c tagmanifest-sha256.txt')).toContain('LISEZMOI.txt: OK');
    expect(made.result.manifestSha256).toBe(
      hashing.sha256(readFileSync(join(folder, 'manifest-sha256.txt'))),
    );
  });

  it('lists every file of data/ in its manifest, and counts them', () => {
    const found = shell('find data -type f | sort').trim().split('\n');
    expect(
      text('manifest-sha256.txt')
        .trim()
        .split('\n')
        .map((line) => line.slice(66)),
    ).toEqual(found);
    const bytes = found.reduce((sum, path) => sum + readFileSync(join(folder, path)).length, 0);
    expect(text('bag-info.txt')).toContain(`Payload-Oxum: ${bytes}.${found.length}\n`);
    expect(text('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  });

  it('has a journal that the shell loop of LISEZMOI follows', () => {
    expect(text('LISEZMOI.txt')).toContain(CHAIN_COMMAND);
    const head = hashing.sha256(Buffer.from(text('data/journal.jsonl').trimEnd().split('\n').at(-1) ?? ''));
    expect(shell(CHAIN_COMMAND)).toBe(`6 lignes lues, empreinte de la derniere : ${head}\n`);
  });

  it('has a journal whose breach the same loop finds', () => {
    const original = text('data/journal.jsonl');
    writeFileSync(join(folder, 'data/journal.jsonl'), original.replace('"attempt":1', '"attempt":7'));
    expect(shell(CHAIN_COMMAND)).toContain('RUPTURE a la ligne 3');
    writeFileSync(join(folder, 'data/journal.jsonl'), original);
  });

  it.skipIf(!has('python3'))('opens in Python, which finds the commitments too', () => {
    const listing = execFileSync('python3', ['-m', 'zipfile', '-t', made.zipPath], { encoding: 'utf8' });
    expect(listing).toContain('Done testing');
    expect(text('LISEZMOI.txt')).toContain(COMMITMENT_COMMAND);
    const line = JSON.parse(text('data/journal.jsonl').split('\n')[4] ?? '');
    expect(shell(`${COMMITMENT_COMMAND} data/captures/000005.json`).trim()).toBe(line.commit);
  });

  it('is sealed by the key of the profile, as openssl reads it', () => {
    for (const command of SEAL_COMMANDS) {
      expect(text('LISEZMOI.txt')).toContain(command);
      expect(shell(command)).toContain('Verified OK');
    }
    expect(text('LISEZMOI.txt')).toContain(KEY_COMMAND);
    expect(shell(KEY_COMMAND)).toContain(hashing.sha256(testKey.spki));
  });

  it('describes the dossier', () => {
    const description = JSON.parse(text('data/dossier.json'));
    expect(description).toMatchObject({
      format: 'anef-dossier/1',
      id: DOSSIER_ID,
      profile: 'complete',
      exportedAt: '2026-11-21T09:04:07.000Z',
      software: { name: 'anef-temoin', ...SOFTWARE },
      synthesis: { attempts: 1, byCategory: { 'server-error': 2 } },
      withheld: [],
      key: { algorithm: 'ECDSA P-384 / SHA-256', spkiSha256: hashing.sha256(testKey.spki) },
    });
    expect(description.exhibits[0]).toMatchObject({
      number: '01',
      derivedFrom: ['data/captures/000005.png'],
    });
    expect(description.exhibits[0].sha256).toBe(
      hashing.sha256(readFileSync(join(folder, 'data/pieces/01_Chronologie_des_tentatives.pdf'))),
    );
  });

  it('has one row an incident in its table', () => {
    const rows = text('data/incidents.csv').split('\r\n');
    expect(rows[0]?.startsWith('\ufeffincident;tentative;')).toBe(true);
    expect(rows).toHaveLength(4);
    expect(rows[1]).toContain('2026-11-03T08:00:02.000Z');
    expect(rows[1]).toContain('2026-11-03T09:00:02+01:00');
    expect(rows[1]).toContain("'=HYPERLINK");
  });

  it('is intact for the verifier', async () => {
    expect(await verifyBundle(made.zipPath)).toMatchObject({ verdict: 'intact' });
  });

  it('tells its progress without going back', () => {
    const { progress } = made;
    const last = progress.at(-1);
    expect(last).toMatchObject({ phase: 'writing', done: last?.total });
    progress.forEach(({ done, total }, at) => {
      expect(total).toBe(last?.total);
      expect(done).toBeGreaterThanOrEqual(progress[at - 1]?.done ?? 0);
    });
  });

  it('is the same, byte for byte, when made again, but for the seals', async () => {
    // A signature on an elliptic curve is drawn by lot: two over the same bytes differ.
    const key = { spki: testKey.spki, sign: async () => new Uint8Array(96).fill(1) };
    const again = () => exportToFile(sampleDossier().source(), { key });
    const [one, other] = [await again(), await again()];
    expect(readFileSync(one.zipPath).equals(readFileSync(other.zipPath))).toBe(true);
    one.remove();
    other.remove();
  });
});
