/** The real host names: a production build of the extension then runs unmodified. */
export const PORTAL_HOST = 'administration-etrangers-en-france.interieur.gouv.fr';
export const SSO_HOST = 'sso.anef.dgef.interieur.gouv.fr';
/** The neighbours that the replica plays too, by the name of what they are. */
export const NEIGHBOURS = {
  rdvPrefecture: 'www.rdv-prefecture.interieur.gouv.fr',
  // One prefecture stands for all that still have the older booking.
  booking: 'www.yvelines.gouv.fr',
  paris: 'pprdv.interieur.gouv.fr',
  rdvServicePublic: 'rdv.anct.gouv.fr',
  demarches: 'www.demarches-simplifiees.fr',
  demarcheNumerique: 'demarche.numerique.gouv.fr',
  franceConnect: 'app.franceconnect.gouv.fr',
  contacts: 'contacts-demarches.interieur.gouv.fr',
  stamps: 'timbres.impots.gouv.fr',
};
/** The authority that the settings propose: the replica has none of its own, a test brings one. */
export const AUTHORITY_HOST = 'timestamp.sectigo.com';
export const SERVED_HOSTS = [PORTAL_HOST, SSO_HOST, ...Object.values(NEIGHBOURS), AUTHORITY_HOST];
export const PORTAL = `https://${PORTAL_HOST}`;
export const SSO = `https://${SSO_HOST}`;
export const REALM = '/auth/realms/anef-usagers';

/** Sends each of those names to the replica. */
export const hostRules = (port) => SERVED_HOSTS.map((host) => `MAP ${host} 127.0.0.1:${port}`).join(', ');

/** Flags that make Chromium reach the replica under the real host names. */
export const chromiumFlags = (port) => [
  `--host-resolver-rules=${hostRules(port)}`,
  '--ignore-certificate-errors',
];
