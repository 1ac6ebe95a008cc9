export const PORTAL_HOST: string;
export const SSO_HOST: string;
/** Origins. */
export const PORTAL: string;
export const SSO: string;
export type NeighbourName =
  | 'rdvPrefecture'
  | 'booking'
  | 'paris'
  | 'rdvServicePublic'
  | 'demarches'
  | 'demarcheNumerique'
  | 'franceConnect'
  | 'contacts'
  | 'stamps';
/** Hosts of the neighbouring sites. */
export const NEIGHBOURS: Readonly<Record<NeighbourName, string>>;
/** Of the timestamp authority that the settings propose. */
export const AUTHORITY_HOST: string;
/** Every host that the replica answers for. */
export const SERVED_HOSTS: readonly string[];
/** Path of the Keycloak realm. */
export const REALM: string;
/** Rules of `--host-resolver-rules`. */
export function hostRules(port: number): string;
export function chromiumFlags(port: number): string[];
