import { parseRoom } from './owner.ts';

/**
 * What is witnessed on the extension's own page to practise on. It goes the same way as evidence and never meets it:
 * a cookie store of its own, dossiers marked from their first line on, a warning on whatever is exported.
 */

/** Name of its cookie store: no browser calls one so. */
export const REHEARSAL_STORE = 'rehearsal';

/** Origin written into its records. Firefox's real one is an identifier of the browser profile. */
export const REHEARSAL_ORIGIN = 'extension://anef-temoin';

/** Stands on each page of what is exported. */
export const REHEARSAL_WARNING = 'Répétition : ceci n’est pas une preuve';

export const isRehearsalRoom = (room: string): boolean => parseRoom(room).store === REHEARSAL_STORE;

/** The label of such a dossier says what it is, whatever the person called it. At most 60 characters. */
export const rehearsalLabel = (wanted: string): string =>
  /répétition|rehearsal/i.test(wanted) ? wanted : `Répétition ${wanted}`.slice(0, 60);
