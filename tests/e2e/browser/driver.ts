import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { LaunchOptions, Witnessed } from './witnessed.ts';

/** Starts a browser with the extension. Rejects with a sentence when the browser is not on this machine. */
export const launch = (options: LaunchOptions): Promise<Witnessed> =>
  options.browser === 'firefox' ? launchFirefox(options) : launchChromium(options);
