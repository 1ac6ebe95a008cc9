/** The sites on which wordings are looked for. */
export const HOST_GROUPS = [
  'portal',
  'sso',
  'franceconnect',
  'rdv-prefecture',
  'booking',
  'paris-rdv',
  'rdv-service-public',
  'demarches',
  'contacts',
  'stamps',
] as const;
export type HostGroup = (typeof HOST_GROUPS)[number];

/** Exact host, or every host below a suffix that starts with a dot. */
const HOSTS: readonly (readonly [string, HostGroup])[] = [
  ['administration-etrangers-en-france.interieur.gouv.fr', 'portal'],
  ['sso.anef.dgef.interieur.gouv.fr', 'sso'],
  ['.franceconnect.gouv.fr', 'franceconnect'],
  ['www.rdv-prefecture.interieur.gouv.fr', 'rdv-prefecture'],
  ['pprdv.interieur.gouv.fr', 'paris-rdv'],
  ['contacts-demarches.interieur.gouv.fr', 'contacts'],
  ['rdv.anct.gouv.fr', 'rdv-service-public'],
  ['timbres.impots.gouv.fr', 'stamps'],
  ['www.demarches-simplifiees.fr', 'demarches'],
  ['demarche.numerique.gouv.fr', 'demarches'],
  ['.gouv.fr', 'booking'],
];

/** Which site a host name (without port) belongs to; undefined for any other. */
export const hostGroup = (host: string): HostGroup | undefined =>
  HOSTS.find(([name]) => (name.startsWith('.') ? host.endsWith(name) : host === name))?.[1];

/** The department's prefecture sites hold other things beside their booking. */
const BOOKING_PATH = /^\/booking(?:\/|$)/;

/**
 * The neighbour of the portal that an address belongs to: its host name and no more. Undefined for the portal itself, for
 * every other site, and for what is not https.
 */
export const neighbourOf = (url: string | undefined): string | undefined => {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol !== 'https:') return undefined;
  const group = hostGroup(hostname);
  if (group === undefined || group === 'portal' || group === 'sso') return undefined;
  if (group !== 'booking') return hostname;
  return hostname.startsWith('www.') && BOOKING_PATH.test(pathname) ? hostname : undefined;
};

/** A public site of the State: the person may photograph one of its pages, by a click of her own. */
export const isPublicSite = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && /^https:\/\/[^/]+\.gouv\.fr\/$/.test(`${new URL(url).origin}/`);
