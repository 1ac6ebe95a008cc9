import { browser } from '../api.ts';
import { patternOf } from './hosts.ts';

/** Access to an authority: one optional host permission, given and taken back by the person. */
const originsOf = (url: string): string[] => [patternOf(new URL(url).hostname)];

/** Must be called in the click itself: the browser wants it. `url`: an authority's. */
export const askForAuthority = (url: string): Promise<boolean> =>
  browser.permissions.request({ origins: originsOf(url) });

/** The access that was asked for is given back. */
export async function leaveAuthority(url: string): Promise<void> {
  await browser.permissions.remove({ origins: originsOf(url) });
}

export const mayAskAuthority = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: originsOf(url) });
