export const PORTAL_HOST: string;
export const SSO_HOST: string;
/** Origins. */
export const PORTAL: string;
export const SSO: string;
/** Path of the Keycloak realm. */
export const REALM: string;
export function chromiumFlags(port: number): string[];
