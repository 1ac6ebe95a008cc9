import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProfileChoice } from '../../lib/core/profile/profile.ts';
import type { VerificationReport } from '../../lib/core/verify/check.ts';
import { verifyBundle } from '../../lib/node/verify-bundle.ts';
import { fillRequest, sendRequest } from '../portal/journey.mjs';
import type { Surface } from './browser/surface.ts';
import { allTexts, checkChainInShell, type Unpacked, unpack } from './bundle-checks.ts';
import { exportFor } from './export-for.ts';
import { photograph, startedPage } from './person.ts';
import { openStage, type Stage } from './stage.ts';
import { parsedLines, readStored } from './stored.ts';
import { until } from './until.ts';

const STATEMENT = 'Je voulais envoyer ma demande';

/** What the dossier page will ask of the background. */
const askBackground = async (name: string, data: object): Promise<unknown> => {
  const scope = globalThis as unknown as Record<
    'browser' | 'chrome',
    { runtime: { sendMessage(message: object): Promise<unknown> } }
  >;
  return (scope.browser ?? scope.chrome).runtime.sendMessage({ to: 'background', name, data });
};

describe('the four exports of one dossier', () => {
  const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
  let stage: Stage;
  let page: Surface;
  let dossier: string;
  /** Line of the capture that she wrote beside. */
  let capture: number;
  let complete: Awaited<ReturnType<typeof exported>>;

  beforeAll(async () => {
    stage = await openStage();
    const portal = await startedPage(stage);
    await fillRequest(portal);
    stage.portal.setScenario('send-500');
    await sendRequest(portal);
    const popup = await stage.witnessed.popup(portal);
    await photograph(popup, STATEMENT);
    await popup.close();
    await until('the incident', async () =>
      parsedLines(await readStored(stage.witnessed)).some(({ type }) => type === 'incident'),
    );
    dossier = parsedLines(await readStored(stage.witnessed))[0]?.dossier ?? '';
    // A page without a worker of its own: a policy is made once in a page.
    page = await stage.witnessed.openExtensionPage('/diagnostics.html');
    complete = await exported({ profile: 'complete' });
    const spoken = complete.data.find(
      (path) => /captures\/\d+\.json$/.test(path) && complete.bundle.read(path).includes(STATEMENT),
    );
    capture = Number(/\d+/.exec(spoken ?? '')?.[0]);
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(folder, { recursive: true });
  });

  const exported = async (
    choice: ProfileChoice,
  ): Promise<{ report: VerificationReport; bundle: Unpacked; data: string[] }> => {
    const about = { dossierId: dossier, software: { version: '0.1.0', commit: 'abc' } };
    const path = await exportFor(page, about, choice, mkdtempSync(join(folder, 'export-')));
    const bundle = unpack(path);
    const data = bundle.files.filter((file) => file.startsWith('data/')).sort();
    return { report: await verifyBundle(path), bundle, data };
  };
  const untold = ({ results }: VerificationReport) =>
    results.filter(({ outcome }) => outcome !== 'pass').map(({ id, outcome }) => `${id} ${outcome}`);

  it('complete: everything', () => {
    const { report, bundle, data } = complete;
    expect([report.verdict, untold(report)]).toEqual(['intact', []]);
    expect(data.some((path) => path.endsWith('.png'))).toBe(true);
    expect(allTexts(bundle)).toContain(STATEMENT);
  });

  it('association: records without a text, with the journal or without it', async () => {
    const { report, bundle, data } = await exported({ profile: 'association' });
    expect([report.verdict, untold(report)]).toEqual(['intact', []]);
    expect(checkChainInShell(bundle)).toBeGreaterThan(4);
    expect(data.filter((path) => !path.startsWith('data/incidents/'))).toEqual([
      'data/dossier.json',
      'data/incidents.csv',
      'data/journal.jsonl',
    ]);
    expect(allTexts(bundle)).not.toContain(STATEMENT);
    const bare = await exported({ profile: 'association', journal: false });
    expect(untold(bare.report)).toEqual(['journal unknown', 'commitments unknown']);
    expect(bare.report.verdict).toBe('intact');
  });

  it.each(['court', 'administration'] as const)('%s: its exhibit alone', async (profile) => {
    const { report, bundle, data } = await exported({ profile });
    expect([report.verdict, untold(report)]).toEqual(['intact', ['journal unknown', 'commitments unknown']]);
    expect(data).toEqual(['data/dossier.json', 'data/pieces/01_Chronologie_des_tentatives.pdf']);
    expect(allTexts(bundle).includes(STATEMENT)).toBe(profile === 'court');
  });

  it('a capture erased leaves the disk, and the chain holds', async () => {
    const about = { dossier, seq: capture };
    const files = async () =>
      (await readStored(stage.witnessed)).files.filter(({ seq }) => seq === capture).length;
    expect(await files()).toBeGreaterThan(1);
    const answer = await page.evaluate(askBackground, 'capture.erase', about);
    expect(answer).toMatchObject({ ok: true, value: { kind: 'erased' } });
    expect(await files()).toBe(0);
    expect(await page.evaluate(askBackground, 'capture.erase', about)).toMatchObject({
      value: { kind: 'already-erased' },
    });
    const { report, bundle, data } = await exported({ profile: 'complete' });
    expect([report.verdict, untold(report)]).toEqual(['intact', []]);
    expect(report.remarks.map(({ id }) => id)).toContain('erased');
    expect(data.filter((path) => path.includes(String(capture).padStart(6, '0')))).toEqual([]);
    expect(allTexts(bundle)).not.toContain(STATEMENT);
    expect(checkChainInShell(bundle)).toBeGreaterThan(5);
  });
});
