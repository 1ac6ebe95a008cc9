import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundThing } from '../../scripts/detect/finding.ts';

interface Run {
  readonly code: number | null;
  readonly lines: readonly { readonly page: string; readonly findings: readonly FoundThing[] }[];
  readonly told: string;
}

const detect = (...args: string[]): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/detect.mjs', ...args]);
    let printed = '';
    let told = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      try {
        const lines = printed.split('\n').filter(Boolean);
        resolve({ code, told, lines: lines.map((line) => JSON.parse(line) as Run['lines'][number]) });
      } catch (error) {
        reject(new Error(`not JSON lines: ${printed}\n${told}`, { cause: error }));
      }
    });
  });

/** Several browsers start in each test, one after the other. */
const PATIENCE = 300_000;

/** The workbench always drives Chromium. */
describe('the workbench of detection', { timeout: PATIENCE }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'temoin-workbench-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('says what the extension found on each page, and nothing else', async () => {
    const { code, lines, told } = await detect('tests/pages/workbench');
    const findings = Object.fromEntries(lines.map((line) => [line.page, line.findings]));
    expect(Object.keys(findings).sort()).toEqual([
      'accueil-ordinaire',
      'enregistrement-en-echec',
      'page-en-maintenance',
      'piece-facultative-absente',
      'voisin-sans-creneau',
    ]);
    expect(findings['accueil-ordinaire']).toEqual([]);
    expect(findings['piece-facultative-absente']).toEqual([]);
    const failed = findings['enregistrement-en-echec'];
    expect(failed).toContainEqual({ ruleId: 'http-server-error', category: 'server-error', quote: null });
    expect(failed?.find(({ category }) => category === 'session')?.quote).toContain('Votre session a expiré');
    expect(findings['page-en-maintenance']?.map(({ category }) => category)).toContain('unavailable');
    expect(told).toContain('Rappel : 100');
    expect(code).toBe(0);
  });

  it('sees a form that is blocked, and leaves alone one that waits for the person', async () => {
    const { code, told } = await detect(
      'tests/pages/known/particuliers/bouton-grise-formulaire-complet.json',
      'tests/pages/known/particuliers/boucle-de-validation-date.json',
      'tests/pages/known/particuliers/bouton-grise-champ-manquant.json',
      'tests/pages/known/particuliers/bouton-grise-consentement.json',
    );
    expect(told).toContain('Rappel : 100');
    expect(told).toContain('Fausses alertes : 0');
    expect(code).toBe(0);
  });

  it('fails on what is missed and on a step that cannot be played, and names a file that is no case', async () => {
    const page = '<!doctype html><title>Page inventée</title><h1>Tout va bien</h1>';
    const url = 'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/';
    const write = async (id: string, description: object) => {
      await writeFile(join(folder, `${id}.html`), page);
      await writeFile(join(folder, `${id}.json`), JSON.stringify({ url, ...description }));
    };
    await write('manque', { label: 'positive', categories: ['upload'], steps: [{ click: '#absent' }] });
    const missed = await detect(folder);
    expect(missed.lines).toEqual([{ page: 'manque', findings: [] }]);
    expect(missed.told).toContain('#absent');
    expect(missed.told).toContain('upload');
    expect(missed.code).toBe(1);

    await write('mal-ecrit', { steps: [{ survol: '#a' }] });
    const malformed = await detect(join(folder, 'mal-ecrit.json'));
    expect(malformed.lines).toEqual([]);
    expect(malformed.told).toContain('mal-ecrit.json');
    expect(malformed.code).toBe(2);
  });
});
