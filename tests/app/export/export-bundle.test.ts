import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBundleExport, ExportCancelled } from '../../../lib/app/export/export-bundle.ts';
import { DossierUnreadable } from '../../../lib/app/export/survey-dossier.ts';
import type { StoredFile } from '../../../lib/app/ports.ts';
import {
  CHAIN_COMMAND,
  COMMITMENT_COMMAND,
  KEY_COMMAND,
  SEAL_COMMANDS,
} from '../../../lib/core/bundle/check-commands.ts';
import { problemText } from '../../../lib/core/verify/words/index.ts';
import { hashing } from '../../../lib/node/hashing.ts';
import { verifyBundle } from '../../../lib/node/verify-bundle.ts';
import { buildDossier, DOSSIER_ID } from '../fixtures/dossier.ts';
import {
  clockAt,
  drawForTests,
  EXPORTED_AT,
  exportToFile,
  memoryScratch,
  SOFTWARE,
  VERIFIER_PAGE,
} from '../fixtures/export-to-file.ts';
import { sampleDossier } from '../fixtures/sample-dossier.ts';
import { testKey } from '../fixtures/test-key.ts';
import { tinyPng } from '../fixtures/tiny-pictures.ts';
import { localHeaders } from '../fixtures/zip-headers.ts';

const has = (command: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
};

/** Sealed in the place of a file. */
const another = (file: StoredFile, bytes: Uint8Array<ArrayBuffer>): StoredFile => ({
  ...file,
  bytes,
  sha256: hashing.sha256(bytes),
  crc32: hashing.crc32(bytes),
});

describe('a bundle of somebody who has hidden an incident', () => {
  it('has the incident, and what she did, and verifies', async () => {
    const dossier = sampleDossier();
    dossier.display(EXPORTED_AT - 2_000, 'b2'.repeat(16), true);
    dossier.display(EXPORTED_AT - 1_000, 'b2'.repeat(16), false);
    const made = await exportToFile(dossier.source());
    try {
      const list = execFileSync('unzip', ['-Z1', made.zipPath], { encoding: 'utf8' });
      expect(list).toContain('data/incidents/000004.json');
      expect(list).toContain('data/affichage/000007.json');
      expect(list).toContain('data/affichage/000008.json');
      const readme = execFileSync('unzip', ['-p', made.zipPath, '*/LISEZMOI.txt'], { encoding: 'utf8' });
      expect(readme).toContain("plus l'afficher ne dit pas que tout allait bien");
      expect(await verifyBundle(made.zipPath)).toMatchObject({ verdict: 'intact' });
    } finally {
      made.remove();
    }
  });
});

describe('a bundle of a request that was filed', () => {
  it('has its day, its lists and a sentence on each, and verifies', async () => {
    const dossier = sampleDossier();
    const capture = dossier.capture(EXPORTED_AT - 3_000);
    dossier.documents(EXPORTED_AT - 3_000, capture);
    dossier.filing(EXPORTED_AT - 2_000, capture);
    const made = await exportToFile(dossier.source());
    try {
      const read = (path: string) =>
        execFileSync('unzip', ['-p', made.zipPath, `*/${path}`], { encoding: 'utf8' });
      const described = JSON.parse(read('data/dossier.json'));
      expect(described.procedure.filedOn).toBe('2024-01-24');
      expect(described.filings).toMatchObject([{ seq: 9, captureSeq: 7, file: 'data/depots/000009.json' }]);
      expect(described.documents).toMatchObject([{ seq: 8, items: 2, file: 'data/documents/000008.json' }]);
      expect(read('LISEZMOI.txt')).toContain("qu'il donnait de chacun, sans le nom des fichiers");
      expect(await verifyBundle(made.zipPath)).toMatchObject({ verdict: 'intact' });
    } finally {
      made.remove();
    }
  });

  it('says which list was lost', async () => {
    const dossier = sampleDossier();
    dossier.documents(EXPORTED_AT - 3_000, dossier.capture(EXPORTED_AT - 3_000));
    dossier.files.delete('documents 8');
    const made = await exportToFile(dossier.source());
    const described = execFileSync('unzip', ['-p', made.zipPath, '*/data/dossier.json'], {
      encoding: 'utf8',
    });
    expect(described).toContain('Ligne 8 du journal : la liste de documents est absente du stockage.');
    made.remove();
  });
});

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

describe('a damaged store', () => {
  type Dossier = ReturnType<typeof buildDossier>;
  const exported = async (damage: (files: Dossier['files'], lines: Dossier['lines']) => void) => {
    const dossier = sampleDossier();
    damage(dossier.files, dossier.lines);
    const made = await exportToFile(dossier.source());
    execFileSync('unzip', ['-q', made.zipPath, '-d', made.folder]);
    const read = (path: string) => readFileSync(join(made.folder, made.result.topFolder, path), 'utf8');
    const limits: string[] = JSON.parse(read('data/dossier.json')).limits;
    const report = await verifyBundle(made.zipPath);
    const paths = readdirSync(join(made.folder, made.result.topFolder), { recursive: true });
    made.remove();
    return { limits, report, paths };
  };

  it('leaves a declared gap where a picture is lost', async () => {
    const { limits, report } = await exported((files) => files.delete('picture 5'));
    expect(limits).toContain('Ligne 5 du journal : l’image est absente du stockage.');
    expect(report.verdict).toBe('incomplete');
  });

  it('leaves a declared gap where a record is lost', async () => {
    const { limits, report } = await exported((files) => files.delete('incident 4'));
    expect(limits).toContain('Ligne 4 du journal : la fiche d’incident est absente du stockage.');
    expect(report.verdict).toBe('incomplete');
  });

  it('copies a record that is no longer one, with its picture, and says so', async () => {
    const { limits, report } = await exported((files) => {
      const file = files.get('capture 5');
      if (file) files.set('capture 5', another(file, new TextEncoder().encode('{"format":')));
    });
    expect(limits).toContain('Ligne 5 du journal : la fiche de capture n’a pas le format attendu.');
    expect(report.verdict).toBe('altered');
  });

  it('says when a picture is not the one that was taken', async () => {
    const { limits, report } = await exported((files) => {
      const file = files.get('picture 5');
      if (file) files.set('picture 5', another(file, Uint8Array.from([...tinyPng(), 0])));
    });
    expect(limits.join()).toContain('l’image ne correspond plus à l’empreinte');
    expect(report.verdict).toBe('altered');
  });

  /** What the journal's own lines suffered, the sentences that declare it, and those by which a verifier names it. */
  const damages: [string, (lines: string[]) => void, string[], string[]][] = [
    [
      'a line that cannot be read any more',
      (lines) => lines.splice(4, 1, (lines[4] ?? '').slice(0, 60)),
      ['Ligne 5 du journal : la ligne elle-même n’a pas pu être relue.'],
      [
        'La ligne 5 du journal est illisible.',
        'Aucune ligne du journal n’annonce data/captures/000005.json.',
      ],
    ],
    [
      'a line that is gone',
      (lines) => lines.splice(3, 1),
      ['Ligne 4 du journal : la ligne elle-même est absente du stockage.'],
      [
        'La ligne 4 du journal est illisible.',
        'Aucune ligne du journal n’annonce data/incidents/000004.json.',
      ],
    ],
    [
      'the last line gone',
      (lines) => lines.pop(),
      ['Ligne 6 du journal : la ligne elle-même est absente du stockage.'],
      ['La ligne 6 du journal est illisible.'],
    ],
    [
      'a line that was changed',
      (lines) => lines.splice(1, 1, (lines[1] ?? '').replace('"attempt":1', '"attempt":7')),
      ['Ligne 2 du journal : la ligne elle-même ne correspond plus à l’empreinte'],
      ['La ligne 3 du journal ne suit pas la précédente'],
    ],
    [
      'the first line lost',
      (lines) => lines.splice(0, 1, '{'),
      ['Ligne 1 du journal : la ligne elle-même n’a pas pu être relue.'],
      ['La ligne 1 du journal est illisible.'],
    ],
  ];
  it.each(damages)('%s: the rest goes on, and it is said', async (_name, damage, declared, named) => {
    const { limits, report, paths } = await exported((_files, lines) => damage(lines));
    const said = limits.filter((limit) => limit.startsWith('Ligne '));
    expect(said).toEqual(declared.map((sentence) => expect.stringContaining(sentence)));
    const problems = report.results.flatMap((result) =>
      result.problems.map((problem) => problemText(problem)),
    );
    expect(problems).toEqual(expect.arrayContaining(named.map((text) => expect.stringContaining(text))));
    expect(report.verdict).toBe('altered');
    const files = ['incidents/000003.json', 'incidents/000004.json', 'captures/000005.png'];
    expect(paths).toEqual(expect.arrayContaining(files.map((path) => `data/${path}`)));
  });

  it('a rehearsal stays one when its first line is lost', async () => {
    const dossier = sampleDossier({ rehearsal: true });
    dossier.lines[0] = '{';
    const made = await exportToFile({ ...dossier.source(), rehearsal: true });
    expect(made.result.fileName).toMatch(/^repetition-/);
    made.remove();
  });

  it('goes on when the store refuses one file', async () => {
    const source = sampleDossier().source();
    const made = await exportToFile({
      ...source,
      file: async (seq, kind) => {
        if (kind === 'picture') throw new Error('cannot be opened');
        return source.file(seq, kind);
      },
    });
    expect(made.result.files).toBeGreaterThan(10);
    made.remove();
  });

  it('gives up when nothing at all can be read', async () => {
    const source = sampleDossier().source();
    const refusing = { ...source, file: () => Promise.reject(new Error('the database is gone')) };
    await expect(exportToFile(refusing)).rejects.toBeInstanceOf(DossierUnreadable);
  });
});

describe('an export that stops', () => {
  it('says that it was cancelled and removes its temporary file', async () => {
    let removed = 0;
    let asked = 0;
    const bundle = createBundleExport({
      source: sampleDossier().source(),
      sink: { add: async () => {}, addLarge: async () => {}, close: async () => {} },
      scratch: memoryScratch(() => removed++),
      draw: drawForTests,
      hashing,
      clock: clockAt(EXPORTED_AT),
      key: testKey,
      verifierPage: VERIFIER_PAGE,
      software: SOFTWARE,
    });
    const run = bundle.run({ onProgress: () => {}, aborted: () => ++asked > 6 });
    await expect(run).rejects.toBeInstanceOf(ExportCancelled);
    expect(removed).toBe(1);
  });

  it('passes on what the disk says', async () => {
    const full = new Error('no space left');
    const sink = { add: () => Promise.reject(full), addLarge: async () => {}, close: async () => {} };
    await expect(exportToFile(sampleDossier().source(), { sink })).rejects.toBe(full);
  });
});

it('exports a dossier in which nothing has happened yet', async () => {
  const made = await exportToFile(buildDossier().source());
  expect(await verifyBundle(made.zipPath)).toMatchObject({ verdict: 'intact' });
  expect(made.result.upTo).toBe(1);
  made.remove();
});

describe('a bundle without documents', () => {
  it('is whole all the same, and does not speak of a PDF', async () => {
    const made = await exportToFile(sampleDossier().source(), { draw: null });
    const names = execFileSync('unzip', ['-Z1', made.zipPath], { encoding: 'utf8' });
    const readme = execFileSync('unzip', ['-p', made.zipPath, '*/LISEZMOI.txt'], { encoding: 'utf8' });
    expect(names).toContain('data/captures/000005.png');
    expect(names + readme).not.toMatch(/pdf/i);
    expect(await verifyBundle(made.zipPath)).toMatchObject({ verdict: 'intact' });
    expect(made.progress.at(-1)).toMatchObject({ phase: 'writing' });
    made.remove();
  });

  it('declares a picture that is not the one that was taken', async () => {
    const dossier = sampleDossier();
    const file = dossier.files.get('picture 5');
    if (file) dossier.files.set('picture 5', another(file, Uint8Array.from([...tinyPng(), 0])));
    const made = await exportToFile(dossier.source(), { draw: null });
    const description = execFileSync('unzip', ['-p', made.zipPath, '*/data/dossier.json'], {
      encoding: 'utf8',
    });
    expect(description).toContain('l’image ne correspond plus à l’empreinte');
    made.remove();
  });
});
