import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createZipSink } from '../../lib/browser/store/zip-sink.ts';
import { PATHS } from '../../lib/core/bundle/layout.ts';
import { fileSource } from '../../lib/node/file-source.ts';
import { listZip } from '../../lib/reader/list-zip.ts';
import { exportToFile } from '../app/fixtures/export-to-file.ts';
import { sampleDossier } from '../app/fixtures/sample-dossier.ts';
import { localHeaders } from '../app/fixtures/zip-headers.ts';
import { checkBag, unpack } from '../e2e/bundle-checks.ts';
import { unpackWithEach } from '../e2e/unpackers.ts';

vi.setConfig({ testTimeout: 120_000 });

describe('a bundle opened by double click', () => {
  let made: Awaited<ReturnType<typeof exportToFile>>;
  beforeAll(async () => {
    made = await exportToFile(sampleDossier().source());
  });
  afterAll(() => made.remove());

  it('has plain names, sizes before the bytes, and what people read first', () => {
    const headers = localHeaders(readFileSync(made.zipPath));
    expect(headers.filter(({ dataDescriptor }) => dataDescriptor)).toEqual([]);
    expect(headers.filter(({ name }) => !/^dossier-[0-9a-f]{8}-\d{8}\/[\w./-]+$/.test(name))).toEqual([]);
    const below = headers.map(({ name }) => name.replace(/^[^/]+\//, ''));
    expect(below.slice(0, 2)).toEqual([PATHS.readme, PATHS.chronology]);
    expect(below.length).toBeGreaterThan(12);
  });

  it('is unpacked to the same files by each program that this machine has', () => {
    const { used, missing } = unpackWithEach(made.zipPath);
    console.info(`unpacked by ${used.join(', ')}; not on this machine: ${missing.join(', ') || 'none'}`);
    expect(used).toEqual(expect.arrayContaining(['unzip', 'zipfile']));
  });

  it('is a bag, says a program written from RFC 8493 alone', () => {
    expect(checkBag(unpack(made.zipPath))).toContain('rfc8493.py');
  });
});

describe('an archive beyond four gigabytes', () => {
  const LARGE = 2 ** 32 + 12_345;
  const STEP = 2 ** 24;
  let folder: string;
  let path: string;

  /** Zeros take no place on the disk: only what is written between them does. */
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'temoin-zip64-'));
    path = join(folder, 'large.zip');
    const descriptor = openSync(path, 'w');
    const zeros = new Uint8Array(STEP);
    let at = 0;
    const sink = createZipSink((chunk) => {
      if (chunk.buffer !== zeros.buffer) writeSync(descriptor, chunk, 0, chunk.length, at);
      at += chunk.length;
    }, new Date('2026-11-21T09:04:07Z'));
    let sum = 0;
    async function* chunks() {
      for (let left = LARGE; left > 0; left -= STEP) yield zeros.subarray(0, Math.min(left, STEP));
    }
    for await (const chunk of chunks()) sum = crc32(chunk, sum);
    await sink.addLarge({ path: 'top/large', bytes: LARGE, crc32: sum, sha256: '' }, chunks());
    const after = new TextEncoder().encode('après');
    await sink.add('top/after', after, crc32(after));
    await sink.close();
    closeSync(descriptor);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has its sizes and places read by other programs', () => {
    const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8' });
    expect(run('unzip', '-l', path)).toMatch(new RegExp(`${LARGE} .* top/large`));
    expect(run('unzip', '-p', path, 'top/after')).toBe('après');
    const script = `import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.getinfo('top/large').file_size, z.read('top/after').decode())`;
    expect(run('python3', '-X', 'utf8', '-c', script, path).trim()).toBe(`${LARGE} après`);
  });

  it('is listed and read by our reader', async () => {
    const handle = await open(path);
    try {
      const [large, after] = await listZip(fileSource(handle, (await handle.stat()).size), crc32);
      expect(large).toMatchObject({ name: 'top/large', kind: 'file', size: LARGE });
      const chunks: Uint8Array[] = [];
      await after?.read((chunk) => void chunks.push(chunk));
      expect(Buffer.concat(chunks).toString()).toBe('après');
      let read = 0;
      const begun = large?.read(({ length }) => {
        read += length;
        throw new Error('enough');
      });
      await expect(begun).rejects.toThrow();
      expect(read).toBeGreaterThan(0);
    } finally {
      await handle.close();
    }
  });
});
