import { beforeAll, describe, expect, it } from 'vitest';
import { type Given, givenArchive, givenFolder, givenByDrop as readDrop } from '../../lib/reader/dropped.ts';
import { verifyItems } from '../../lib/reader/verify-items.ts';
import { webPorts } from '../../lib/reader/web-ports.ts';
import { giveBack } from '../../lib/render/give-back.ts';
import { sampleDossier } from '../app/fixtures/sample-dossier.ts';
import type { Files } from '../node/fixtures/tamper.ts';
import { bundleOf } from './fixtures/opened.ts';

const givenByDrop = (drop: DataTransfer) => readDrop(drop, giveBack);

/** What browsers hand over when something is chosen or dropped, as far as it is looked at. */
type Tree = Map<string, Tree | File>;

let topFolder: string;
let files: Files;
let zip: File;
let tree: Tree;
beforeAll(async () => {
  const bundle = await bundleOf(sampleDossier().source());
  ({ topFolder, files } = bundle);
  zip = new File([bundle.zip], 'dossier.zip');
  tree = new Map();
  for (const [path, bytes] of files) {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    let folder = tree;
    for (const part of parts) {
      const below = folder.get(part) ?? new Map();
      folder.set(part, below);
      folder = below as Tree;
    }
    folder.set(name, new File([bytes], name));
  }
});

const entryOf = (name: string, node: Tree | File): unknown =>
  node instanceof File
    ? { name, isDirectory: false, file: (resolve: (file: File) => void) => resolve(node) }
    : {
        name,
        isDirectory: true,
        createReader() {
          const left = [...node].map(([below, child]) => entryOf(below, child));
          return { readEntries: (resolve: (some: unknown[]) => void) => resolve(left.splice(0, 2)) };
        },
      };
const handleOf = (node: Tree | File): unknown =>
  node instanceof File
    ? { kind: 'file', getFile: async () => node }
    : {
        kind: 'directory',
        async *entries() {
          for (const [name, child] of node) yield [name, handleOf(child)];
        },
      };
const dropped = (item: object) =>
  ({
    items: [{ kind: 'string' }, { kind: 'file', getAsFile: () => null, ...item }],
  }) as unknown as DataTransfer;
const verdictOf = async (given: Given | undefined) => {
  if (!given) return undefined;
  const { verdict, level, reason } = await verifyItems(() => given.list(), webPorts);
  return { name: given.name, verdict, level, reason };
};
const whole = { verdict: 'intact', level: 'sealed', reason: null };

describe('what is chosen', () => {
  it('is an archive', async () => {
    expect(await verdictOf(givenArchive(zip, giveBack))).toEqual({ name: 'dossier.zip', ...whole });
  });

  it('is a folder', async () => {
    const chosen = [...files].map(([path, bytes]) =>
      Object.defineProperty(new File([bytes], path), 'webkitRelativePath', { value: `${topFolder}/${path}` }),
    );
    expect(await verdictOf(givenFolder(chosen))).toEqual({ name: topFolder, ...whole });
    expect(await verdictOf(givenFolder([]))).toMatchObject({ verdict: 'unreadable', reason: 'no-bundle' });
  });
});

describe('what is dropped', () => {
  it('is an archive', async () => {
    const given = givenByDrop(dropped({ getAsFile: () => zip, webkitGetAsEntry: () => entryOf('x', zip) }));
    expect(await verdictOf(given)).toEqual({ name: 'dossier.zip', ...whole });
  });

  it('is a folder, which one browser reads by entries and the other by handles', async () => {
    const byEntries = dropped({ webkitGetAsEntry: () => entryOf(topFolder, tree) });
    expect(await verdictOf(givenByDrop(byEntries))).toEqual({ name: topFolder, ...whole });
    const unreadable = { name: topFolder, isDirectory: true };
    const byHandles = dropped({
      webkitGetAsEntry: () => unreadable,
      getAsFileSystemHandle: async () => handleOf(tree),
    });
    expect(await verdictOf(givenByDrop(byHandles))).toEqual({ name: topFolder, ...whole });
  });

  it('is a folder that goes on for ever', async () => {
    const endless: unknown = {
      name: 'x',
      isDirectory: true,
      createReader() {
        let told = false;
        return {
          readEntries(resolve: (some: unknown[]) => void) {
            resolve(told ? [] : [endless]);
            told = true;
          },
        };
      },
    };
    expect(await verdictOf(givenByDrop(dropped({ webkitGetAsEntry: () => endless })))).toMatchObject({
      verdict: 'unreadable',
      reason: 'too-large',
    });
  });

  it('is nothing of use: a text, a link', () => {
    expect(givenByDrop(dropped({ webkitGetAsEntry: () => null }))).toBeUndefined();
    expect(givenByDrop({ items: [] } as unknown as DataTransfer)).toBeUndefined();
  });
});
