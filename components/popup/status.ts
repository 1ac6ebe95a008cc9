import type { PageStatus, PictureState } from '../../lib/app/popup/popup-view.ts';

interface Status {
  readonly light: 'on' | 'dim' | 'off';
  /** Its sentence; `<key>_detail` goes on. */
  readonly key: `status_${(typeof STATUS_KEYS)[number]}`;
}

export const STATUS_KEYS = [
  'unsupported',
  'offered',
  'once',
  'no_access',
  'silent',
  'across',
  'private',
  'private_refused',
  'not_started',
  'probable',
  'resumed',
  'click_needed',
] as const;

const WATCHED: Record<PictureState, Status> = {
  'not-started': { light: 'dim', key: 'status_not_started' },
  probable: { light: 'on', key: 'status_probable' },
  resumed: { light: 'on', key: 'status_resumed' },
  'click-needed': { light: 'dim', key: 'status_click_needed' },
};

/** Whoever's page it is, and wherever. */
export const mayBePhotographed = ({ kind }: PageStatus): boolean =>
  ['watched', 'silent', 'across', 'offered', 'once'].includes(kind);

export const describeStatus = (page: PageStatus): Status => {
  switch (page.kind) {
    case 'watched':
      return WATCHED[page.pictures];
    case 'no-access':
      return { light: 'off', key: 'status_no_access' };
    case 'across':
      return { light: 'dim', key: 'status_across' };
    case 'private':
      return { light: 'off', key: page.refused ? 'status_private_refused' : 'status_private' };
    case 'silent':
      return { light: 'off', key: 'status_silent' };
    case 'offered':
      return { light: 'off', key: 'status_offered' };
    case 'once':
      return { light: 'off', key: 'status_once' };
    case 'unsupported':
      return { light: 'off', key: 'status_unsupported' };
  }
};
