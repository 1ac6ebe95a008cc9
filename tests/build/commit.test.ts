import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitId } from '../../scripts/build/commit.mjs';

const ROOT = resolve(import.meta.dirname, '../..');

describe('the commit that is embedded', () => {
  let work: string;
  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Essai', '-c', 'user.email=essai@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();

  /** A repository with one commit; its whole id. */
  function newRepository(folder: string): string {
    mkdirSync(join(folder, 'scripts/build'), { recursive: true });
    mkdirSync(join(folder, 'lib'));
    writeFileSync(join(folder, '.gitattributes'), 'scripts/build/commit.txt export-subst\n');
    writeFileSync(join(folder, 'scripts/build/commit.txt'), '$Format:%H$\n');
    writeFileSync(join(folder, 'lib/a.ts'), 'export const a = 1;\n');
    git(folder, 'init', '--quiet');
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'First');
    return git(folder, 'rev-parse', 'HEAD');
  }

  beforeEach(() => {
    work = realpathSync(mkdtempSync(join(tmpdir(), 'commit-')));
  });
  afterEach(() => {
    rmSync(work, { recursive: true, force: true });
  });

  it('is git’s own in a checkout', () => {
    const id = newRepository(work);
    expect(commitId(work)).toBe(id.slice(0, 12));
  });

  it('says when what is built was changed since, and only then', () => {
    const id = newRepository(work);
    writeFileSync(join(work, 'notes.txt'), 'not built\n');
    expect(commitId(work)).toBe(id.slice(0, 12));
    writeFileSync(join(work, 'lib/b.ts'), 'export const b = 2;\n');
    expect(commitId(work)).toBe(`${id.slice(0, 12)}+modifie`);
  });

  it('is known in an archive, without git', () => {
    const id = newRepository(join(work, 'repository'));
    const unpacked = join(work, 'unpacked');
    mkdirSync(unpacked);
    git(join(work, 'repository'), 'archive', `--output=${join(work, 'sources.tar')}`, 'HEAD');
    execFileSync('tar', ['-xf', join(work, 'sources.tar'), '-C', unpacked]);
    expect(commitId(unpacked)).toBe(id.slice(0, 12));
  });

  it('is never that of another repository around', () => {
    newRepository(work);
    const inner = join(work, 'inner');
    mkdirSync(join(inner, 'scripts/build'), { recursive: true });
    writeFileSync(join(inner, 'scripts/build/commit.txt'), '$Format:%H$\n');
    expect(commitId(inner)).toBe('inconnu');
  });

  it('is written into archives of this project', () => {
    const attributes = readFileSync(join(ROOT, '.gitattributes'), 'utf8').split('\n');
    expect(attributes).toContain('scripts/build/commit.txt export-subst');
  });
});
