import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { SOURCES } from './sources.mjs';

/** Characters of a commit id that are embedded; the whole one has 40. */
const LENGTH = 12;

const git = (root, ...args) => {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return undefined; // no git, or no repository
  }
};

/** Whether `root` is a checkout of its own, rather than a folder somewhere below another project's. */
export const isCheckout = (root) => {
  const top = git(root, 'rev-parse', '--show-toplevel');
  return top !== undefined && realpathSync(top) === realpathSync(root);
};

/**
 * The commit that `root` was made from, 12 hexadecimal digits: told by the archive, which git wrote it into, or by git.
 * `+modifie` follows when what is built was changed since. `inconnu` when neither knows.
 */
export function commitId(root) {
  const archived = readFileSync(join(root, 'scripts/build/commit.txt'), 'utf8').trim();
  if (/^[0-9a-f]{40}$/.test(archived)) return archived.slice(0, LENGTH);
  const head = isCheckout(root) ? git(root, 'rev-parse', '--verify', '--quiet', 'HEAD') : undefined;
  if (!head) return 'inconnu';
  const changed = git(root, 'status', '--porcelain', '--untracked-files=normal', '--', ...SOURCES) !== '';
  return head.slice(0, LENGTH) + (changed ? '+modifie' : '');
}
