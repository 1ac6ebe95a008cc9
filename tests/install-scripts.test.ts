import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

const read = (name: string) => readFileSync(resolve(import.meta.dirname, '..', name), 'utf8');
const { packages } = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const dependencies = Object.entries(packages).filter(([path]) => path !== '');
const pathsWhere = (holds: (locked: Locked) => boolean) =>
  dependencies.filter(([, locked]) => holds(locked)).map(([path]) => path);

describe('what is installed', () => {
  it('is read at all', () => {
    expect(dependencies.length).toBeGreaterThan(100);
  });

  // npm runs none of them (.npmrc, scripts/setup/dependencies.mjs): a package that relies on one would be broken.
  it('has no install script', () => {
    expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
    expect(pathsWhere(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
  });

  it('comes from the registry, and is the bytes that the lock file says', () => {
    expect(pathsWhere(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
    const elsewhere = ({ resolved, link }: Locked) =>
      link === true || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'));
    expect(pathsWhere(elsewhere)).toEqual([]);
  });

  it('is asked for by exact versions', () => {
    const asked = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    const ranges = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides']
      .flatMap((kind) => Object.entries(asked[kind] ?? {}))
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(ranges).toEqual([]);
  });
});
