import { PORTAL_HOST } from '../hosts.mjs';
import { scenarioById } from '../scenarios.mjs';
import { cookie, forget } from './replies.mjs';

const NAME = 'replique_scenario';
// Shared by the portal and its SSO: a scenario may fail on either. Other sites keep it for themselves.
const SHARED = 'interieur.gouv.fr';
const scopeOf = (host) => (host.endsWith(`.${SHARED}`) ? { domain: SHARED } : {});

export const isChoice = (id) => id === 'none' || scenarioById(id) !== undefined;

/** The Set-Cookie value that chooses a scenario for this browser, or forgets it (`none`). */
export const choiceCookie = (id, host = PORTAL_HOST) =>
  id === 'none' ? forget(NAME, scopeOf(host)) : cookie(NAME, id, scopeOf(host));

/** The id in force for this browser: the address has the last word. */
export const choiceOf = ({ url, cookies }) => url.searchParams.get('scenario') ?? cookies[NAME];

/** Keeps a choice made in the address (`?scenario=`) for the pages that follow. */
export function keepChoice({ url, host, response }) {
  const id = url.searchParams.get('scenario');
  if (id !== null && isChoice(id)) response.appendHeader('set-cookie', choiceCookie(id, host));
}
