import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PATHS } from '../../lib/core/bundle/layout.ts';
import type { VerificationReport } from '../../lib/core/verify/check.ts';
import { reportText } from '../../lib/core/verify/report-text.ts';
import { problemText } from '../../lib/core/verify/words/index.ts';
import { webPorts } from '../../lib/reader/web-ports.ts';
import { sampleDossier } from '../app/fixtures/sample-dossier.ts';
import { entriesOf, type Files, rehash, setText, textOf } from '../node/fixtures/tamper.ts';
import { bundleOf, failing, verifyFolder, verifyZip as verifyInNode, zipOf } from './fixtures/opened.ts';

vi.setConfig({ testTimeout: 60_000 });

let topFolder: string;
let whole: Files;
let folder: string;
beforeAll(async () => {
  ({ topFolder, files: whole } = await bundleOf(sampleDossier().source()));
  folder = mkdtempSync(join(tmpdir(), 'temoin-hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** In Node and as in a page: both say the same. */
const verifyZip = async (zip: Uint8Array<ArrayBuffer>): Promise<VerificationReport> => {
  const report = await verifyInNode(zip);
  expect(await verifyInNode(zip, {}, webPorts)).toEqual(report);
  return report;
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const named = (files: Files) => entriesOf(topFolder, files);
const verifyChanged = (change: (files: Files) => void, deflate = false) => {
  const files = new Map(whole);
  change(files);
  return verifyZip(zipOf(named(files), { deflate }));
};
const problems = ({ results }: VerificationReport) =>
  results.flatMap((result) => result.problems.map((problem) => problemText(problem)));

/** Long enough for a slow machine, short enough for a person. */
async function soon<Value>(work: Promise<Value>): Promise<Value> {
  const began = process.cpuUsage().user;
  const value = await work;
  expect((process.cpuUsage().user - began) / 1000).toBeLessThan(20_000);
  return value;
}

describe('an archive that swells', () => {
  const zeros = (mebibytes: number) => new Uint8Array(mebibytes * 1024 ** 2);

  it('beyond what its size allows is not read', async () => {
    const report = await soon(verifyZip(zipOf([['top/bagit.txt', zeros(300)]], { deflate: true })));
    expect(report).toMatchObject({ verdict: 'unreadable', reason: 'too-large' });
  });

  it('by one entry in many names is not read', async () => {
    const entries = Array.from({ length: 60 }, (_, at) => [`top/${at}`, zeros(4)] as const);
    const report = await soon(verifyZip(zipOf(entries, { deflate: true })));
    expect(report).toMatchObject({ verdict: 'unreadable', reason: 'too-large' });
  });

  it('by a directory that points many names at the same bytes is found out', async () => {
    const zip = zipOf([...named(whole), [`${topFolder}/data/more`, bytesOf('more')]]);
    const view = new DataView(zip.buffer);
    const central = [...Array(zip.length - 46).keys()].filter(
      (at) => view.getUint32(at, true) === 0x02014b50,
    );
    for (const at of central) view.setUint32(at + 42, 0, true);
    const report = await soon(verifyZip(zip));
    expect(report.verdict).not.toBe('intact');
  });

  it('by sizes of four gigabytes in its headers is not believed', async () => {
    const zip = zipOf(named(whole));
    const view = new DataView(zip.buffer);
    for (let at = 0; at < zip.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0xfffffffe, true);
    }
    expect(await soon(verifyZip(zip))).toMatchObject({ verdict: 'unreadable', reason: 'too-large' });
  });

  it('by more names than any bundle has is not read', async () => {
    const nothing = new Uint8Array();
    const entries = Array.from({ length: 100_001 }, (_, at) => [`t/${at}`, nothing] as const);
    expect(await soon(verifyZip(zipOf(entries)))).toMatchObject({
      verdict: 'unreadable',
      reason: 'too-large',
    });
  });
});

describe('an archive of other programs', () => {
  const made = (script: string): Uint8Array<ArrayBuffer> => {
    const path = join(folder, 'made.zip');
    rmSync(path, { force: true });
    execFileSync('bash', ['-c', script], { cwd: folder, stdio: 'pipe' });
    return new Uint8Array(readFileSync(path));
  };

  it('with a password says that it needs one', async () => {
    writeFileSync(join(folder, 'secret'), 'x');
    const report = await verifyZip(made('zip -q -P mot made.zip secret'));
    expect(report).toMatchObject({ verdict: 'unreadable', reason: 'encrypted' });
    expect(reportText(report)).toContain('protégée par un mot de passe');
  });

  it('with a link in it names the link, and does not follow it', async () => {
    writeFileSync(join(folder, 'bagit.txt'), 'x');
    symlinkSync('/etc/passwd', join(folder, 'lien'));
    const report = await verifyZip(
      made('mkdir -p top && cp bagit.txt top && mv lien top && zip -q -y -r made.zip top'),
    );
    expect(report.verdict).toBe('altered');
    expect(problems(report)).toContain('Nom inattendu dans l’archive : top/lien');
  });

  it('with names in another encoding names them', async () => {
    const script = `python3 -c "
import zipfile
z=zipfile.ZipFile('made.zip','w'); z.writestr('top/bagit.txt','x'); z.writestr(zipfile.ZipInfo('top/re\\u00e7u \\u202e.txt'),'x'); z.close()"`;
    const report = await verifyZip(made(script));
    expect(problems(report)).toContain('Nom inattendu dans l’archive : top/reçu .txt');
  });
});

describe('an archive that is cut or of another encoding', () => {
  it('cut anywhere is not intact', async () => {
    const zip = zipOf(named(whole));
    for (const left of [0.05, 0.3, 0.6, 0.9, 0.999]) {
      const report = await verifyZip(zip.slice(0, Math.floor(zip.length * left)));
      expect(report).toMatchObject({ verdict: 'unreadable', reason: 'not-zip' });
    }
  });

  it.each<[string, (text: string) => Uint8Array<ArrayBuffer>]>([
    ['UTF-16', (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
    ['Latin-1', (text) => new Uint8Array(Buffer.from(`é${text}`, 'latin1'))],
    ['a byte order mark', (text) => bytesOf(`\ufeff${text}`)],
    ['half a letter', (text) => Uint8Array.from([0xd8, ...bytesOf(text)])],
    ['nothing but zeros', (text) => new Uint8Array(text.length)],
  ])('texts in %s are answered, whichever they are', async (_, encoded) => {
    for (const path of [PATHS.journal, PATHS.dossier, PATHS.manifest, PATHS.bagit, PATHS.incidentsTable]) {
      const report = await verifyChanged((files) => {
        const text = encoded(textOf(files, path).replace('\ufeff', ''));
        files.set(path, text);
        if (path !== PATHS.manifest) rehash(files);
      });
      // A record may begin with a mark of its encoding and be the same record.
      if (path !== PATHS.dossier && path !== PATHS.incidentsTable)
        expect(report.verdict, path).not.toBe('intact');
      expect(report.reason, path).toBeNull();
    }
  });

  it('a page with scripts among its files is hashed, and nothing of it runs', async () => {
    const evil = '<script>globalThis.hostile = true</script><img src=x onerror="hostile=true">';
    const report = await verifyChanged((files) => setText(files, 'data/captures/000005.html', evil));
    expect(failing(report)).toEqual(['bag', 'payload', 'captured-files']);
    expect((globalThis as { hostile?: boolean }).hostile).toBeUndefined();
    expect(reportText(report)).not.toContain('<script');
  });
});

describe('names that lead elsewhere', () => {
  it.each(['../../evil', '/etc/passwd', 'C:\\evil', 'top/../../evil', 'top//data', 'top/./x', 'top/a\\b'])(
    '%s is named, and nothing is written',
    async (name) => {
      const entries = named(whole).map(([path, bytes]) => [path.replace(topFolder, 'top'), bytes] as const);
      const report = await verifyZip(zipOf([...entries, [name, bytesOf('x')]]));
      expect(report.verdict).toBe('altered');
      expect(problems(report)).toContain(`Nom inattendu dans l’archive : ${name}`);
    },
  );

  it('are shown without what acts: escapes of a terminal, marks of direction, endless length', async () => {
    const evil = `top/\u001b[2J\u202e<b>\u0007${'x'.repeat(60_000)}`;
    const report = await verifyZip(
      zipOf([
        ['top/bagit.txt', bytesOf('x')],
        [evil, bytesOf('x')],
      ]),
    );
    const text = reportText(report);
    expect(text).toContain('top/[2J<b>xxx');
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\u202e|x{200}/u);
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty'])('%s is a name like another', async (name) => {
    const report = await verifyChanged((files) => setText(files, `data/${name}`, 'x'));
    expect(failing(report)).toEqual(['bag', 'payload']);
    const folderReport = await verifyFolder(name, new Map(whole));
    expect(folderReport).toMatchObject({ verdict: 'intact', topFolder: name });
  });
});

describe('two names for one thing', () => {
  it('two folders are no bundle', async () => {
    const report = await verifyZip(
      zipOf([
        ['a/x', bytesOf('1')],
        ['b/x', bytesOf('2')],
      ]),
    );
    expect(report).toMatchObject({ verdict: 'unreadable', reason: 'no-bundle' });
  });

  it('another folder beside the bundle is told', async () => {
    const report = await verifyZip(zipOf([...named(whole), ['autre/x', bytesOf('2')]]));
    expect(failing(report)).toEqual(['names']);
  });

  it('a name that differs where the bytes stand is found out: other programs read that one', async () => {
    const zip = zipOf(named(whole));
    const at = Buffer.from(zip).indexOf('/LISEZMOI.txt');
    zip.set(bytesOf('/LISEZNOI.txt'), at);
    const report = await verifyZip(zip);
    expect(report.verdict).toBe('altered');
    expect(problems(report)).toContain('Le fichier LISEZMOI.txt est endommagé : il ne peut pas être lu.');
  });
});

describe('contents that are too much', () => {
  const answered = async (path: string, content: string) => {
    const report = await soon(
      verifyChanged((files) => {
        setText(files, path, content);
        rehash(files);
      }),
    );
    expect(report.verdict).not.toBe('intact');
    expect(report.reason).toBeNull();
    return report;
  };

  it.each([
    ['a line of 100 MB', PATHS.journal, () => 'x'.repeat(100_000_000)],
    ['a line of 60 MB', PATHS.journal, () => `{"seq":1,"prev":"${'0'.repeat(60_000_000)}"}`],
    ['ten million lines', PATHS.journal, () => '\n'.repeat(10_000_000)],
    ['brackets in brackets', PATHS.dossier, () => '['.repeat(5_000_000)],
    ['a hundred million bytes of JSON', PATHS.dossier, () => `"${' '.repeat(100_000_000)}"`],
    ['brackets in a record', 'data/captures/000005.json', () => '{"a":'.repeat(1_000_000)],
    ['a key of 50 MB', PATHS.publicKey, () => `-----BEGIN PUBLIC KEY-----\n${'A'.repeat(50_000_000)}`],
    ['a cell of 60 MB', PATHS.incidentsTable, () => `\ufeff"${'x'.repeat(60_000_000)}`],
    ['a cell of 60 MB of quotes', PATHS.incidentsTable, () => `\ufeff${'"'.repeat(60_000_000)}`],
    ['sixty million cells', PATHS.incidentsTable, () => `\ufeff${';'.repeat(60_000_000)}`],
    ['ten million keys', PATHS.dossier, () => `{${'"a":1,'.repeat(1_000_000)}"b":1}`],
    ['a figure of 50 MB', PATHS.bagInfo, () => `Payload-Oxum: ${'9'.repeat(50_000_000)}.1`],
  ])('%s: an answer within seconds', async (_name, path, content) => {
    await answered(path, content());
  });

  it('a manifest that names one file a hundred thousand times reads it once', async () => {
    const line = `${'0'.repeat(64)}  data/captures/000005.png\n`;
    const report = await soon(
      verifyChanged((files) => {
        files.set('data/captures/000005.png', new Uint8Array(4 * 1024 ** 2));
        setText(files, PATHS.manifest, line.repeat(100_000));
      }),
    );
    expect(report.verdict).toBe('altered');
    expect(reportText(report).length).toBeLessThan(20_000);
  });

  it('prototype keys in a description change nothing', async () => {
    const report = await answered(
      PATHS.dossier,
      textOf(whole, PATHS.dossier).replace('{', '{"__proto__":{"rehearsal":true,"withheld":[{"seq":3}]},'),
    );
    expect(report.rehearsal).toBe(false);
    expect(({} as Record<string, unknown>).rehearsal).toBeUndefined();
  });
});

describe('what an operating system leaves', () => {
  it('is told, and is no change', async () => {
    const files = new Map(whole);
    for (const path of ['.DS_Store', 'data/Thumbs.db', 'data/captures/desktop.ini'])
      setText(files, path, 'x');
    const report = await verifyFolder(topFolder, files);
    expect(report).toMatchObject({ verdict: 'intact', remarks: [{ id: 'ignored', values: { count: 3 } }] });
    const zip = zipOf([...named(whole), [`__MACOSX/${topFolder}/._bagit.txt`, bytesOf('x')]]);
    expect(await verifyZip(zip)).toMatchObject({ verdict: 'intact', remarks: [{ id: 'ignored' }] });
  });
});
