/**
 * A neighbouring site knows its users by cookies of its own: whoever is logged in at the portal says nothing of who books
 * an appointment there. So each has a session of its own in each cookie store, and its name says both.
 */
export const neighbourStore = (cookieStore: string, host: string): string => `${cookieStore} ${host}`;

/** The cookie store that a session lives in; the portal's session has its very name. */
export const cookieStoreOf = (store: string): string => store.split(' ')[0] ?? store;

/** The neighbour's host name; null for a session of the portal's. */
export const hostOf = (store: string): string | null => store.split(' ')[1] ?? null;

export const isNeighbourStore = (store: string): boolean => store.includes(' ');
