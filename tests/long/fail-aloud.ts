import type { Page } from 'puppeteer-core';
import { waitForRoute } from '../portal/journey.mjs';

/**
 * Makes a request of the page fail on a route of its own, and reads the answer to its end as the portal does: only then
 * does the page itself tell of it, again and again until it is acknowledged.
 */
export async function failAloud(page: Page, route: string, status: number): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
  await waitForRoute(page, route);
  await page.evaluate((path) => fetch(path).then((answer) => answer.text()), `/api/replique/${status}`);
}
