import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { unpack } from './bundle-checks.ts';

/** A program that opens ZIP files. `asking` tells whether the machine has it, without doing anything. */
interface Unpacker {
  readonly name: string;
  readonly asking: readonly [command: string, ...args: string[]];
  unpacking(zip: string, into: string): readonly [command: string, ...args: string[]];
}

/** One program under the names that it has had. */
const sevenZip = (command: string): Unpacker => ({
  name: '7-Zip',
  asking: [command, 'i'],
  unpacking: (zip, into) => [command, 'x', '-bd', '-y', `-o${into}`, zip],
});
const UNPACKERS: readonly Unpacker[] = [
  { name: 'unzip', asking: ['unzip', '-v'], unpacking: (zip, into) => ['unzip', '-q', zip, '-d', into] },
  {
    name: 'zipfile',
    asking: ['python3', '--version'],
    unpacking: (zip, into) => ['python3', '-m', 'zipfile', '-e', zip, into],
  },
  sevenZip('7zz'),
  sevenZip('7z'),
  sevenZip('7za'),
  {
    name: 'bsdtar',
    asking: ['bsdtar', '--version'],
    unpacking: (zip, into) => ['bsdtar', '-xf', zip, '-C', into],
  },
  {
    // Without its directory, which comes last: what the files say of themselves where they stand.
    name: 'bsdtar, as it comes',
    asking: ['bsdtar', '--version'],
    unpacking: (zip, into) => ['sh', '-c', 'cat "$0" | bsdtar -xf - -C "$1"', zip, into],
  },
];

/**
 * Unpacks with each program that the machine has. `used`: those whose files are, byte for byte, those that `unzip` gives;
 * `missing`: those that the machine does not have. Throws what a program says that does not manage.
 */
export function unpackWithEach(zip: string): { readonly used: string[]; readonly missing: string[] } {
  const used = new Set<string>();
  const { folder: reference } = unpack(zip);
  for (const { name, asking, unpacking } of UNPACKERS) {
    const [question, ...how] = asking;
    if (used.has(name) || spawnSync(question, how).status !== 0) continue;
    const target = mkdtempSync(join(tmpdir(), 'unpacked-'));
    const [command, ...args] = unpacking(zip, target);
    execFileSync(command, args, { stdio: 'pipe' });
    execFileSync('diff', ['-r', reference, join(target, basename(reference))], { stdio: 'pipe' });
    rmSync(target, { recursive: true });
    used.add(name);
  }
  rmSync(dirname(reference), { recursive: true });
  const missing = UNPACKERS.map(({ name }) => name).filter((name) => !used.has(name));
  return { used: [...used], missing: [...new Set(missing)] };
}
