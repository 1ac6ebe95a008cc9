import type { RehearsalProps, TracesProps, WelcomeProps } from '../../../components/welcome/welcome-props.ts';

type State<Props> = Omit<Props, 'onErase' | 'onLanguage' | 'onSend'>;

const NONE: State<TracesProps> = { traces: { dossiers: 0, captures: 0, incidents: 0 }, erasure: 'none' };
const LEFT: State<TracesProps> = { traces: { dossiers: 1, captures: 2, incidents: 1 }, erasure: 'none' };

/** Every state that the first-run page has, by name. */
export const WELCOME_STATES: Readonly<Record<string, State<WelcomeProps>>> = {
  'welcome-chromium': { browser: 'chromium', ...NONE },
  'welcome-firefox': { browser: 'firefox', ...NONE },
  'welcome-unread': { browser: 'chromium', traces: null, erasure: 'none' },
  'welcome-left': { browser: 'firefox', ...LEFT },
  'welcome-erased': { browser: 'chromium', ...NONE, erasure: 'done' },
};

/** Every state that the page to practise on has, by name. */
export const REHEARSAL_STATES: Readonly<Record<string, State<RehearsalProps>>> = {
  'rehearsal-ready': { sending: 'not-yet', ...NONE },
  'rehearsal-sending': { sending: 'under-way', ...NONE },
  'rehearsal-failed': { sending: 'failed', ...LEFT },
  'rehearsal-erasing': { sending: 'failed', ...LEFT, erasure: 'under-way' },
  'rehearsal-not-erased': { sending: 'failed', ...LEFT, erasure: 'failed' },
};
