import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCase } from '../../scripts/detect/case.ts';
import { granting } from '../../scripts/detect/extension-copy.ts';
import { parseOptions } from '../../scripts/detect/options.ts';
import { readCases } from '../../scripts/detect/read-cases.ts';

const URL_OF_A_PAGE = 'https://administration-etrangers-en-france.interieur.gouv.fr/usagers/#/demande';
const parse = (json: string) => parseCase('cas.json', 'cas', json, '<p>page</p>');
const described = (more: object) => JSON.stringify({ url: URL_OF_A_PAGE, ...more });

describe('the description of a case', () => {
  it('needs no more than an address', () => {
    expect(parse(described({}))).toEqual({
      id: 'cas',
      html: '<p>page</p>',
      url: URL_OF_A_PAGE,
      status: 200,
      responses: [],
      steps: [],
      label: 'positive',
    });
  });

  it('is read whole, remarks left aside', () => {
    const steps = [{ wait: 1500 }, { click: '#suite' }, { fill: ['#nom', 'ZZTEST'] }, { goto: '#/suite' }];
    const responses = [{ path: '/api/x', method: 'post', status: 500, delayMs: 600_000 }];
    const read = parse(
      described({ status: 503, steps, responses, categories: ['upload'], why: 'pour voir' }),
    );
    expect(read).toMatchObject({ status: 503, steps, categories: ['upload'] });
    expect(read.responses).toEqual([
      {
        path: '/api/x',
        method: 'POST',
        status: 500,
        contentType: 'application/json',
        body: '',
        delayMs: 600_000,
      },
    ]);
    expect(read).not.toHaveProperty('why');
  });

  it.each([
    ['not JSON', '{ "url": ', 'pas du JSON'],
    ['no address', '{}', '« url »'],
    ['an address without https', JSON.stringify({ url: '/usagers/' }), 'https://'],
    ['an unknown category', described({ categories: ['panne'] }), '« categories.0 » : une catégorie parmi'],
    ['an unknown step', described({ steps: [{ hover: '#a' }] }), '« steps.0 » : une étape est'],
    ['two steps in one', described({ steps: [{ wait: 1, click: '#a' }] }), '« steps.0 »'],
    ['a field without its text', described({ steps: [{ fill: ['#a'] }] }), '« steps.0 »'],
    ['a status that is none', described({ status: 99 }), '« status »'],
    ['a relative path', described({ responses: [{ path: 'api/x' }] }), '« responses.0.path »'],
    ['an unknown label', described({ label: 'perhaps' }), '« label »'],
  ])('refuses %s, and says so', (_, json, words) => {
    expect(() => parse(json)).toThrow('cas.json : ');
    expect(() => parse(json)).toThrow(words);
  });
});

describe('the cases of a folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'temoin-cases-'));
    await mkdir(join(folder, 'below'));
    await writeFile(join(folder, 'below', 'bas.json'), described({}));
    await writeFile(join(folder, 'below', 'bas.html'), '<p>bas</p>');
    await writeFile(join(folder, 'haut.json'), described({}));
    await writeFile(join(folder, 'haut.html'), '<p>haut</p>');
    await writeFile(join(folder, 'seul.json'), described({}));
    await writeFile(join(folder, 'notes.md'), 'rien');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are found to the bottom, and what lacks its page is named', async () => {
    const { cases, problems } = await readCases([folder]);
    expect(cases.map(({ id, html }) => [id, html])).toEqual([
      ['bas', '<p>bas</p>'],
      ['haut', '<p>haut</p>'],
    ]);
    expect(problems).toEqual([expect.stringContaining('seul.html')]);
  });

  it.each(['haut.html', 'haut.json', 'haut'])('%s names one of them', async (name) => {
    const { cases, problems } = await readCases([join(folder, name)]);
    expect(cases.map(({ id }) => id)).toEqual(['haut']);
    expect(problems).toEqual([]);
  });

  it.each(['absent', 'absent.html', 'notes.md'])('%s names none', async (name) => {
    const { cases, problems } = await readCases([join(folder, name)]);
    expect(cases).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(name)]);
  });
});

describe('the command line', () => {
  it.each([
    [['a', 'b.html'], ['a', 'b.html'], 8],
    [['a', '--at-once', '2', 'b'], ['a', 'b'], 2],
  ])('%j', (args, paths, atOnce) => {
    expect(parseOptions(args)).toEqual({ paths, atOnce });
  });

  it.each([[[]], [['--at-once', '0', 'a']], [['a', '--at-once']], [['--fast', 'a']]])(
    'refuses %j',
    (args) => {
      expect(() => parseOptions(args)).toThrow();
    },
  );
});

describe('a neighbouring site', () => {
  it('is granted beside what the manifest asks for', () => {
    const manifest = JSON.stringify({ name: 'x', host_permissions: ['https://portail.example/*'] });
    expect(JSON.parse(granting(manifest, 'timbres.impots.gouv.fr'))).toEqual({
      name: 'x',
      host_permissions: ['https://portail.example/*', 'https://timbres.impots.gouv.fr/*'],
    });
  });
});
