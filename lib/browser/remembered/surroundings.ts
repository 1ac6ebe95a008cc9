import type { Surroundings } from '../../app/witness-ports.ts';
import { browser } from '../api.ts';

declare const __COMMIT__: string;

export const software = () => ({ version: browser.runtime.getManifest().version, commit: __COMMIT__ });

/** Browser, system and languages, as the browser tells them. Read once: they do not change while it runs. */
export async function readSurroundings(): Promise<Surroundings> {
  const platform = await browser.runtime.getPlatformInfo();
  const { version, commit } = software();
  return {
    extension: `${version} (${commit})`.slice(0, 40),
    browser: browserName(navigator.userAgent),
    os: `${platform.os} ${platform.arch}`,
    languages: navigator.languages.slice(0, 20).map((language) => language.slice(0, 20)),
  };
}

function browserName(userAgent: string): string {
  const known = /(Firefox|Edg|OPR|Chrome)\/[\d.]+/.exec(userAgent)?.[0];
  return (known ?? userAgent).slice(0, 80);
}

/** Firefox takes the picture grant back at every full page load; Chromium only when the site changes. */
export const isFirefox = (): boolean => navigator.userAgent.includes('Firefox/');
