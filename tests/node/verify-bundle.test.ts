import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATHS, sideFilePath } from '../../lib/core/bundle/layout.ts';
import { derSignature } from '../../lib/core/seal/ecdsa-signature.ts';
import { CHECKS } from '../../lib/core/verify/index.ts';
import { reportText } from '../../lib/core/verify/report-text.ts';
import { verifyBundle } from '../../lib/node/verify-bundle.ts';
import { OPENED_AT } from '../app/fixtures/dossier.ts';
import { sampleDossier } from '../app/fixtures/sample-dossier.ts';
import { newTestKey } from '../app/fixtures/test-key.ts';
import { tinyJpeg } from '../app/fixtures/tiny-pictures.ts';
import { failing } from '../reader/fixtures/opened.ts';
import { exportBundle, type SampleBundle } from './fixtures/sample-bundle.ts';
import { type Files, recount, rehash, replaceText, setText } from './fixtures/tamper.ts';

const PICTURE = 'data/captures/000005.png';
const CAPTURE = 'data/captures/000005.json';
const INCIDENT = 'data/incidents/000003.json';

let bundle: SampleBundle;
beforeAll(async () => {
  bundle = await exportBundle();
});
afterAll(() => bundle.remove());

/** For each check, the tampering that it finds. A forger who makes the manifests true again says `rehash`. */
const TAMPERINGS: Readonly<Record<string, (files: Files) => void>> = {
  names(files) {
    setText(files, 'reçu.txt', 'x');
    rehash(files);
  },
  bag(files) {
    replaceText(files, PATHS.bagInfo, 'Payload-Oxum: ', 'Payload-Oxum: 1');
    rehash(files);
  },
  payload: (files) => void files.set(PICTURE, tinyJpeg()),
  tags: (files) => replaceText(files, PATHS.readme, 'ANEF', 'CAF'),
  journal(files) {
    replaceText(files, PATHS.journal, '"attempt":1', '"attempt":2');
    rehash(files);
  },
  commitments(files) {
    replaceText(files, INCIDENT, '"httpStatus":500', '"httpStatus":404');
    rehash(files);
  },
  'captured-files'(files) {
    files.set(PICTURE, tinyJpeg());
    rehash(files);
  },
  description(files) {
    replaceText(files, PATHS.dossier, '0f3a9c21-7b64', '0f3a9c21-0000');
    rehash(files);
  },
  figures(files) {
    replaceText(files, PATHS.dossier, '"attempts": 1', '"attempts": 40');
    rehash(files);
  },
  profile(files) {
    replaceText(files, PATHS.dossier, '"profile": "complete"', '"profile": "court"');
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

describe('verifyBundle', () => {
  it('has one tampered bundle for each check, and each check in its own file', () => {
    expect(Object.keys(TAMPERINGS).sort()).toEqual(CHECKS.map(({ id }) => id).sort());
    expect(readdirSync('lib/core/verify/checks')).toHaveLength(CHECKS.length);
  });

  it.each(Object.entries(TAMPERINGS))('%s finds its tampering', async (id, tamper) => {
    const report = await bundle.verifyTampered(tamper);
    expect(report.verdict).toBe('altered');
    expect(failing(report)).toContain(id);
  });

  it('passes an untouched copy', async () => {
    expect(await bundle.verifyTampered(() => {})).toMatchObject({ verdict: 'intact' });
  });

  it.each([PICTURE, CAPTURE, INCIDENT, PATHS.readme, PATHS.manifest, PATHS.tagManifest, PATHS.bagInfo])(
    'calls a bundle without %s incomplete',
    async (path) => {
      const report = await bundle.verifyTampered((files) => void files.delete(path));
      const kinds = report.results.flatMap(({ problems }) => problems.map(({ kind }) => kind));
      expect(kinds).toContain('missing');
      // A capture record that goes leaves pictures that nothing announces.
      if (path !== CAPTURE) expect(report.verdict).toBe('incomplete');
    },
  );

  it('accepts a record that is declared withheld', async () => {
    const report = await bundle.verifyTampered((files) => {
      files.delete(INCIDENT);
      replaceText(files, PATHS.dossier, '"withheld": []', '"withheld": [{ "seq": 3, "reason": "profile" }]');
      recount(files);
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
    const hidden = await exportBundle(dossier.source());
    expect(await verifyBundle(hidden.zipPath)).toMatchObject({ verdict: 'intact' });
    const report = await hidden.verifyTampered((files) => {
      replaceText(files, path, 'b2b2', 'c2c2');
      rehash(files);
    });
    hidden.remove();
    expect(report.verdict).toBe('altered');
    expect(failing(report)).toEqual(['commitments']);
  });

  it('finds a record of a display that no line announces', async () => {
    const added = await bundle.verifyTampered((files) => setText(files, 'data/affichage/000009.json', '{}'));
    expect(failing(added)).toContain('commitments');
  });

  it('finds a file that was added', async () => {
    expect(
      failing(await bundle.verifyTampered((files) => setText(files, 'data/captures/000009.png', 'x'))),
    ).toEqual(['bag', 'payload', 'captured-files']);
  });

  it('tells of a page that a computer of the local network served, and calls it no change', async () => {
    const dossier = sampleDossier();
    const main = { status: 200, fromCache: false, serverIp: '127.0.0.1', date: null, headers: {} };
    const seq = dossier.capture(OPENED_AT + 95_000, { more: { http: { main, recent: [] } } });
    const local = await exportBundle(dossier.source());
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
    const text = reportText(await verifyBundle(bundle.zipPath));
    expect(text).toContain('INTACT');
    expect(text).toContain('pas qui l’a fait ni quand');
    expect(text).not.toMatch(/certifi|authenti/i);
  });
});
