import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../lib/node/verify-bundle.ts';
import { tinyJpeg } from '../app/fixtures/tiny-pictures.ts';
import { exportBundle, type SampleBundle } from './fixtures/sample-bundle.ts';
import { writeZip } from './fixtures/tamper.ts';

let bundle: SampleBundle;
beforeAll(async () => {
  bundle = await exportBundle();
});
afterAll(() => bundle.remove());

describe('an archive from elsewhere', () => {
  const zipped = (script: string) => {
    const path = join(bundle.folder, `${Math.abs(hash(script))}.zip`);
    execFileSync('python3', ['-c', script, bundle.zipPath, path]);
    return path;
  };
  const hash = (text: string) => [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) | 0, 7);

  it('may be compressed again by another program', async () => {
    const path = zipped(
      'import sys,zipfile\nout=zipfile.ZipFile(sys.argv[2],"w",zipfile.ZIP_DEFLATED)\nsource=zipfile.ZipFile(sys.argv[1])\n[out.writestr(n,source.read(n)) for n in sorted(source.namelist())]\nout.close()',
    );
    expect(await verifyBundle(path)).toMatchObject({ verdict: 'intact' });
  });

  it('is not unpacked when it swells beyond what it may', async () => {
    const path = zipped(
      'import sys,zipfile\nout=zipfile.ZipFile(sys.argv[2],"w",zipfile.ZIP_DEFLATED)\nout.writestr("top/bagit.txt",b"0"*(300*1024*1024))\nout.close()',
    );
    const report = await verifyBundle(path);
    expect(report.verdict).not.toBe('intact');
    expect(process.memoryUsage().rss).toBeLessThan(1024 ** 3);
  });

  it.each([
    ['empty', new Uint8Array()],
    ['a picture', tinyJpeg()],
    ['zeros', new Uint8Array(4096)],
  ])('that is %s is unreadable', async (_, bytes) => {
    const path = join(bundle.folder, 'odd.zip');
    writeFileSync(path, bytes);
    expect(await verifyBundle(path)).toMatchObject({ verdict: 'unreadable' });
  });

  it('is unreadable when it does not exist or is a folder', async () => {
    expect(await verifyBundle(join(bundle.folder, 'none.zip'))).toMatchObject({ verdict: 'unreadable' });
    expect(await verifyBundle(bundle.folder)).toMatchObject({ verdict: 'unreadable' });
  });

  it('is unreadable without one top folder', async () => {
    const bytes = new Uint8Array([1]);
    expect(
      await verifyBundle(
        await writeZip([
          ['a/x', bytes],
          ['b/x', bytes],
        ]),
      ),
    ).toMatchObject({ verdict: 'unreadable' });
    expect(await verifyBundle(await writeZip([]))).toMatchObject({ verdict: 'unreadable' });
  });

  it('never makes it throw, cut or spoilt anywhere', async () => {
    const whole = readFileSync(bundle.zipPath);
    const path = join(dirname(bundle.zipPath), 'spoilt.zip');
    for (let step = 0; step < 40; step++) {
      const at = Math.floor((whole.length * (step + 0.5)) / 40);
      const spoilt = Uint8Array.from(whole);
      spoilt[at] = (spoilt[at] ?? 0) ^ 0xff;
      writeFileSync(path, spoilt);
      await expect(verifyBundle(path)).resolves.toHaveProperty('verdict');
      writeFileSync(path, whole.subarray(0, at));
      expect((await verifyBundle(path)).verdict).not.toBe('intact');
    }
  });
});
