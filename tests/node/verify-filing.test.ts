import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATHS } from '../../lib/core/bundle/layout.ts';
import { OPENED_AT } from '../app/fixtures/dossier.ts';
import { sampleDossier } from '../app/fixtures/sample-dossier.ts';
import { failing } from '../reader/fixtures/opened.ts';
import { exportBundle, type SampleBundle } from './fixtures/sample-bundle.ts';
import { type Files, rehash, replaceText, setText } from './fixtures/tamper.ts';

describe('a filing', () => {
  const LIST = 'data/documents/000008.json';
  const FILING = 'data/depots/000009.json';
  let filed: SampleBundle;
  beforeAll(async () => {
    const dossier = sampleDossier();
    const capture = dossier.capture(OPENED_AT + 98_000);
    dossier.documents(OPENED_AT + 98_000, capture);
    dossier.filing(OPENED_AT + 99_000, capture);
    filed = await exportBundle(dossier.source());
  });
  afterAll(() => filed.remove());
  const tampered = (tamper: (files: Files) => void) =>
    filed.verifyTampered((files) => {
      expect([LIST, FILING].filter((path) => !files.has(path))).toEqual([]);
      tamper(files);
    });

  it('is compared with the journal, list and date', async () => {
    expect(await tampered(() => {})).toMatchObject({ verdict: 'intact' });
    for (const [path, from, to] of [
      [LIST, '"refused"', '"pending"'],
      [FILING, '"13:14:14"', '"09:00:00"'],
    ] as const) {
      const report = await tampered((files) => {
        replaceText(files, path, from, to);
        rehash(files);
      });
      expect(failing(report)).toContain('commitments');
    }
  });

  it('cannot be given another day in the description', async () => {
    const report = await tampered((files) => {
      replaceText(files, PATHS.dossier, '"filedOn": "2024-01-24"', '"filedOn": "2023-01-24"');
      rehash(files);
    });
    expect(failing(report)).toEqual(['description']);
  });

  it('cannot be given another hour in the description', async () => {
    const report = await tampered((files) => {
      replaceText(files, PATHS.dossier, '"filedTime": "13:14:14"', '"filedTime": "09:00:00"');
      rehash(files);
    });
    expect(failing(report)).toEqual(['description']);
  });

  it('cannot be described where none was kept', async () => {
    const bundle = await exportBundle();
    const report = await bundle.verifyTampered((files) => {
      replaceText(files, PATHS.dossier, '"filedOn": null', '"filedOn": "2023-01-24"');
      rehash(files);
    });
    bundle.remove();
    expect(failing(report)).toContain('description');
  });

  it.each([LIST, FILING])('without %s is incomplete', async (path) => {
    expect(await tampered((files) => void files.delete(path))).toMatchObject({ verdict: 'incomplete' });
  });

  it.each(['data/documents/000006.json', 'data/depots/000006.json'])('has no %s of its own', async (path) => {
    expect(failing(await tampered((files) => setText(files, path, '{}')))).toContain('commitments');
  });
});
