import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Stamping } from '../../lib/app/timestamps/timestamp-ports.ts';
import { PATHS } from '../../lib/core/bundle/layout.ts';
import { lineStampCommand, manifestStampCommand } from '../../lib/core/bundle/readme-timestamps.ts';
import type { ProfileChoice } from '../../lib/core/profile/profile.ts';
import { readRequest, timestampRequest } from '../../lib/core/timestamp/request.ts';
import { reportText } from '../../lib/core/verify/report-text.ts';
import { hashing } from '../../lib/node/hashing.ts';
import { verifyBundle } from '../../lib/node/verify-bundle.ts';
import { readRoots } from '../../lib/reader/roots.ts';
import { OPENED_AT } from '../app/fixtures/dossier.ts';
import { exportToFile } from '../app/fixtures/export-to-file.ts';
import { sampleDossier } from '../app/fixtures/sample-dossier.ts';
import { type Answering, type Authority, createAuthority } from '../authority/authority.ts';
import { entriesOf, type Files, readFiles, rehash, removeTampered, writeZip } from './fixtures/tamper.ts';

const REPLY = 'scelles/journal-000006.tsr';
const QUERY = 'scelles/journal-000006.tsq';
const NONCE = '4102030405060708';

let authority: Authority;
let another: Authority;
let made: Awaited<ReturnType<typeof exportToFile>>;
let folder: string;
const roots = ({ root }: Authority) => readRoots(new Uint8Array(readFileSync(root)));

/** A dossier of which lines 6 and 7 are stamped; 6 is its last capture. */
function stamped(answering: Answering = {}) {
  const dossier = sampleDossier();
  dossier.timestamp(OPENED_AT + 95_000, 6, (query) => authority.answer(query, answering));
  dossier.timestamp(OPENED_AT + 190_000, 7, (query) => authority.answer(query, { signer: 'P-256' }));
  return dossier.source();
}
const overManifest = async (sha256: string): Promise<Stamping> => {
  const query = timestampRequest(sha256, NONCE);
  return { stamp: { query, reply: authority.answer(query), genTime: Date.now(), authority: 'tsa.example' } };
};

beforeAll(async () => {
  authority = createAuthority();
  another = createAuthority();
  made = await exportToFile(stamped(), { stamp: overManifest });
  execFileSync('unzip', ['-q', made.zipPath, '-d', made.folder]);
  folder = join(made.folder, made.result.topFolder);
});
afterAll(() => {
  made?.remove();
  authority?.close();
  another?.close();
  removeTampered();
});

const text = (path: string) => readFileSync(join(folder, path), 'utf8');
const shell = (script: string) =>
  execFileSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });

async function verifyTampered(tamper: (files: Files) => void) {
  const { topFolder, files } = await readFiles(made.zipPath);
  tamper(files);
  return verifyBundle(await writeZip(entriesOf(topFolder, files)), undefined, roots(authority));
}

describe('a stamped dossier, for others than a lawyer', () => {
  const exported = async (choice: ProfileChoice) => {
    const other = await exportToFile(stamped(), { stamp: overManifest, choice });
    const report = await verifyBundle(other.zipPath, undefined, roots(authority));
    const { files } = await readFiles(other.zipPath);
    other.remove();
    return { report, stamps: [...files.keys()].filter((path) => /journal-.*ts[qr]$/.test(path)).length };
  };

  it('keeps the timestamps of the journal with the journal, and that of the manifest always', async () => {
    const association = await exported({ profile: 'association' });
    expect(association).toMatchObject({ stamps: 4, report: { verdict: 'intact', level: 'stamped' } });
    const bare = await exported({ profile: 'association', journal: false });
    expect(bare).toMatchObject({ stamps: 0, report: { verdict: 'intact', level: 'stamped' } });
    expect(bare.report.timestamps).toMatchObject({ journal: null, manifestAt: expect.any(Number) });
  });
});

describe('a stamped bundle', () => {
  it('has each pair, and the certificates, all under the seal', () => {
    const tagManifest = text(PATHS.tagManifest);
    for (const seq of ['000006', '000007']) {
      expect(tagManifest).toContain(`scelles/journal-${seq}.tsq`);
      expect(tagManifest).toContain(`scelles/journal-${seq}.tsr`);
    }
    for (const path of [PATHS.manifestQuery, PATHS.manifestReply, PATHS.authorityCertificates]) {
      expect(tagManifest).toContain(path);
    }
    expect(shell('sha256sum -c tagmanifest-sha256.txt')).not.toMatch(/FAILED/);
    // The root, and the two that have signed.
    expect(text(PATHS.authorityCertificates).match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
    expect(made.result.stamping).toHaveProperty('stamp');
  });

  it('is checked by openssl as LISEZMOI says', () => {
    expect(text(PATHS.readme)).toMatch(/^[\n\x20-\x7e]*$/);
    expect(text(PATHS.readme)).toContain(manifestStampCommand());
    expect(text(PATHS.readme)).toContain(lineStampCommand(7));
    expect(text(PATHS.readme)).toContain('2 lignes du journal ont ete horodatees');
    expect(text(PATHS.readme)).not.toContain("Il n'est pas horodate");
    for (const command of [manifestStampCommand, (root: string) => lineStampCommand(6, root)]) {
      expect(shell(`${command(authority.root)} 2>&1`)).toContain('Verification: OK');
      expect(shell(`${command(another.root)} 2>&1 || true`)).toContain('Verification: FAILED');
    }
  });

  it('is stamped for who knows the authority, and sealed for who does not', async () => {
    const knowing = await verifyBundle(made.zipPath, undefined, roots(authority));
    expect(knowing).toMatchObject({
      verdict: 'intact',
      level: 'stamped',
      timestamps: { journal: { count: 2 }, known: true, statesQualified: false },
    });
    expect(reportText(knowing)).toContain('HORODATAGE : lignes du journal (nombre : 2)');
    expect(reportText(knowing)).not.toMatch(/qualifi/);
    for (const given of [[], roots(another)]) {
      const report = await verifyBundle(made.zipPath, undefined, given);
      expect(report).toMatchObject({ verdict: 'intact', level: 'sealed', timestamps: { known: false } });
      expect(reportText(report)).toContain('n’est pas connue de ce vérificateur');
    }
    expect(await verifyBundle(made.zipPath, 'ab'.repeat(32), roots(authority))).toMatchObject({
      level: 'intact',
    });
  });

  it('says so on the command line', { timeout: 60_000 }, () => {
    const verify = (...args: readonly string[]) =>
      execFileSync('node', ['scripts/verify-bundle.ts', made.zipPath, ...args], { encoding: 'utf8' });
    expect(verify('--racine', authority.root)).toContain('horodaté par une autorité');
    expect(verify()).toContain('NIVEAU : scellé par la clé d’un appareil.');
    expect(() => verify('--racine', join(folder, PATHS.journal))).toThrow(/Usage/);
  });
});

describe('a bundle without a token', () => {
  it('over its manifest goes on without, and has those of its journal', async () => {
    const offline = await exportToFile(stamped(), { stamp: async () => ({ failure: 'offline' }) });
    try {
      expect(offline.result.stamping).toEqual({ failure: 'offline' });
      const report = await verifyBundle(offline.zipPath, undefined, roots(authority));
      expect(report).toMatchObject({
        level: 'stamped',
        timestamps: { journal: { count: 2 }, manifestAt: null },
      });
    } finally {
      offline.remove();
    }
  });

  it('at all says that there is none, and writes nothing of it', async () => {
    const plain = await exportToFile(sampleDossier().source());
    try {
      const report = await verifyBundle(plain.zipPath, undefined, roots(authority));
      expect(report).toMatchObject({ verdict: 'intact', level: 'sealed', timestamps: null });
      expect(reportText(report)).toContain('HORODATAGE : aucun');
      expect([...(await readFiles(plain.zipPath)).files.keys()].join()).not.toMatch(/ts[qr]|tsa/);
    } finally {
      plain.remove();
    }
  });

  it('whose row is gone from the store declares the gap', async () => {
    const source = stamped();
    const damaged = await exportToFile({
      ...source,
      file: async (seq, kind) => (kind === 'reply' && seq === 6 ? undefined : source.file(seq, kind)),
    });
    try {
      const { files } = await readFiles(damaged.zipPath);
      expect(new TextDecoder().decode(files.get(PATHS.dossier))).toContain(
        'Ligne 6 du journal : la pièce d’horodatage est absente du stockage',
      );
      expect(await verifyBundle(damaged.zipPath)).toMatchObject({ verdict: 'incomplete' });
    } finally {
      damaged.remove();
    }
  });
});

describe('a token that does not hold', () => {
  const put = (path: string, bytes: Uint8Array<ArrayBuffer> | undefined) => (files: Files) => {
    if (bytes) files.set(path, bytes);
    else files.delete(path);
    rehash(files);
  };
  const over = (imprint: string, how: Answering = {}) =>
    authority.answer(timestampRequest(imprint, NONCE), how);

  it.each<[string, () => (files: Files) => void, RegExp]>([
    ['over something else', () => put(REPLY, over('ab'.repeat(32))), /porte sur autre chose/],
    ['that is no token', () => put(REPLY, new Uint8Array([0x30, 0])), /pas une réponse d’autorité/],
    [
      'for another request',
      () => put(QUERY, timestampRequest('ab'.repeat(32), NONCE)),
      /n’est pas la demande/,
    ],
    [
      'of another line',
      () => (files) => put(REPLY, files.get('scelles/journal-000007.tsr'))(files),
      /porte sur autre chose/,
    ],
    ['over another manifest', () => put(PATHS.manifestReply, over('ab'.repeat(32))), /porte sur autre chose/],
  ])('%s: the bundle is altered', async (_, tamper, words) => {
    const report = await verifyTampered(tamper());
    expect(report).toMatchObject({ verdict: 'altered', level: null, timestamps: null });
    expect(reportText(report)).toMatch(words);
  });

  it('each replaced by a valid one for something else, with its request or without: the bundle is altered', async () => {
    const { files } = await readFiles(made.zipPath);
    const lines = text(PATHS.journal).trimEnd().split('\n');
    const hashes = [...lines, text(PATHS.manifest), text(PATHS.tagManifest)].map((each) =>
      hashing.sha256(new TextEncoder().encode(each)),
    );
    const replies = [...files.keys()].filter((path) => path.endsWith('.tsr'));
    expect(replies).toHaveLength(3);
    const unseen: string[] = [];
    for (const path of replies) {
      const query = path.replace(/tsr$/, 'tsq');
      const own = readRequest(files.get(query) ?? new Uint8Array())?.imprint;
      for (const hash of hashes.filter((each) => each !== own)) {
        const reply = over(hash);
        for (const withQuery of [false, true]) {
          const report = await verifyTampered((changed) => {
            if (withQuery) changed.set(query, timestampRequest(hash, NONCE));
            put(path, reply)(changed);
          });
          const seen = report.results.some(({ id, outcome }) => id === 'timestamps' && outcome === 'fail');
          if (report.verdict !== 'altered' || !seen)
            unseen.push(`${path}, ${hash.slice(0, 8)}, ${withQuery}`);
        }
      }
    }
    expect(unseen).toEqual([]);
  });

  it.each([QUERY, REPLY, PATHS.manifestQuery])('without %s, the bundle is incomplete', async (path) => {
    expect(await verifyTampered(put(path, undefined))).toMatchObject({ verdict: 'incomplete' });
  });

  it('another one over the same line is not the one that the journal announces', async () => {
    const { files } = await readFiles(made.zipPath);
    const imprint = readFileSync(join(folder, 'data/journal.jsonl'), 'utf8').split('\n')[5] ?? '';
    const hash = hashing.sha256(new TextEncoder().encode(imprint));
    expect(files.has(REPLY)).toBe(true);
    const report = await verifyTampered(put(REPLY, over(hash)));
    expect(reportText(report)).toMatch(/n’est pas le jeton que la ligne 7 du journal annonce/);
  });

  it.each<[Answering, RegExp]>([
    [{ signer: 'expired' }, /n’était pas valable à cette heure/],
    [{ signer: 'for-mail', cms: 'plain' }, /pas fait pour horodater/],
  ])('by a signer who may not (%o)', async (how, words) => {
    const bundle = await exportToFile(stamped(how));
    try {
      const report = await verifyBundle(bundle.zipPath, undefined, roots(authority));
      expect(report.verdict).toBe('altered');
      expect(reportText(report)).toMatch(words);
    } finally {
      bundle.remove();
    }
  });
});
