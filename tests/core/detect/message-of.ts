import type { HostGroup } from '../../../lib/core/detect/hosts.ts';
import type { JudgeContext } from '../../../lib/core/detect/judge.ts';
import { createMatchers } from '../../../lib/core/detect/matchers.ts';
import type { MessageSignal, RequestSignal } from '../../../lib/core/detect/signals.ts';

export const PORTAL = 'https://administration-etrangers-en-france.interieur.gouv.fr';

/** Where each site of which a rule asks stands. */
export const HOSTS: Readonly<Partial<Record<HostGroup, string>>> = {
  'rdv-prefecture': 'https://www.rdv-prefecture.interieur.gouv.fr',
  'paris-rdv': 'https://pprdv.interieur.gouv.fr',
  booking: 'https://www.exemple.gouv.fr',
  'rdv-service-public': 'https://rdv.anct.gouv.fr',
};

/** A page of that site, of the portal without one. */
export const atSite = (
  site: HostGroup | undefined,
  path = '/usagers/',
  route = '#/demande',
): JudgeContext => ({
  address: { origin: (site && HOSTS[site]) ?? PORTAL, path, route },
  loggedIn: false,
  recent: [],
});

export const onPage = (changes: Partial<JudgeContext> = {}): JudgeContext => ({
  address: { origin: PORTAL, path: '/usagers/', route: '#/demande' },
  loggedIn: false,
  recent: [],
  ...changes,
});

/** A message as the page's script tells it, its known wordings read on that site. */
export const messageOf = (
  text: string,
  changes: Partial<MessageSignal> = {},
  site: HostGroup | undefined = 'portal',
): MessageSignal => ({
  kind: 'message',
  at: 1000,
  place: 'component',
  component: '.fr-alert',
  level: 'error',
  text,
  rules: createMatchers(site)
    .read(text)
    .matches.map(({ rule }) => rule.id),
  inViewport: true,
  ...changes,
});

export const requestOf = (status: number, changes: Partial<RequestSignal> = {}): RequestSignal => ({
  kind: 'request',
  at: 1000,
  path: '/api/usager/dossier',
  status,
  durationMs: 120,
  navigation: false,
  ...changes,
});
