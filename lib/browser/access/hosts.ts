import { hostGroup } from '../../core/detect/hosts.ts';

/** The hosts of the portal, as match patterns: the same as in the manifest, which a test compares. */
export const PORTAL_MATCHES = [
  'https://administration-etrangers-en-france.interieur.gouv.fr/*',
  'https://sso.anef.dgef.interieur.gouv.fr/*',
] as const;

/** Wide enough for every neighbour: only what the person has chosen among them is ever seen through these. */
export const NEIGHBOUR_MATCHES = ['https://*.gouv.fr/*', 'https://www.demarches-simplifiees.fr/*'] as const;

export const PORTAL_ORIGINS: readonly string[] = PORTAL_MATCHES.map((match) => match.slice(0, -2));

export const isPortalUrl = (url: string | undefined): boolean =>
  url !== undefined && PORTAL_ORIGINS.some((origin) => url.startsWith(`${origin}/`));

/** Host of a permission that concerns one neighbour; undefined for the portal's own and for patterns of many hosts. */
export const neighbourOfPattern = (pattern: string): string | undefined => {
  const host = /^https:\/\/([\w.-]+)\/\*$/.exec(pattern)?.[1];
  if (host === undefined || isPortalUrl(`https://${host}/`)) return undefined;
  return hostGroup(host) === undefined ? undefined : host;
};

export const patternOf = (host: string): string => `https://${host}/*`;

/** Where the script runs: of a prefecture's site, only the booking pages. */
export const scriptMatch = (host: string): string =>
  hostGroup(host) === 'booking' ? `https://${host}/booking/*` : patternOf(host);
