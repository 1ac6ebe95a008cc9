import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import type { LaunchOptions, Witnessed } from './witnessed.ts';
import { createWorkspace } from './workspace.ts';

/** Starts a browser with the extension. Rejects with a sentence when the browser is not on this machine. */
export async function launch(options: LaunchOptions): Promise<Witnessed> {
  const workspace = await createWorkspace(options.extensionDir, options.userDataDir);
  try {
    return await (options.browser === 'firefox' ? launchFirefox : launchChromium)(options, workspace);
  } catch (error) {
    await workspace.remove();
    throw error;
  }
}
