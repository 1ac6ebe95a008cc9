import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPublicKey } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Checks a bundle as a stranger would: with the programs of the system and none of our code. */

const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

export interface Unpacked {
  /** The bundle's one top folder. */
  readonly folder: string;
  readonly files: readonly string[];
  read(path: string): string;
  bytes(path: string): Buffer;
}

export function unpack(zip: string): Unpacked {
  const target = mkdtempSync(join(tmpdir(), 'bundle-'));
  run('unzip', ['-q', zip, '-d', target], target);
  const tops = readdirSync(target);
  const [top] = tops;
  if (tops.length !== 1 || top === undefined) throw new Error(`not one top folder: ${tops.join(', ')}`);
  const folder = join(target, top);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  const bytes = (path: string) => readFileSync(join(folder, path));
  return { folder, files, bytes, read: (path) => bytes(path).toString('utf8') };
}

/** `openssl dgst -verify` over both manifests: throws unless the key in the bundle sealed them. Returns its fingerprint. */
export function checkSeals({ folder, bytes }: Unpacked): string {
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const seal = `scelles/${manifest}.sig`;
    const args = ['dgst', '-sha256', '-verify', 'scelles/cle-publique.pem', '-signature', seal, manifest];
    run('openssl', args, folder);
  }
  const spki = createPublicKey(bytes('scelles/cle-publique.pem')).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex');
}

/** `sha256sum -c`: rejects unless every line is OK. Returns the number of files. */
export function checkManifest({ folder }: Unpacked, manifest: string): number {
  const lines = run('sha256sum', ['-c', manifest], folder).trim().split('\n');
  const bad = lines.filter((line) => !line.endsWith(': OK'));
  if (bad.length > 0) throw new Error(bad.join('\n'));
  return lines.length;
}

const RFC8493 = join(import.meta.dirname, 'rfc8493.py');

/**
 * Whether it is a bag: asks a program that was written from RFC 8493 alone and shares nothing with ours, and the Library of
 * Congress's `bagit.py` where the machine has it. Returns who was asked; throws what one of them finds.
 */
export function checkBag({ folder }: Unpacked): readonly string[] {
  const said = spawnSync('python3', [RFC8493, folder], { encoding: 'utf8' });
  if (said.status !== 0) throw new Error(`rfc8493.py: ${said.stdout}${said.stderr}`);
  if (spawnSync('python3', ['-c', 'import bagit']).status !== 0) return ['rfc8493.py'];
  run('python3', ['-m', 'bagit', '--validate', folder], folder);
  return ['rfc8493.py', 'bagit.py'];
}

const CHAIN_LOOP = `
prev=$(printf '0%.0s' $(seq 64)); n=0
while IFS= read -r line; do
  case "$line" in *"\\"prev\\":\\"$prev\\""*) ;; *) echo "broken at line $((n + 1))"; exit 1;; esac
  prev=$(printf %s "$line" | sha256sum | cut -d' ' -f1); n=$((n + 1))
done < data/journal.jsonl
echo "$n"`;

/** A shell loop over the journal. Returns the number of lines; throws where the chain breaks. */
export const checkChainInShell = ({ folder }: Unpacked): number =>
  Number(run('bash', ['-c', CHAIN_LOOP], folder));

/** Every text of the bundle, that of the PDF included, one string. */
export function allTexts(bundle: Unpacked): string {
  return (
    bundle.files
      // The verifier is the same in every bundle, made before anybody used it.
      .filter((path) => !/\.(png|sig)$/.test(path) && path !== 'verifier.html')
      .map((path) =>
        path.endsWith('.pdf') ? run('pdftotext', ['-layout', path, '-'], bundle.folder) : bundle.read(path),
      )
      .join('\n')
  );
}

/**
 * Which of these occur in any text of the bundle, whatever the case, the spaces and the accents. A short number counts
 * only as a number of its own: four digits are found in many a hash.
 */
export function foundIn(bundle: Unpacked, needles: readonly string[]): string[] {
  const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const texts = fold(allTexts(bundle));
  const tight = texts.replace(/\s+/g, '');
  return needles.filter((needle) => {
    const folded = fold(needle);
    if (/^\d{1,7}$/.test(folded)) return new RegExp(`(?<![0-9a-z])${folded}(?![0-9a-z])`).test(texts);
    return texts.includes(folded) || tight.includes(folded.replace(/\s+/g, ''));
  });
}

/** How long after the portal's last answer of that status its incident was in the journal (ms). */
export function storedAfter(
  bundle: Unpacked,
  requests: readonly { readonly status?: number | undefined; readonly at: number }[],
  status: number,
): number {
  const records = bundle.files
    .filter((path) => path.startsWith('data/incidents/'))
    .map((path) => JSON.parse(bundle.read(path)) as { seq: number; httpStatus: number | null });
  const seq = records.findLast(({ httpStatus }) => httpStatus === status)?.seq;
  const lines = bundle.read('data/journal.jsonl').trim().split('\n');
  const written = lines
    .map((line) => JSON.parse(line) as { seq: number; at: string })
    .find((line) => line.seq === seq);
  const failed = requests.findLast((request) => request.status === status);
  if (!written || !failed) throw new Error(`no incident of a ${status}`);
  return Date.parse(written.at) - failed.at;
}
