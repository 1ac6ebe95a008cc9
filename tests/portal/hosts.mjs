/** The real host names: a production build of the extension then runs unmodified. */
export const PORTAL_HOST = 'administration-etrangers-en-france.interieur.gouv.fr';
export const SSO_HOST = 'sso.anef.dgef.interieur.gouv.fr';
export const PORTAL = `https://${PORTAL_HOST}`;
export const SSO = `https://${SSO_HOST}`;
export const REALM = '/auth/realms/anef-usagers';

/** Flags that make Chromium reach the replica under the real host names. */
export const chromiumFlags = (port) => [
  `--host-resolver-rules=MAP ${PORTAL_HOST} 127.0.0.1:${port}, MAP ${SSO_HOST} 127.0.0.1:${port}`,
  '--ignore-certificate-errors',
];
