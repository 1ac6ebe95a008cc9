// Run by the pinned Node once everything is set up and built.
import type { DetectionCase } from './case.ts';
import { type Extensions, prepareExtensions } from './extension-copy.ts';
import { lineOf } from './finding.ts';
import { parseOptions } from './options.ts';
import { readCases } from './read-cases.ts';
import { runCase } from './run-case.ts';
import { complaintOf, isMet, type Result, summaryOf } from './score.ts';

const MALFORMED = 2;

const tell = (words: string): void => void process.stderr.write(`${words}\n`);

/** A browser that does not start, on a machine that is busy, starts the second time. */
async function attempt(detectionCase: DetectionCase, extensionDir: string): Promise<Result> {
  try {
    return await runCase(detectionCase, extensionDir);
  } catch (error) {
    tell(`${detectionCase.id} : recommencé (${error instanceof Error ? error.message : error})`);
  }
  try {
    return await runCase(detectionCase, extensionDir);
  } catch (error) {
    const { id, label, categories = null } = detectionCase;
    const broken = error instanceof Error ? error.message : String(error);
    return { id, label, expected: categories, findings: [], broken, quiet: true };
  }
}

async function runAll(
  cases: readonly DetectionCase[],
  atOnce: number,
  extensions: Extensions,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = [...cases];
  const takeCases = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const result = await attempt(next, await extensions.for(next.url));
      results.push(result);
      process.stdout.write(`${lineOf(result.id, result.findings)}\n`);
      const complaint = complaintOf(result);
      const restless = result.quiet ? '' : ' (la page ne s’est jamais arrêtée)';
      tell(`${results.length}/${cases.length} ${complaint ?? `${result.id} : conforme`}${restless}`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, cases.length) }, takeCases));
  return results;
}

async function main(): Promise<number> {
  const { paths, atOnce } = parseOptions(process.argv.slice(2));
  const { cases, problems } = await readCases(paths);
  for (const problem of problems) tell(problem);
  const began = performance.now();
  const extensions = await prepareExtensions();
  const results = await runAll(cases, atOnce, extensions).finally(extensions.remove);
  if (results.length > 0) {
    for (const line of ['', ...summaryOf(results)]) tell(line);
    tell(`Durée : ${Math.round((performance.now() - began) / 1000)} s, ${atOnce} navigateurs à la fois`);
  }
  if (problems.length > 0) return MALFORMED;
  return results.every(isMet) ? 0 : 1;
}

// Each browser has its own, so that none outlives this process.
process.setMaxListeners(0);
try {
  process.exitCode = await main();
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = MALFORMED;
}
