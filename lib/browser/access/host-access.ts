import { browser } from '../api.ts';
import { followPermissions } from './follow-permissions.ts';
import { PORTAL_MATCHES } from './hosts.ts';

/** In session storage: access was missing when last looked at. */
const MISSING = 'accessMissing';

/**
 * Both browsers let the person take access to the portal back, for one host or for all. Half of it is none: whoever
 * does not see the login page cannot say whose session it is.
 */
export const hasHostAccess = (): Promise<boolean> =>
  browser.permissions.contains({ origins: [...PORTAL_MATCHES] });

/** Must be called in the click itself: the browser wants it, and the popup may die at the prompt. */
export const askForHostAccess = (): Promise<boolean> =>
  browser.permissions.request({ origins: [...PORTAL_MATCHES] });

const wasMissing = async (): Promise<boolean> =>
  (await browser.storage.session.get(MISSING))[MISSING] === true;
const note = (isMissing: boolean): Promise<void> => browser.storage.session.set({ [MISSING]: isMissing });

interface Changes {
  readonly withdrawn: () => void;
  readonly granted: () => void;
}

let missing = false;
/** As last looked at: at the start, and after each change. */
export const isAccessMissing = (): boolean => missing;

/**
 * Must run synchronously when the worker starts. Hosts that are not the portal's change nothing. What it returns
 * resolves once the present state is known.
 */
export function followHostAccess({ withdrawn, granted }: Changes): () => Promise<unknown> {
  return followPermissions(async () => {
    const [has, before] = await Promise.all([hasHostAccess(), wasMissing()]);
    missing = !has;
    if (missing === before) return;
    await note(missing);
    if (has) granted();
    else withdrawn();
  });
}
