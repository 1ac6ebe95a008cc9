import { withLock } from '../runtime-deps.ts';
import { savedElsewhere } from './settings.ts';

/**
 * Remembers that so many captures of each dossier are in a file that the person has. To be called by the page that gave
 * the file: what is counted was read before it was written, so that it is never too many.
 */
export const noteSavedElsewhere = (
  covered: readonly { readonly id: string; readonly captures: number }[],
): Promise<void> =>
  withLock('saved elsewhere', async () => {
    const known = await savedElsewhere.getValue();
    const added = covered.map(({ id, captures }) => [id, Math.max(captures, known[id] ?? 0)] as const);
    await savedElsewhere.setValue({ ...known, ...Object.fromEntries(added) });
  });
