import type { Check, CheckResult, OpenedBundle, Problem, VerificationReport } from './check.ts';
import { bag } from './checks/bag.ts';
import { capturedFiles } from './checks/captured-files.ts';
import { commitments } from './checks/commitments.ts';
import { dossierDescription } from './checks/description.ts';
import { figures } from './checks/figures.ts';
import { journal } from './checks/journal.ts';
import { names } from './checks/names.ts';
import { payload } from './checks/payload.ts';
import { profile } from './checks/profile.ts';
import { seals } from './checks/seals.ts';
import { tags } from './checks/tags.ts';
import { timestamps } from './checks/timestamps.ts';
import { compareKey, levelOf } from './levels.ts';
import { isRehearsal } from './rehearsal.ts';
import { remarksOf } from './remarks.ts';
import { sealOf } from './seal-of.ts';
import { timestampsOf } from './timestamps-of.ts';
import type { UnreadableReason } from './words/words.ts';

export const CHECKS: readonly Check[] = [
  names,
  bag,
  payload,
  tags,
  journal,
  commitments,
  capturedFiles,
  dossierDescription,
  figures,
  profile,
  seals,
  timestamps,
];

/**
 * Runs every check; never rejects. One that breaks is unknown, and an unknown is never taken for a pass. `expectedKey`:
 * the fingerprint that the reader knows from elsewhere.
 */
export async function verify(bundle: OpenedBundle, expectedKey?: string): Promise<VerificationReport> {
  const results: CheckResult[] = [];
  for (const check of CHECKS) results.push(await runCheck(check, bundle));
  const kinds = new Set(results.flatMap(({ problems }) => problems.map(({ kind }) => kind)));
  kinds.delete('left-out'); // what is declared by the profile is no fault of the bundle
  const verdict = kinds.has('altered') ? 'altered' : kinds.size > 0 ? 'incomplete' : 'intact';
  const sealed = await sealOf(bundle).catch(() => ({ spkiSha256: null }));
  const key = sealed.spkiSha256 === null ? null : compareKey(sealed.spkiSha256, expectedKey);
  const stamps = await timestampsOf(bundle).catch(() => ({ summary: null }));
  return {
    verdict,
    level: levelOf(verdict, key, stamps.summary?.known === true),
    key,
    results,
    timestamps: stamps.summary,
    reason: null,
    topFolder: bundle.topFolder,
    remarks: await remarksOf(bundle),
    rehearsal: await isRehearsal(bundle),
  };
}

/** What is said of something that could not be opened at all. */
export const unreadable = (reason: UnreadableReason): VerificationReport => ({
  verdict: 'unreadable',
  level: null,
  key: null,
  results: [],
  reason,
  topFolder: null,
  remarks: [],
});

/** The same report for a reader who knows that fingerprint: nothing has to be read again. */
export function withExpectedKey(
  report: VerificationReport,
  expected: string | undefined,
): VerificationReport {
  if (report.key === null) return report;
  const key = compareKey(report.key.spkiSha256, expected);
  return { ...report, key, level: levelOf(report.verdict, key, report.timestamps?.known === true) };
}

const UNTOLD: readonly Problem['kind'][] = ['unknown', 'left-out'];

async function runCheck(check: Check, bundle: OpenedBundle): Promise<CheckResult> {
  const problems = await problemsOf(check, bundle);
  const outcome =
    problems.length === 0 ? 'pass' : problems.every(({ kind }) => UNTOLD.includes(kind)) ? 'unknown' : 'fail';
  return { id: check.id, outcome, problems };
}

async function problemsOf(check: Check, bundle: OpenedBundle): Promise<readonly Problem[]> {
  try {
    return await check.run(bundle);
  } catch {
    return [{ kind: 'unknown', id: 'not-run' }];
  }
}
