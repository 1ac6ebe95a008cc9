import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentsRecord } from '../../lib/core/bundle/documents-record.ts';
import type { FilingRecord } from '../../lib/core/bundle/filing-record.ts';
import { parisDate, parisDay } from '../../lib/core/time.ts';
import { verifyBundle } from '../../lib/node/verify-bundle.ts';
import {
  fillRequest,
  fillStep,
  hook,
  press,
  uploadDocument,
  waitForRoute,
  writeDocuments,
} from '../portal/journey.mjs';
import { allTexts, checkChainInShell, checkManifest, type Unpacked, unpack } from './bundle-checks.ts';
import { exportDossier, startedPage } from './person.ts';
import { capturesOf } from './records.ts';
import { openStage, type Stage } from './stage.ts';
import { parsedLines, readBadge, readStored } from './stored.ts';
import { until } from './until.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SUGGESTION = 'Gardez une preuve avant d’envoyer';

/** From the list of documents to the confirmation, as a person does it, in each generation of the interface. */
describe.each([
  { skin: 'usagers', lang: 'fr', labels: ['Passeport', 'Justificatif de domicile', 'Photo d’identité'] },
  { skin: 'particuliers', lang: 'en', labels: ['Passport', 'Proof of address', 'Identity photograph'] },
] as const)('a request filed in $skin, in $lang', ({ skin, lang, labels }) => {
  let stage: Stage;
  let page: Page;
  let bundle: Unpacked;
  let path = '';

  const typesStored = async () => parsedLines(await readStored(stage.witnessed)).map(({ type }) => type);
  const count = async (type: string) => (await typesStored()).filter((one) => one === type).length;
  /** Opens the popup, keeps the page with one click, and closes it. Resolves with what the popup answered. */
  const keepProof = async (): Promise<string> => {
    const popup = await stage.witnessed.popup(page);
    await popup.waitForText(SUGGESTION);
    await popup.click('text=Garder une preuve');
    await popup.waitForText('C’est enregistré');
    const said = await popup.evaluate(() => document.querySelector('.proof-outcome')?.textContent ?? '');
    await popup.close();
    return said;
  };
  const lists = () => records<DocumentsRecord>('data/documents/');
  const filings = () => records<FilingRecord>('data/depots/');
  const records = <Record>(folder: string): Record[] =>
    bundle.files
      .filter((file) => file.startsWith(folder))
      .map((file) => JSON.parse(bundle.read(file)) as Record);

  beforeAll(async () => {
    stage = await openStage();
    page = await startedPage(stage, { skin, lang });
  });
  afterAll(async () => {
    await stage?.close();
  });

  it('suggests nothing where there is nothing to keep', async () => {
    await fillRequest(page, { until: 5, skin });
    const popup = await stage.witnessed.popup(page);
    await popup.waitForText('Photographier cette page');
    expect(await popup.text()).not.toContain(SUGGESTION);
    await popup.close();
  });

  it('keeps the list of documents with one click, the refused one too', async () => {
    stage.portal.setScenario('upload-not-processed', { times: 1 });
    expect(await uploadDocument(page, 'domicile', writeDocuments().domicile)).toBe('error');
    stage.portal.setScenario(undefined);
    for (const name of ['passeport', 'photo'] as const)
      await uploadDocument(page, name, writeDocuments()[name]);
    expect(await keepProof()).toContain('La liste des 3 documents est gardée aussi.');
    expect(await count('documents')).toBe(1);
  });

  it('keeps the recapitulation, and leaves the badge alone', async () => {
    // Another file: choosing the same one again is no change.
    await uploadDocument(page, 'domicile', writeDocuments().photo);
    await page.waitForSelector('[data-upload="domicile"][data-state="done"]');
    await press(page, hook('submit'));
    await fillStep(page, 6);
    await press(page, hook('submit'));
    await page.waitForSelector('form', { hidden: true });
    await press(page, hook('submit'));
    await waitForRoute(page, '#/demande/etape/7');
    for (const part of [1, 2, 3]) await press(page, hook(`recap-${part}`));
    const before = await readBadge(stage.witnessed);
    expect(await keepProof()).toContain('photo comprise');
    expect(await readBadge(stage.witnessed)).toEqual(before);
  });

  it('takes the filing date from the confirmation, and the popup shows it', async () => {
    await press(page, hook('recap-4'));
    await press(page, hook('send'));
    await waitForRoute(page, '#/confirmation');
    await until('the filing', async () => (await count('filing')) === 1);
    const popup = await stage.witnessed.popup(page);
    await popup.waitForText(`Demande envoyée le ${parisDate(Date.now())}`);
    expect(await popup.text()).toContain('3 documents dans la liste gardée');
    expect(await popup.text()).not.toContain(SUGGESTION);
    ({ path } = await exportDossier(stage, popup));
    bundle = unpack(path);
  });

  it('writes all of it into the bundle, which holds', async () => {
    expect(checkManifest(bundle, 'manifest-sha256.txt')).toBeGreaterThan(6);
    expect(checkChainInShell(bundle)).toBeGreaterThan(6);
    expect(await verifyBundle(path)).toMatchObject({ verdict: 'intact' });
    execFileSync(process.execPath, ['scripts/verify.mjs', path], { cwd: ROOT, stdio: 'pipe' });
    const [first, second] = lists();
    expect(first).toMatchObject({ page: 'documents', cut: false });
    expect(first?.items.map(({ label, state }) => [label, state])).toEqual([
      [labels[0], 'received'],
      [labels[1], 'refused'],
      [labels[2], 'received'],
    ]);
    expect(second).toMatchObject({ page: 'recap' });
    expect(second?.items.map(({ label, fileType }) => [label, fileType])).toEqual(
      labels.map((label) => [label, 'pdf']),
    );
    const [filing, ...others] = filings();
    expect(others).toEqual([]);
    expect(filing).toMatchObject({ filedOn: parisDay(Date.now()), read: 'page', numberShown: true });
    const description = JSON.parse(bundle.read('data/dossier.json')) as {
      procedure: { filedOn: string };
      synthesis: { byCategory: object };
    };
    expect(description.procedure.filedOn).toBe(filing?.filedOn);
    // A success is no failure, and a document refused is one.
    expect(Object.keys(description.synthesis.byCategory)).toEqual(['upload']);
    const steps = capturesOf(bundle).map(({ trigger }) => trigger.step);
    expect(steps).toEqual(expect.arrayContaining(['documents', 'recap']));
  });

  it('says it in the report, and keeps no name of a file', () => {
    const texts = allTexts(bundle);
    expect(texts).toContain('Dépôt de la demande');
    expect(texts).toContain(parisDate(Date.now()));
    const kept = JSON.stringify([...lists(), ...filings()]);
    expect(kept).not.toMatch(/fictif/i);
  });
});
