import {
  type FilingView,
  type KeepablePage,
  NO_FILING,
  type SeenDocuments,
} from '../../../lib/app/popup/filing-view.ts';
import type {
  DossierChoice,
  PopupView,
  SeenCapture,
  SeenIncident,
  WaitingRoom,
} from '../../../lib/app/popup/popup-view.ts';

/** Builders of invented views. Everyone in them is fictitious. */

export const ZONE = 'Europe/Paris';
/** 21 November 2026, 10:31 in Paris. */
export const NOW = Date.UTC(2026, 10, 21, 9, 31);
export const MINUTE = 60_000;

export const dossier = (label: string, minutesAgo = 90): DossierChoice => ({
  id: `dossier ${label}`,
  label,
  lastUsedAt: NOW - minutesAgo * MINUTE,
});

export const AK = dossier('A. K.');
export const BT = dossier('B. T.', 26 * 60);

export const PICTURE = `data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAGklEQVR4nGN48eYtHDEgc168ecuAUwDBAQAnbB1pj3TXRAAAAABJRU5ErkJggg=='}`;

export const incident = (change: Partial<SeenIncident> = {}): SeenIncident => ({
  key: 'incident 1',
  ruleId: 'portal-server-error',
  category: 'server-error',
  measure: 'substitute-solution',
  failure: true,
  httpStatus: 500,
  quote: null,
  firstAt: NOW - 12 * MINUTE,
  lastAt: NOW - 4 * MINUTE,
  count: 1,
  thumbnail: PICTURE,
  imageMissing: null,
  pending: false,
  hidden: false,
  ...change,
});

export const capture = (change: Partial<SeenCapture> = {}): SeenCapture => ({
  key: 'capture 1',
  at: NOW - 2 * MINUTE,
  title: 'Ma demande de renouvellement',
  step: null,
  statement: 'Je voulais joindre mon passeport. La page est restée blanche.',
  thumbnail: PICTURE,
  imageMissing: null,
  ...change,
});

export const room = (change: Partial<WaitingRoom> = {}): WaitingRoom => ({
  id: 'room 1',
  firstAt: NOW - 40 * MINUTE,
  lastAt: NOW - 12 * MINUTE,
  captures: 3,
  incidents: 2,
  from: 'earlier',
  ...change,
});

export const filing = (change: Partial<FilingView> = {}): FilingView => ({ ...NO_FILING, ...change });

export const keepable = (change: Partial<KeepablePage> = {}): KeepablePage => ({
  kind: 'documents',
  documents: 3,
  keptAt: null,
  ...change,
});

const LISTED: SeenDocuments['items'] = [
  { label: 'Passeport', state: 'received' },
  { label: 'Justificatif de domicile de moins de six mois', state: 'refused' },
  { label: 'Photo d’identité', state: 'accepted' },
  { label: 'Acte de naissance', state: 'pending' },
  { label: 'Contrat de travail', state: 'missing' },
  { label: 'Avis d’imposition', state: 'unknown' },
];

export const keptList = (count: number): SeenDocuments => ({
  at: NOW - 2 * MINUTE,
  items: Array.from(
    { length: count },
    (_, index) => LISTED[index % LISTED.length] ?? { label: '', state: 'unknown' },
  ),
});

/** A quiet, started visit for A. K. */
export const view = (change: Partial<PopupView> = {}): PopupView => ({
  epoch: 'epoch-a',
  page: { kind: 'watched', pictures: 'probable' },
  rehearsal: false,
  noticeAccepted: true,
  dossier: AK,
  question: 'none',
  suggested: null,
  dossiers: [AK],
  waiting: [],
  incidents: [],
  captures: [],
  filing: NO_FILING,
  totals: { captures: 12, incidents: 5 },
  inPrivate: false,
  language: null,
  trouble: null,
  ...change,
});

export const FIRST_RUN: Partial<PopupView> = {
  noticeAccepted: false,
  dossier: null,
  dossiers: [],
  question: 'who',
  totals: { captures: 0, incidents: 0 },
};
