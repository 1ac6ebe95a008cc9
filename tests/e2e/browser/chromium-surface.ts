import type { KeyInput, Target } from 'puppeteer-core';
import { createSurface, type Surface } from './surface.ts';

/** A page of the extension in Chromium; its popup is a page like any other there. */
export async function createChromiumSurface(target: Target): Promise<Surface> {
  const page = await target.asPage();
  return createSurface({
    evaluate: (expression) => page.evaluate(expression) as Promise<string>,
    async clickAt(x, y) {
      try {
        await page.mouse.click(x, y);
      } catch (error) {
        // A popup that its own link closes does not answer the click any more.
        if (page.browser().targets().includes(target)) throw error;
      }
    },
    async press(keys) {
      for (const key of keys) {
        // Characters that no key of the keyboard has are sent as text.
        if (key.length === 1) await page.keyboard.sendCharacter(key);
        else await page.keyboard.press(key as KeyInput);
      }
    },
    async setFiles(selector, paths) {
      const input = await page.$(selector);
      if (!input) throw new Error(`no ${selector}`);
      await (input as import('puppeteer-core').ElementHandle<HTMLInputElement>).uploadFile(...paths);
    },
    capture: (fullPage) => page.screenshot({ fullPage, captureBeyondViewport: fullPage }),
    isOpen: async () => page.browser().targets().includes(target),
    async close() {
      await page.close();
    },
  });
}
