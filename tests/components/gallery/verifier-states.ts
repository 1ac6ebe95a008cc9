import type { ImportListProps, KeepState, ShownImport } from '../../../components/verifier/imports-props.ts';
import type { VerifierPageProps } from '../../../components/verifier/verifier-props.ts';
import type { CheckResult, Problem, VerificationReport } from '../../../lib/core/verify/check.ts';
import { CHECKS, unreadable } from '../../../lib/core/verify/index.ts';
import type { StampSummary } from '../../../lib/core/verify/timestamps-of.ts';
import { HOSTILE } from './hostile.ts';
import { MINUTE, NOW } from './views.ts';

export type VerifierPageState = Pick<VerifierPageProps, 'state' | 'earlier' | 'alone'> & {
  readonly keep?: KeepState;
  readonly imports?: ImportListProps['imports'];
  readonly importProblem?: ImportListProps['problem'];
  readonly roots?: VerifierPageProps['roots'];
};

const NAME = 'dossier-0f3a9c21-20261121.zip';
const KEY = '9f2c4b7a'.repeat(8);

const passed: readonly CheckResult[] = CHECKS.map(({ id }) => ({ id, outcome: 'pass', problems: [] }));

/** The checks with what these found. */
const found = (problems: Partial<Record<CheckResult['id'], readonly Problem[]>>): readonly CheckResult[] =>
  passed.map((result) => {
    const told = problems[result.id];
    if (!told) return result;
    return {
      ...result,
      problems: told,
      outcome: told.every(({ kind }) => kind === 'unknown' || kind === 'left-out') ? 'unknown' : 'fail',
    };
  });

const intact: VerificationReport = {
  verdict: 'intact',
  level: 'sealed',
  key: { spkiSha256: KEY, compared: 'not-compared' },
  results: passed,
  reason: null,
  topFolder: 'dossier-0f3a9c21-20261121',
  remarks: [],
  rehearsal: false,
};

const shown = (report: VerificationReport, more: Partial<VerifierPageState> & { name?: string } = {}) => ({
  state: { kind: 'checked' as const, name: more.name ?? NAME, report },
  earlier: more.earlier ?? ({ kind: 'none' } as const),
  alone: more.alone ?? false,
  ...(more.roots && { roots: more.roots }),
});

const path = 'data/captures/000005.png';
const changed: Problem = { kind: 'altered', id: 'file-altered', values: { path } };
const altered: VerificationReport = {
  ...intact,
  verdict: 'altered',
  level: null,
  results: found({
    payload: [
      changed,
      { kind: 'altered', id: 'file-added', values: { path: 'data/x.txt', manifest: 'manifest-sha256.txt' } },
    ],
    'captured-files': [changed],
    journal: [{ kind: 'altered', id: 'line-broken-link', values: { line: 12 } }],
  }),
};

const stamps: StampSummary = {
  journal: { count: 2, firstAt: Date.UTC(2026, 10, 3, 8), lastAt: Date.UTC(2026, 10, 3, 9) },
  manifestAt: Date.UTC(2026, 10, 21, 9),
  authorities: ['C=FR, O=Replique pour essais, CN=Horodatage fictif'],
  statesQualified: false,
  known: false,
  apart: [],
};
const imported = (change: Partial<ShownImport> = {}): ShownImport => ({
  id: 'import 1',
  name: NAME,
  bytes: 48e6,
  sha256: '0'.repeat(64),
  crc32: 0,
  importedAt: NOW - 90 * MINUTE,
  level: 'sealed',
  keySha256: KEY,
  rehearsal: false,
  ...change,
});

/** Every state that the verifier has, by name. */
export const VERIFIER_STATES: Readonly<Record<string, VerifierPageState>> = {
  'verifier-waiting': { state: { kind: 'waiting' }, earlier: { kind: 'none' }, alone: false },
  'verifier-alone': { state: { kind: 'waiting' }, earlier: { kind: 'none' }, alone: true },
  'verifier-checking': {
    state: { kind: 'checking', name: NAME, done: 48_000_000, total: 128_000_000 },
    earlier: { kind: 'none' },
    alone: false,
  },
  'verifier-intact': shown(intact),
  'verifier-same-key': shown(intact, { earlier: { kind: 'read', name: NAME, spkiSha256: KEY } }),
  'verifier-other-key': shown(intact, {
    earlier: { kind: 'read', name: NAME, spkiSha256: '0'.repeat(64) },
    alone: true,
  }),
  'verifier-stamped': shown(
    { ...intact, level: 'stamped', timestamps: { ...stamps, known: true } },
    { roots: { kind: 'read', name: 'racine.pem' } },
  ),
  'verifier-unknown-authority': shown(
    { ...intact, timestamps: stamps },
    { roots: { kind: 'unusable', name: 'vacances.jpg' } },
  ),
  'verifier-earlier-unusable': shown(intact, { earlier: { kind: 'unusable', name: 'ancien.zip' } }),
  'verifier-unsealed': shown({ ...intact, level: 'intact', key: null }),
  'verifier-altered': shown(altered),
  'verifier-incomplete': shown({
    ...intact,
    verdict: 'incomplete',
    level: null,
    key: null,
    results: found({
      payload: [{ kind: 'missing', id: 'file-missing', values: { path } }],
      commitments: [{ kind: 'unknown', id: 'not-run' }],
    }),
  }),
  'verifier-remarks': shown({
    ...intact,
    rehearsal: true,
    remarks: [
      { id: 'local-server', values: { address: '127.0.0.1', path: 'data/captures/000005.json' } },
      { id: 'withheld', values: { count: 3, lines: '3, 7, 12' } },
      { id: 'ignored', values: { count: 1, names: '.DS_Store' } },
    ],
  }),
  'verifier-court': shown(
    {
      ...intact,
      topFolder: 'dossier-0f3a9c21-20261121-tribunal',
      results: found({
        journal: [{ kind: 'left-out', id: 'journal-left-out' }],
        commitments: [{ kind: 'left-out', id: 'records-left-out' }],
      }),
      remarks: [{ id: 'profile-court', values: {} }],
    },
    { name: 'dossier-0f3a9c21-20261121-tribunal.zip' },
  ),
  'verifier-keep': { ...shown(intact), keep: { kind: 'offered' }, imports: [] },
  'verifier-keeping': { ...shown(intact), keep: { kind: 'keeping', done: 30e6, total: 96e6 }, imports: [] },
  'verifier-kept': { ...shown(intact), keep: { kind: 'kept' }, imports: [imported()] },
  'verifier-kept-already': { ...shown(intact), keep: { kind: 'again' }, imports: [imported()] },
  'verifier-not-kept': { ...shown(altered), keep: { kind: 'refused', reason: 'not-intact' }, imports: [] },
  'verifier-folder': { ...shown(intact), keep: { kind: 'refused', reason: 'folder' } },
  'verifier-keep-full': { ...shown(intact), keep: { kind: 'failed', reason: 'disk-full' } },
  'verifier-keep-failed': { ...shown(intact), keep: { kind: 'failed', reason: 'other' } },
  'verifier-keep-blocked': { ...shown(intact), keep: { kind: 'failed', reason: 'database-blocked' } },
  'verifier-keep-newer': { ...shown(intact), keep: { kind: 'failed', reason: 'database-newer' } },
  'verifier-keep-broken': { ...shown(intact), keep: { kind: 'failed', reason: 'database-broken' } },
  'verifier-imports': {
    state: { kind: 'waiting' },
    earlier: { kind: 'none' },
    alone: false,
    imports: [
      imported(),
      imported({ id: 'import 2', level: 'intact', keySha256: null, rehearsal: true }),
      imported({ id: 'import 3', level: 'stamped', name: `${HOSTILE.label} ${HOSTILE.longQuote}.zip` }),
    ],
    importProblem: 'save',
  },
  'verifier-imports-erase-failed': {
    state: { kind: 'waiting' },
    earlier: { kind: 'none' },
    alone: false,
    imports: [imported()],
    importProblem: 'erase',
  },
  'verifier-imports-failed': {
    state: { kind: 'waiting' },
    earlier: { kind: 'none' },
    alone: false,
    imports: 'failed',
  },
  'verifier-unreadable': shown(unreadable('encrypted'), { name: 'photos.zip' }),
  'verifier-hostile': shown(
    {
      ...altered,
      topFolder: '$(reboot)',
      results: found({
        names: Array.from({ length: 30 }, () => ({
          kind: 'altered' as const,
          id: 'strange-name' as const,
          values: { name: `${HOSTILE.label}\u001b[2J${HOSTILE.longQuote}` },
        })),
      }),
    },
    { name: HOSTILE.longQuote },
  ),
};
