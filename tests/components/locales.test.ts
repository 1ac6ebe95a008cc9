import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExportFailure, ExportPhase } from '../../components/export/export-props.ts';
import { HELP_OF_RULES } from '../../components/popup/help.ts';
import { STATUS_KEYS } from '../../components/popup/status.ts';
import { keyPart, type Messages } from '../../components/words.ts';
import type { BackupFailure } from '../../lib/app/backup/backup-ports.ts';
import type { CaptureOutcome, Trouble, WaitingRoom } from '../../lib/app/popup/popup-view.ts';
import type { PassphraseJudgement } from '../../lib/core/backup/passphrase.ts';
import { IMAGE_MISSING_REASONS } from '../../lib/core/bundle/capture-record.ts';
import { CATEGORIES, MEASURES } from '../../lib/core/detect/categories.ts';
import { DOCUMENT_STATES } from '../../lib/core/detect/filing/document.ts';
import { FILING_PAGES } from '../../lib/core/detect/filing/page-signs.ts';
import { BEHAVIOUR_RULES } from '../../lib/core/detect/rules/behaviour.ts';
import type { CheckResult, Verdict } from '../../lib/core/verify/check.ts';
import { LEVELS } from '../../lib/core/verify/levels.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'public/_locales');
const read = (code: string): Messages =>
  JSON.parse(readFileSync(join(folder, code, 'messages.json'), 'utf8')) as Messages;
const french = read('fr');
const codes = readdirSync(folder);

/** `incidents_few` → `incidents`: languages differ in how many plural forms they have. */
const base = (key: string, file: Messages) => {
  const stem = key.replace(/_(zero|one|two|few|many|other)$/, '');
  return `${stem}_other` in file ? stem : key;
};
const bases = (file: Messages) => [...new Set(Object.keys(file).map((key) => base(key, file)))].sort();
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

const keysOf = (kinds: Record<string, true>) => Object.keys(kinds).map(keyPart);
type Refusal = Extract<CaptureOutcome, { kind: 'refused' }>['reason'];
const HELPED_SUBJECTS = [
  ...CATEGORIES,
  ...new Set(Object.values(HELP_OF_RULES)),
  'upload-too-large' as const,
].map(keyPart);
/** The compiler asks for a new member here; this file then asks for its words. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  'category_*': CATEGORIES.map(keyPart),
  'help_*_means': HELPED_SUBJECTS,
  'help_*_do': HELPED_SUBJECTS,
  'measure_*': [...MEASURES.map(keyPart), 'six_months', 'twelve_months'],
  'missing_*': IMAGE_MISSING_REASONS.map(keyPart),
  'missing_*_help': IMAGE_MISSING_REASONS.map(keyPart),
  'trouble_*': keysOf({
    'disk-full': true,
    'database-blocked': true,
    'database-newer': true,
    'database-broken': true,
    'memory-full': true,
    'private-window': true,
  } satisfies Record<Trouble, true>),
  'document_*': DOCUMENT_STATES,
  'proof_*': FILING_PAGES,
  'kept_*': FILING_PAGES,
  'outcome_refused_*': keysOf({
    'unsupported-page': true,
    'no-access': true,
    'session-changed': true,
    trouble: true,
  } satisfies Record<Refusal, true>),
  'waiting_from_*': keysOf({ current: true, earlier: true, across: true } satisfies Record<
    WaitingRoom['from'],
    true
  >),
  'status_*': STATUS_KEYS,
  // A behaviour has no words of the site's: its rule says what happened.
  'rule_*': BEHAVIOUR_RULES.map(({ id }) => id.replaceAll('-', '_')),
  'verifier_*': keysOf({
    intact: true,
    altered: true,
    incomplete: true,
    unreadable: true,
    pass: true,
    fail: true,
    unknown: true,
  } satisfies Record<Verdict | CheckResult['outcome'], true>),
  'verifier_*_means': ['intact', 'altered', 'incomplete', 'unreadable'],
  'verifier_level_*': LEVELS,
  'verifier_level_*_means': LEVELS,
  'verifier_compared_*': ['same', 'different', 'not_yet'],
  'verifier_command_*': ['files', 'bag', 'chain', 'seals', 'key'],
  'backup_failed_*': keysOf({
    cancelled: true,
    'disk-full': true,
    'database-blocked': true,
    'database-newer': true,
    'database-broken': true,
    memory: true,
    'wrong-passphrase': true,
    damaged: true,
    foreign: true,
    newer: true,
    unexpected: true,
  } satisfies Record<BackupFailure, true>),
  'backup_passphrase_*': keysOf({
    short: true,
    repeats: true,
    fair: true,
    long: true,
  } satisfies Record<PassphraseJudgement, true>),
  'imports_level_*': LEVELS,
  'export_phase_*': keysOf({ preparing: true, captures: true, documents: true } satisfies Record<
    ExportPhase,
    true
  >),
  'export_failed_*': keysOf({
    'no-dossier': true,
    'disk-full': true,
    'database-blocked': true,
    'database-newer': true,
    'database-broken': true,
    'private-window': true,
    unreadable: true,
    unexpected: true,
  } satisfies Record<ExportFailure, true>),
};
const FAMILY_KEYS = Object.entries(FAMILIES).flatMap(([pattern, members]) =>
  members.map((member) => pattern.replace('*', member)),
);
const HELPED = ['trouble', 'status'].flatMap((family) =>
  (FAMILIES[`${family}_*`] ?? []).map(
    (member) => `${family}_${member}_${family === 'trouble' ? 'help' : 'detail'}`,
  ),
);
/** Said by the manifest or by the toolbar button. */
const ELSEWHERE = [
  'extName',
  'extDescription',
  'actionTitle',
  'badge_watching',
  'badge_click_needed',
  'badge_who',
  'badge_no_access',
  'badge_incidents',
  'badge_trouble',
];

describe('the French file', () => {
  it('has words for every kind that the program knows', () => {
    expect([...FAMILY_KEYS, ...HELPED, ...ELSEWHERE].filter((key) => !bases(french).includes(key))).toEqual(
      [],
    );
  });

  it('says nothing that nobody asks for', () => {
    const sources = readdirSync(join(root, 'components'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => readFileSync(join(root, 'components', path), 'utf8'))
      .join('\n');
    const known = new Set([...FAMILY_KEYS, ...HELPED, ...ELSEWHERE]);
    const literal = new Set(sources.match(/(?<=['"`.])\w+(?=['"`?])/g));
    expect(bases(french).filter((key) => !known.has(key) && !literal.has(key))).toEqual([]);
  });

  it('follows French typography', () => {
    const wrong = Object.entries(french).filter(([, { message }]) => /'|"| [:;!?»]|« |\.\.\./.test(message));
    expect(wrong).toEqual([]);
  });
});

describe.each(codes)('the file %s', (code) => {
  const file = read(code);

  it('has the keys of the French one', () => {
    expect(bases(file)).toEqual(bases(french));
  });

  it('has their placeholders, and none that the browser would take for its own', () => {
    const wrong = Object.entries(file).filter(([key, { message }]) => {
      const stem = base(key, file);
      // « once » needs no figure: a plural form may leave its count out.
      const optional = stem === key ? '' : '{count}';
      const wanted = placeholders((french[key] ?? french[`${stem}_other`])?.message ?? '');
      const found = placeholders(`${message}${optional}`);
      return message.includes('$') || found.join() !== wanted.join();
    });
    expect(wrong).toEqual([]);
  });

  it('has names that the browser accepts, and every plural has its rest', () => {
    expect(Object.keys(file).filter((key) => !/^[a-zA-Z0-9_]+$/.test(key))).toEqual([]);
    expect(new Set(Object.keys(file).map((key) => key.toLowerCase())).size).toBe(Object.keys(file).length);
    expect(
      Object.keys(file).filter((key) => /_(one|two|few|many)$/.test(key) && base(key, file) === key),
    ).toEqual([]);
  });

  it('never claims more than is known', () => {
    // A certificate is a file, and no claim.
    const boast = /certifi(?!cat)|irréfutable|irrefutable|authenti|anonym|constat(?!e)|garanti|guarantee/i;
    expect(Object.entries(file).filter(([, { message }]) => boast.test(message))).toEqual([]);
    expect(file.extDescription?.message.length).toBeLessThanOrEqual(132);
  });
});
