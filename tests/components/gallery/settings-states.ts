import type { BackupState } from '../../../components/settings/backup-props.ts';
import type { SettingsPageProps } from '../../../components/settings/settings-props.ts';
import type { RestoreReport } from '../../../lib/app/backup/backup-ports.ts';
import type { TimestampState } from '../../../lib/app/timestamps/timestamps.ts';
import { HOSTILE } from './hostile.ts';
import { MINUTE, NOW } from './views.ts';

export type SettingsPageState = Pick<SettingsPageProps, 'view' | 'problem' | 'copied'> & {
  readonly backup: BackupState;
};

const url = 'https://timestamp.sectigo.com/qualified';
const NONE: TimestampState = { last: null, waiting: 0, reason: null, nextAt: null };
const LAST = { genTime: NOW - 4 * MINUTE, authority: 'timestamp.sectigo.com' };
const keySha256 = '0f3a9c217b644c1e9d205a8e13f7b642c0ffee00112233445566778899aabbcc';

const IDLE: BackupState = { kind: 'idle' };

const page = (
  timestamps: { on?: boolean; url?: string; state?: TimestampState } = {},
  more: Partial<SettingsPageState> = {},
): SettingsPageState => ({
  view: { timestamps: { on: false, url, state: NONE, ...timestamps }, keySha256 },
  problem: 'none',
  copied: 'not-yet',
  backup: IDLE,
  ...more,
});

const backup = (state: BackupState): SettingsPageState => page({}, { backup: state });
const dossier = (label: string, captures: number, rehearsal = false) => ({ label, captures, rehearsal });

const REPORT: RestoreReport = {
  createdAt: NOW - 26 * 60 * MINUTE,
  added: [],
  continued: [],
  known: [dossier('A. K.', 12)],
  diverged: [],
  covered: [],
  waiting: 0,
  imports: 0,
  damaged: 0,
  settings: { language: 'fr', timestamps: { on: false, url } },
};

const BACKUP_STATES: Readonly<Record<string, SettingsPageState>> = {
  'settings-backup-key': backup({ kind: 'running', job: 'make', done: 0, total: 0 }),
  'settings-backup-making': backup({ kind: 'running', job: 'make', done: 312, total: 1204 }),
  'settings-backup-restoring': backup({ kind: 'running', job: 'restore', done: 48e6, total: 128e6 }),
  'settings-backup-made': backup({
    kind: 'made',
    fileName: 'anef-temoin-sauvegarde-20261121.zip.age',
    bytes: 128e6,
    dossiers: 3,
    captures: 214,
    damaged: 1,
  }),
  'settings-backup-full': backup({ kind: 'failed', job: 'make', reason: 'disk-full' }),
  'settings-backup-memory': backup({ kind: 'failed', job: 'make', reason: 'memory' }),
  'settings-backup-blocked': backup({ kind: 'failed', job: 'make', reason: 'database-blocked' }),
  'settings-backup-too-old': backup({ kind: 'failed', job: 'make', reason: 'database-newer' }),
  'settings-backup-broken': backup({ kind: 'failed', job: 'make', reason: 'database-broken' }),
  'settings-backup-wrong': backup({ kind: 'failed', job: 'restore', reason: 'wrong-passphrase' }),
  'settings-backup-damaged': backup({ kind: 'failed', job: 'restore', reason: 'damaged' }),
  'settings-backup-foreign': backup({ kind: 'failed', job: 'restore', reason: 'foreign' }),
  'settings-backup-newer': backup({ kind: 'failed', job: 'restore', reason: 'newer' }),
  'settings-backup-stopped': backup({ kind: 'failed', job: 'restore', reason: 'cancelled' }),
  'settings-backup-other': backup({ kind: 'failed', job: 'restore', reason: 'unexpected' }),
  'settings-backup-known': backup({ kind: 'restored', report: REPORT }),
  'settings-backup-restored': backup({
    kind: 'restored',
    report: {
      ...REPORT,
      added: [dossier('G. H.', 40), dossier('Répétition', 1, true)],
      continued: [dossier('I. J.', 3)],
      diverged: [dossier('C. D.', 8), dossier('E. F.', 9)],
      waiting: 2,
      imports: 1,
      damaged: 1,
      settings: { language: 'fr', timestamps: { on: true, url } },
    },
  }),
  'settings-backup-hostile': backup({
    kind: 'restored',
    report: { ...REPORT, diverged: [dossier(`${HOSTILE.label} ${HOSTILE.longQuote}`, 1)] },
  }),
};

/** Every state that the settings page has, by name. */
export const SETTINGS_STATES: Readonly<Record<string, SettingsPageState>> = {
  'settings-reading': { ...page(), view: 'reading' },
  'settings-failed': { ...page(), view: 'failed' },
  'settings-off': page(),
  'settings-bad-url': page({}, { problem: 'bad-url' }),
  'settings-refused': page({}, { problem: 'refused' }),
  'settings-not-saved': page({}, { problem: 'failed' }),
  'settings-on': page({ on: true }),
  'settings-stamped': page({ on: true, state: { ...NONE, last: LAST } }, { copied: 'copied' }),
  'settings-waiting': page({
    on: true,
    state: { last: LAST, waiting: 2, reason: 'offline', nextAt: NOW + 5 * MINUTE },
  }),
  'settings-bad-reply': page(
    { on: true, state: { ...NONE, waiting: 1, reason: 'bad-signature', nextAt: NOW } },
    { copied: 'refused' },
  ),
  'settings-not-allowed': page({
    on: true,
    state: { ...NONE, waiting: 1, reason: 'not-allowed', nextAt: NOW },
  }),
  'settings-hostile': page({
    on: true,
    url: `https://${'tres-long-'.repeat(20)}.example/${HOSTILE.longQuote}`,
    state: { ...NONE, last: { ...LAST, authority: HOSTILE.label } },
  }),
  ...BACKUP_STATES,
  'settings-without-key': {
    ...page(),
    view: { timestamps: { on: false, url, state: NONE }, keySha256: null },
  },
};
