import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dependencyProgram, PINNED_NODE, pinnedEnvironment, run } from '../setup/run.mjs';

/** A file that breaks before its first test has no failed test of its own: it counts as one. */
function countFailed({ numFailedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  );
  return numFailedTests + broken.length;
}

/**
 * Runs vitest with one configuration and shows its report. `filters` are vitest's own arguments (parts of file names,
 * `-t name`). Resolves to `{ passed, failed }`; a run that fails in any other way (no test, an error outside of tests)
 * has at least one failure. `label`: what each line of its report begins with.
 */
export async function runVitest(config, { env = {}, filters = [], label = '' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'temoin-tests-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = [dependencyProgram('vitest', 'vitest.mjs'), 'run', '-c', config, ...reporters, ...filters];
  try {
    // Workers and browsers that are ended leave their temporary files: all of it goes with the run.
    const { code } = await run(PINNED_NODE, command, {
      env: pinnedEnvironment({ ...env, TMPDIR: folder }),
      label,
    });
    const counts = readCounts(report);
    return { passed: counts.passed, failed: code === 0 ? counts.failed : Math.max(1, counts.failed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCounts(report) {
  try {
    const results = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: results.numPassedTests, failed: countFailed(results) };
  } catch (error) {
    console.error(`vitest left no report: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}
