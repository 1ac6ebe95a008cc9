/** The hosts of the portal, as match patterns: the same as in the manifest, which a test compares. */
export const PORTAL_MATCHES = [
  'https://administration-etrangers-en-france.interieur.gouv.fr/*',
  'https://sso.anef.dgef.interieur.gouv.fr/*',
] as const;

export const PORTAL_ORIGINS: readonly string[] = PORTAL_MATCHES.map((match) => match.slice(0, -2));

export const isPortalUrl = (url: string | undefined): boolean =>
  url !== undefined && PORTAL_ORIGINS.some((origin) => url.startsWith(`${origin}/`));
