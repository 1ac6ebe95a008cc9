import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATHS } from '../../lib/core/bundle/layout.ts';
import { reportText } from '../../lib/core/verify/report-text.ts';
import { hashing } from '../../lib/node/hashing.ts';
import { verifyBundle } from '../../lib/node/verify-bundle.ts';
import { newTestKey, testKey } from '../app/fixtures/test-key.ts';
import { failing } from '../reader/fixtures/opened.ts';
import { exportBundle, type SampleBundle, unseal } from './fixtures/sample-bundle.ts';
import { recommit, recount, reforge, replaceText } from './fixtures/tamper.ts';

const FINGERPRINT = hashing.sha256(testKey.spki);

let bundle: SampleBundle;
beforeAll(async () => {
  bundle = await exportBundle();
});
afterAll(() => bundle.remove());

describe('the seals of a bundle', () => {
  it('names the key that sealed it, and compares it with the one the reader knows', async () => {
    expect(await verifyBundle(bundle.zipPath)).toMatchObject({
      level: 'sealed',
      key: { spkiSha256: FINGERPRINT, compared: 'not-compared' },
    });
    expect(await verifyBundle(bundle.zipPath, FINGERPRINT)).toMatchObject({
      level: 'sealed',
      key: { compared: 'same' },
    });
  });

  it('calls what a forger wrote and sealed again what it is: another key', async () => {
    const forger = newTestKey();
    const zip = await bundle.changed((files) => {
      replaceText(files, 'data/incidents/000003.json', '"httpStatus":500', '"httpStatus":404');
      replaceText(files, PATHS.incidentsTable, ';500;', ';404;');
      recommit(files);
      recount(files);
      reforge(files, forger);
    });
    const report = await verifyBundle(zip, FINGERPRINT);
    expect(report).toMatchObject({ verdict: 'intact', level: 'intact', key: { compared: 'other' } });
    expect(report.key?.spkiSha256).toBe(hashing.sha256(forger.spki));
    expect(reportText(report)).toContain('CE N’EST PAS LA CLÉ ATTENDUE');
  });

  it.each([PATHS.publicKey, PATHS.manifestSignature, PATHS.tagManifestSignature])(
    'misses %s, which the description announces',
    async (path) => {
      const report = await bundle.verifyTampered((files) => void files.delete(path));
      expect(report).toMatchObject({ verdict: 'incomplete', level: null, key: null });
      expect(failing(report)).toContain('seals');
    },
  );

  it('calls a bundle without seal that announces none intact, and nothing more', async () => {
    const report = await bundle.verifyTampered(unseal);
    expect(report).toMatchObject({ verdict: 'intact', level: 'intact', key: null });
  });
});
