import { neighbourOf } from '../../core/detect/hosts.ts';
import { browser } from '../api.ts';
import { followPermissions } from './follow-permissions.ts';
import { neighbourOfPattern, patternOf, scriptMatch } from './hosts.ts';

/**
 * The neighbouring sites that the person has chosen: each is one optional host permission, and nothing else remembers
 * it. The script is registered for each, so that it is there from the first moment of a page.
 */
let chosen: ReadonlySet<string> = new Set();

/** The chosen neighbour that an address belongs to; undefined for every other page. */
export const chosenNeighbour = (url: string | undefined): string | undefined => {
  const host = neighbourOf(url);
  return host !== undefined && chosen.has(host) ? host : undefined;
};

/** Must be called in the click itself: the browser wants it, and the popup may die at the prompt. */
export const askForNeighbour = (host: string): Promise<boolean> =>
  browser.permissions.request({ origins: [patternOf(host)] });

/** What was kept stays. The script of an open page stops at its next word. */
export const leaveNeighbour = (host: string): Promise<boolean> =>
  browser.permissions.remove({ origins: [patternOf(host)] });

const scriptId = (host: string): string => `neighbour-${host}`;

async function readChosen(): Promise<ReadonlySet<string>> {
  const { origins = [] } = await browser.permissions.getAll();
  return new Set(origins.flatMap((pattern) => neighbourOfPattern(pattern) ?? []));
}

/** Brings what is registered in line with what is granted: an update of the extension forgets registrations. */
async function registerScripts(hosts: ReadonlySet<string>): Promise<void> {
  const registered = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  const wanted = new Map([...hosts].map((host) => [scriptId(host), host]));
  const gone = registered.filter((id) => !wanted.has(id));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  const missing = [...wanted].filter(([id]) => !registered.includes(id));
  if (missing.length === 0) return;
  await browser.scripting.registerContentScripts(
    missing.map(([id, host]) => ({
      id,
      matches: [scriptMatch(host)],
      js: ['witness.js'],
      runAt: 'document_start',
      persistAcrossSessions: true,
    })),
  );
}

/** Pages of the chosen sites, as match patterns. */
export const chosenMatches = (): readonly string[] => [...chosen].map(scriptMatch);

/**
 * Must run synchronously when the worker starts. `added` is told the patterns of sites that are chosen from then on. What
 * it returns resolves once the present choice is known.
 */
export function followNeighbours(added: (matches: readonly string[]) => void): () => Promise<unknown> {
  let isFirst = true;
  return followPermissions(async () => {
    const before = chosen;
    chosen = await readChosen();
    await registerScripts(chosen);
    const fresh = [...chosen].filter((host) => !before.has(host));
    // What a worker finds when it starts is no news: the pages have their script since the life began.
    if (fresh.length > 0 && !isFirst) added(fresh.map(scriptMatch));
    isFirst = false;
  });
}
