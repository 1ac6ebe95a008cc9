import { scenarioById } from '../scenarios.mjs';
import { cookie, forget } from './replies.mjs';

const NAME = 'replique_scenario';
// Shared by the portal and its SSO: a scenario may fail on either.
const SHARED = { domain: 'interieur.gouv.fr' };

export const isChoice = (id) => id === 'none' || scenarioById(id) !== undefined;

/** The Set-Cookie value that chooses a scenario for this browser, or forgets it (`none`). */
export const choiceCookie = (id) => (id === 'none' ? forget(NAME, SHARED) : cookie(NAME, id, SHARED));

/** The id in force for this browser: the address has the last word. */
export const choiceOf = ({ url, cookies }) => url.searchParams.get('scenario') ?? cookies[NAME];

/** Keeps a choice made in the address (`?scenario=`) for the pages that follow. */
export function keepChoice({ url, response }) {
  const id = url.searchParams.get('scenario');
  if (id !== null && isChoice(id)) response.setHeader('set-cookie', choiceCookie(id));
}
