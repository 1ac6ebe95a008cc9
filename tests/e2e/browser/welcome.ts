import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchOptions, Witnessed } from './witnessed.ts';
import type { Workspace } from './workspace.ts';

/**
 * A first install opens a page by itself. It is waited for, so that it cannot come in front of what a test does later,
 * and closed unless the test is about it.
 */
export async function settleWelcome(
  { fresh, extensionDir }: Workspace,
  { keepWelcome = false }: LaunchOptions,
  waitForExtensionPage: Witnessed['waitForExtensionPage'],
): Promise<void> {
  if (!fresh || !existsSync(join(extensionDir, 'welcome.html'))) return;
  const welcome = await waitForExtensionPage('/welcome.html', { timeout: 20_000 });
  if (!keepWelcome) await welcome.close();
}
