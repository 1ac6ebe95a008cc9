import type { SettingsPageProps } from '../../../components/settings/settings-props.ts';
import type { TimestampState } from '../../../lib/app/timestamps.ts';
import { HOSTILE } from './hostile.ts';
import { MINUTE, NOW } from './views.ts';

export type SettingsPageState = Pick<SettingsPageProps, 'view' | 'problem' | 'copied'>;

const url = 'https://timestamp.sectigo.com/qualified';
const NONE: TimestampState = { last: null, waiting: 0, reason: null, nextAt: null };
const LAST = { genTime: NOW - 4 * MINUTE, authority: 'timestamp.sectigo.com' };
const keySha256 = '0f3a9c217b644c1e9d205a8e13f7b642c0ffee00112233445566778899aabbcc';

const page = (
  timestamps: { on?: boolean; url?: string; state?: TimestampState } = {},
  more: Partial<SettingsPageState> = {},
): SettingsPageState => ({
  view: { timestamps: { on: false, url, state: NONE, ...timestamps }, keySha256 },
  problem: 'none',
  copied: 'not-yet',
  ...more,
});

/** Every state that the settings page has, by name. */
export const SETTINGS_STATES: Readonly<Record<string, SettingsPageState>> = {
  'settings-reading': { view: 'reading', problem: 'none', copied: 'not-yet' },
  'settings-failed': { view: 'failed', problem: 'none', copied: 'not-yet' },
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
  'settings-without-key': {
    ...page(),
    view: { timestamps: { on: false, url, state: NONE }, keySha256: null },
  },
};
