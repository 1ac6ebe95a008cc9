import type {
  DocumentSignal,
  MessageSignal,
  RequestSignal,
  StepSignal,
} from '../../lib/core/detect/signals.ts';

/** What an invented page of the portal tells. */
export const PORTAL = 'https://administration-etrangers-en-france.interieur.gouv.fr';

export const stands = (
  at: number,
  route: string,
  changes: Partial<Pick<DocumentSignal, 'loginReturn' | 'first' | 'title' | 'loadedAt'>> = {},
): DocumentSignal => ({
  kind: 'document',
  at,
  address: { origin: PORTAL, path: '/usagers/', route },
  title: 'Ma demande',
  lang: 'fr',
  visible: true,
  loginReturn: false,
  first: false,
  loadedAt: at,
  ...changes,
});

export const answers = (at: number, status: number, path = '/api/demande'): RequestSignal => ({
  kind: 'request',
  at,
  path,
  status,
  durationMs: 120,
  navigation: false,
});

export const says = (
  at: number,
  text: string,
  changes: Partial<Pick<MessageSignal, 'rules' | 'level'>> = {},
): MessageSignal => ({
  kind: 'message',
  at,
  place: 'component',
  component: 'p-message',
  level: 'error',
  text,
  rules: [],
  inViewport: true,
  ...changes,
});

export const clicks = (at: number, label: string): StepSignal => ({ kind: 'step', at, step: 'click', label });
