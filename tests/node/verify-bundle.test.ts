import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATHS, sideFilePath } from '../../lib/core/bundle/layout.ts';
import { derSignature } from '../../lib/core/seal/ecdsa-signature.ts';
import { CHECKS } from '../../lib/core/verify/index.ts';
import { reportText } from '../../lib/core/verify/report-text.ts';
import { hashing } from '../../lib/node/hashing.ts';
import { verifyBundle } from '../../lib/node/verify-bundle.ts';
import { OPENED_AT } from '../app/fixtures/dossier.ts';
import { exportToFile } from '../app/fixtures/export-to-file.ts';
import { sampleDossier } from '../app/fixtures/sample-dossier.ts';
import { newTestKey, testKey } from '../app/fixtures/test-key.ts';
import { tinyJpeg } from '../app/fixtures/tiny-pictures.ts';
import {
  type Files,
  readFiles,
  recommit,
  reforge,
  rehash,
  removeTampered,
  setText,
  textOf,
  writeZip,
} from './fixtures/tamper.ts';

const PICTURE = 'data/captures/000005.png';
const CAPTURE = 'data/captures/000005.json';
const INCIDENT = 'data/incidents/000003.json';

let made: Awaited<ReturnType<typeof exportToFile>>;
let topFolder: string;
beforeAll(async () => {
  made = await exportToFile(sampleDossier().source());
  ({ topFolder } = await readFiles(made.zipPath));
});
afterAll(() => {
  made.remove();
  removeTampered();
});

async function verifyTampered(tamper: (files: Files) => void) {
  const { files } = await readFiles(made.zipPath);
  tamper(files);
  return verifyBundle(
    await writeZip([...files].map(([path, bytes]) => [`${topFolder}/${path}`, bytes] as const)),
  );
}
const failing = (report: Awaited<ReturnType<typeof verifyBundle>>) =>
  report.results.filter(({ outcome }) => outcome !== 'pass').map(({ id }) => id);
const replace = (files: Files, path: string, from: string, to: string): void => {
  const before = textOf(files, path);
  expect(before).toContain(from);
  setText(files, path, before.replace(from, to));
};

function setOxum(files: Files): void {
  const payload = [...files].filter(([path]) => path.startsWith('data/'));
  const total = payload.reduce((sum, [, content]) => sum + content.length, 0);
  const info = textOf(files, PATHS.bagInfo).replace(/Oxum: .*/, `Oxum: ${total}.${payload.length}`);
  setText(files, PATHS.bagInfo, info);
}

/** For each check, the tampering that it finds. A forger who makes the manifests true again says `rehash`. */
const TAMPERINGS: Readonly<Record<string, (files: Files) => void>> = {
  names(files) {
    setText(files, 'reçu.txt', 'x');
    rehash(files);
  },
  bag(files) {
    replace(files, PATHS.bagInfo, 'Payload-Oxum: ', 'Payload-Oxum: 1');
    rehash(files);
  },
  payload: (files) => void files.set(PICTURE, tinyJpeg()),
  tags: (files) => replace(files, PATHS.readme, 'ANEF', 'CAF'),
  journal(files) {
    replace(files, PATHS.journal, '"attempt":1', '"attempt":2');
    rehash(files);
  },
  commitments(files) {
    replace(files, INCIDENT, '"httpStatus":500', '"httpStatus":404');
    rehash(files);
  },
  'captured-files'(files) {
    files.set(PICTURE, tinyJpeg());
    rehash(files);
  },
  description(files) {
    replace(files, PATHS.dossier, '0f3a9c21-7b64', '0f3a9c21-0000');
    rehash(files);
  },
  figures(files) {
    replace(files, PATHS.dossier, '"attempts": 1', '"attempts": 40');
    rehash(files);
  },
  profile(files) {
    replace(files, PATHS.dossier, '"profile": "complete"', '"profile": "court"');
    rehash(files);
  },
  timestamps(files) {
    setText(files, 'scelles/journal-000003.tsr', 'x');
    rehash(files);
  },
  seals(files) {
    const signature = files.get(PATHS.manifestSignature);
    files.set(PATHS.manifestSignature, derSignature(newTestKey().signNow(signature ?? new Uint8Array())));
  },
};

/** As if nobody had ever sealed it. */
function unseal(files: Files): void {
  const text = textOf(files, PATHS.dossier);
  setText(files, PATHS.dossier, text.replace(/"key": \{[^}]*\}/, '"key": null'));
  setOxum(files);
  rehash(files);
  for (const path of [PATHS.manifestSignature, PATHS.tagManifestSignature, PATHS.publicKey])
    files.delete(path);
  const tags = textOf(files, PATHS.tagManifest).split('\n');
  setText(files, PATHS.tagManifest, tags.filter((line) => !line.includes('scelles/')).join('\n'));
}

describe('verifyBundle', () => {
  it('has one tampered bundle for each check, and each check in its own file', () => {
    expect(Object.keys(TAMPERINGS).sort()).toEqual(CHECKS.map(({ id }) => id).sort());
    expect(readdirSync('lib/core/verify/checks')).toHaveLength(CHECKS.length);
  });

  it.each(Object.entries(TAMPERINGS))('%s finds its tampering', async (id, tamper) => {
    const report = await verifyTampered(tamper);
    expect(report.verdict).toBe('altered');
    expect(failing(report)).toContain(id);
  });

  it('passes an untouched copy', async () => {
    expect(await verifyTampered(() => {})).toMatchObject({ verdict: 'intact' });
  });

  it.each([PICTURE, CAPTURE, INCIDENT, PATHS.readme, PATHS.manifest, PATHS.tagManifest, PATHS.bagInfo])(
    'calls a bundle without %s incomplete',
    async (path) => {
      const report = await verifyTampered((files) => void files.delete(path));
      const kinds = report.results.flatMap(({ problems }) => problems.map(({ kind }) => kind));
      expect(kinds).toContain('missing');
      // A capture record that goes leaves pictures that nothing announces.
      if (path !== CAPTURE) expect(report.verdict).toBe('incomplete');
    },
  );

  it('accepts a record that is declared withheld', async () => {
    const report = await verifyTampered((files) => {
      files.delete(INCIDENT);
      replace(files, PATHS.dossier, '"withheld": []', '"withheld": [{ "seq": 3, "reason": "profile" }]');
      setOxum(files);
      rehash(files);
    });
    expect(report).toMatchObject({
      verdict: 'intact',
      remarks: [{ id: 'withheld', values: { count: 1, lines: '3' } }],
    });
  });

  it('compares what was hidden with the journal, too', async () => {
    const dossier = sampleDossier();
    const path = sideFilePath('display', dossier.display(OPENED_AT + 99_000, 'b2'.repeat(16), true));
    const hidden = await exportToFile(dossier.source());
    try {
      const { files } = await readFiles(hidden.zipPath);
      const zip = () => writeZip([...files].map(([name, bytes]) => [`${topFolder}/${name}`, bytes] as const));
      expect(await verifyBundle(await zip())).toMatchObject({ verdict: 'intact' });
      replace(files, path, 'b2b2', 'c2c2');
      rehash(files);
      const report = await verifyBundle(await zip());
      expect(report.verdict).toBe('altered');
      expect(failing(report)).toEqual(['commitments']);
    } finally {
      hidden.remove();
    }
  });

  describe('a filing', () => {
    const LIST = 'data/documents/000008.json';
    const FILING = 'data/depots/000009.json';
    const tampered = async (tamper: (files: Files) => void) => {
      const dossier = sampleDossier();
      const capture = dossier.capture(OPENED_AT + 98_000);
      dossier.documents(OPENED_AT + 98_000, capture);
      dossier.filing(OPENED_AT + 99_000, capture);
      const filed = await exportToFile(dossier.source());
      try {
        const { files } = await readFiles(filed.zipPath);
        expect([LIST, FILING].filter((path) => !files.has(path))).toEqual([]);
        tamper(files);
        return await verifyBundle(
          await writeZip([...files].map(([name, bytes]) => [`${topFolder}/${name}`, bytes] as const)),
        );
      } finally {
        filed.remove();
      }
    };

    it('is compared with the journal, list and date', async () => {
      expect(await tampered(() => {})).toMatchObject({ verdict: 'intact' });
      for (const [path, from, to] of [
        [LIST, '"refused"', '"pending"'],
        [FILING, '"13:14:14"', '"09:00:00"'],
      ] as const) {
        const report = await tampered((files) => {
          replace(files, path, from, to);
          rehash(files);
        });
        expect(failing(report)).toContain('commitments');
      }
    });

    it('cannot be given another day in the description', async () => {
      const report = await tampered((files) => {
        replace(files, PATHS.dossier, '"filedOn": "2024-01-24"', '"filedOn": "2023-01-24"');
        rehash(files);
      });
      expect(failing(report)).toEqual(['description']);
    });

    it('cannot be given another hour in the description', async () => {
      const report = await tampered((files) => {
        replace(files, PATHS.dossier, '"filedTime": "13:14:14"', '"filedTime": "09:00:00"');
        rehash(files);
      });
      expect(failing(report)).toEqual(['description']);
    });

    it('cannot be described where none was kept', async () => {
      const report = await verifyTampered((files) => {
        replace(files, PATHS.dossier, '"filedOn": null', '"filedOn": "2023-01-24"');
        rehash(files);
      });
      expect(failing(report)).toContain('description');
    });

    it.each([LIST, FILING])('without %s is incomplete', async (path) => {
      expect(await tampered((files) => void files.delete(path))).toMatchObject({ verdict: 'incomplete' });
    });

    it.each(['data/documents/000006.json', 'data/depots/000006.json'])(
      'has no %s of its own',
      async (path) => {
        expect(failing(await tampered((files) => setText(files, path, '{}')))).toContain('commitments');
      },
    );
  });

  it('finds a record of a display that no line announces', async () => {
    const added = await verifyTampered((files) => setText(files, 'data/affichage/000009.json', '{}'));
    expect(failing(added)).toContain('commitments');
  });

  it('finds a file that was added', async () => {
    expect(failing(await verifyTampered((files) => setText(files, 'data/captures/000009.png', 'x')))).toEqual(
      ['bag', 'payload', 'captured-files'],
    );
  });

  const FINGERPRINT = hashing.sha256(testKey.spki);

  it('names the key that sealed it, and compares it with the one the reader knows', async () => {
    expect(await verifyBundle(made.zipPath)).toMatchObject({
      level: 'sealed',
      key: { spkiSha256: FINGERPRINT, compared: 'not-compared' },
    });
    expect(await verifyBundle(made.zipPath, FINGERPRINT)).toMatchObject({
      level: 'sealed',
      key: { compared: 'same' },
    });
  });

  it('calls what a forger wrote and sealed again what it is: another key', async () => {
    const forger = newTestKey();
    const { files } = await readFiles(made.zipPath);
    replace(files, INCIDENT, '"httpStatus":500', '"httpStatus":404');
    replace(files, PATHS.incidentsTable, ';500;', ';404;');
    recommit(files);
    setOxum(files);
    reforge(files, forger);
    const zip = await writeZip([...files].map(([path, bytes]) => [`${topFolder}/${path}`, bytes] as const));
    const report = await verifyBundle(zip, FINGERPRINT);
    expect(report).toMatchObject({ verdict: 'intact', level: 'intact', key: { compared: 'other' } });
    expect(report.key?.spkiSha256).toBe(hashing.sha256(forger.spki));
    expect(reportText(report)).toContain('CE N’EST PAS LA CLÉ ATTENDUE');
  });

  it.each([PATHS.publicKey, PATHS.manifestSignature, PATHS.tagManifestSignature])(
    'misses %s, which the description announces',
    async (path) => {
      const report = await verifyTampered((files) => void files.delete(path));
      expect(report).toMatchObject({ verdict: 'incomplete', level: null, key: null });
      expect(failing(report)).toContain('seals');
    },
  );

  it('calls a bundle without seal that announces none intact, and nothing more', async () => {
    const report = await verifyTampered(unseal);
    expect(report).toMatchObject({ verdict: 'intact', level: 'intact', key: null });
  });

  it('tells of a page that a computer of the local network served, and calls it no change', async () => {
    const dossier = sampleDossier();
    const main = { status: 200, fromCache: false, serverIp: '127.0.0.1', date: null, headers: {} };
    const seq = dossier.capture(OPENED_AT + 95_000, { more: { http: { main, recent: [] } } });
    const local = await exportToFile(dossier.source());
    const report = await verifyBundle(local.zipPath);
    local.remove();
    const path = sideFilePath('capture', seq);
    expect(report).toMatchObject({
      verdict: 'intact',
      remarks: [{ id: 'local-server', values: { address: '127.0.0.1', path } }],
    });
    expect(reportText(report)).toContain('ATTENTION : Des pages de ce dossier sont venues');
  });

  it('says what it does not say, whatever the verdict', async () => {
    const text = reportText(await verifyBundle(made.zipPath));
    expect(text).toContain('INTACT');
    expect(text).toContain('pas qui l’a fait ni quand');
    expect(text).not.toMatch(/certifi|authenti/i);
  });
});

describe('an archive from elsewhere', () => {
  const zipped = (script: string) => {
    const path = join(made.folder, `${Math.abs(hash(script))}.zip`);
    execFileSync('python3', ['-c', script, made.zipPath, path]);
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
    const path = join(made.folder, 'odd.zip');
    writeFileSync(path, bytes);
    expect(await verifyBundle(path)).toMatchObject({ verdict: 'unreadable' });
  });

  it('is unreadable when it does not exist or is a folder', async () => {
    expect(await verifyBundle(join(made.folder, 'none.zip'))).toMatchObject({ verdict: 'unreadable' });
    expect(await verifyBundle(made.folder)).toMatchObject({ verdict: 'unreadable' });
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
    const whole = readFileSync(made.zipPath);
    const path = join(dirname(made.zipPath), 'spoilt.zip');
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

describe('npm run verify', { timeout: 30_000 }, () => {
  const run = (...args: string[]) => {
    try {
      const out = execFileSync(process.execPath, ['scripts/verify-bundle.ts', ...args], {
        encoding: 'utf8',
        stdio: 'pipe',
      });
      return { status: 0, out };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string };
      return { status, out: stdout };
    }
  };

  it('ends with 0 for an intact bundle only', () => {
    expect(run(made.zipPath)).toMatchObject({ status: 0, out: expect.stringContaining('INTACT') });
    expect(run('package.json')).toMatchObject({ status: 1, out: expect.stringContaining('ILLISIBLE') });
    expect(run()).toMatchObject({ status: 2 });
    const known = hashing.sha256(testKey.spki);
    expect(run(made.zipPath, '--cle', known)).toMatchObject({ status: 0 });
    expect(run(made.zipPath, '--cle', known.replace(/./g, '0'))).toMatchObject({ status: 1 });
    expect(run(made.zipPath, '--cle', 'autre')).toMatchObject({ status: 2 });
  });

  it('is not content with a bundle whose seals were taken away when a key is expected', async () => {
    const { files } = await readFiles(made.zipPath);
    unseal(files);
    const zip = await writeZip([...files].map(([path, bytes]) => [`${topFolder}/${path}`, bytes] as const));
    expect(run(zip)).toMatchObject({ status: 0 });
    expect(run(zip, '--cle', hashing.sha256(testKey.spki))).toMatchObject({
      status: 1,
      out: expect.stringContaining('UNE CLÉ ÉTAIT ATTENDUE'),
    });
  });

  it('speaks French, and English when asked', () => {
    expect(run(made.zipPath).out).toContain('[ oui ] Le journal est une chaîne continue');
    expect(run(made.zipPath, '--lang', 'en').out).toContain('[ yes ] The journal is an unbroken chain');
    expect(run(made.zipPath, '--lang', 'xx')).toMatchObject({ status: 2 });
  });
});
