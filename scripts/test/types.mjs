import { readdirSync } from 'node:fs';
import { dependencyProgram, PINNED_NODE, pinnedEnvironment, ROOT, run } from '../setup/run.mjs';

/** One TypeScript project for each place where code runs: each sees only the globals of its place. */
const projects = () =>
  readdirSync(ROOT).filter((name) => /^tsconfig\..+\.json$/.test(name) && name !== 'tsconfig.base.json');

/** Checks all projects at once. `output` holds each error once, although a file may belong to several projects. */
export async function checkTypes() {
  const tsc = dependencyProgram('typescript', 'bin', 'tsc');
  const results = await Promise.all(
    projects().map((project) =>
      run(PINNED_NODE, [tsc, '-p', project, '--noEmit', '--pretty', 'false'], {
        quiet: true,
        env: pinnedEnvironment(),
      }),
    ),
  );
  const lines = new Set(results.flatMap(({ output }) => output.split('\n').filter(Boolean)));
  const code = results.some((result) => result.code !== 0) ? 1 : 0;
  return { code, output: code === 0 ? `Types: ${results.length} projects, no error` : [...lines].join('\n') };
}
