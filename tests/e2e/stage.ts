import { resolve } from 'node:path';
import { startPortal } from '../portal/server.mjs';
import { launch } from './browser/driver.ts';
import type { BrowserName, LaunchOptions, Witnessed } from './browser/witnessed.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OUTPUT: Record<BrowserName, string> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };

export const browserName: BrowserName = process.env.E2E_BROWSER === 'firefox' ? 'firefox' : 'chromium';
export const builtExtension = (browser: BrowserName): string => resolve(ROOT, '.output', OUTPUT[browser]);

export interface Stage {
  readonly portal: Awaited<ReturnType<typeof startPortal>>;
  readonly witnessed: Witnessed;
  close(): Promise<void>;
}

/** The replica and a real browser with the built extension in it. */
export async function openStage(options: Partial<LaunchOptions> = {}): Promise<Stage> {
  const browser = options.browser ?? browserName;
  const portal = await startPortal();
  try {
    const witnessed = await launch({
      locale: 'fr',
      windowSize: { width: 1280, height: 900 },
      ...options,
      browser,
      extensionDir: options.extensionDir ?? builtExtension(browser),
      portalPort: portal.port,
    });
    return {
      portal,
      witnessed,
      async close() {
        await witnessed.close();
        await portal.close();
      },
    };
  } catch (error) {
    await portal.close();
    throw error;
  }
}
