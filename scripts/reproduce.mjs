// npm run reproduce: builds the commit twice, apart from each other, and says whether both are the same bytes.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitId, isCheckout } from './build/commit.mjs';
import { compareBuilds, hashBuild } from './build/compare.mjs';
import { expectRun, ROOT } from './setup/run.mjs';
import { asCommand, setUp } from './setup.mjs';

/** What npm tells the scripts that it runs would be taken for orders by the npm of the copies. */
const ownEnvironment = (extra) => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name))),
  ...extra,
});

async function buildIn(folder, env) {
  const began = performance.now();
  await expectRun(process.execPath, ['scripts/build.mjs', '--zip'], {
    cwd: folder,
    env: ownEnvironment(env),
  });
  console.log(`Built in ${folder} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
  return hashBuild(join(folder, '.output'));
}

/** The first from a clone; the second from the archive that the first has made, elsewhere, in other surroundings. */
async function buildTwice(work, commit) {
  const clone = join(work, 'clone');
  const archive = join(work, 'un autre dossier', 'archive');
  await expectRun('git', ['clone', '--quiet', '--no-checkout', ROOT, clone]);
  await expectRun('git', ['checkout', '--quiet', '--detach', commit], { cwd: clone });
  const first = await buildIn(clone, {});
  mkdirSync(archive, { recursive: true });
  const [sources] = first.sources;
  await expectRun('unzip', ['-q', join(clone, '.output', sources), '-d', archive]);
  const second = await buildIn(archive, {
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  });
  return { first, second };
}

await asCommand(async () => {
  if (!isCheckout(ROOT)) throw new Error('This needs the git repository: clone it, and start again.');
  await setUp({ tools: ['unzip'] });
  const commit = (await expectRun('git', ['rev-parse', 'HEAD'])).trim();
  if (commitId(ROOT).includes('+'))
    console.log('What is built was changed since the commit: the commit is built.');
  console.log(`Commit ${commit}`);
  const work = mkdtempSync(join(tmpdir(), 'reproduce-'));
  try {
    const { first, second } = await buildTwice(work, commit);
    const { lines, same } = compareBuilds(first.hashes, second.hashes);
    console.log(lines.join('\n'));
    console.log(same ? 'Both builds are the same bytes.' : 'THE BUILDS DIFFER.');
    return same ? 0 : 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});
