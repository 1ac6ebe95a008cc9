import type { Page } from 'puppeteer-core';
import { waitForRoute } from '../portal/journey.mjs';

/**
 * Makes a request of the page fail on a route of its own: what follows closely on the same route belongs to the same
 * incident. Resolves once the page has the answer.
 */
export async function failOn(page: Page, route: string, status: number): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route);
  await waitForRoute(page, route);
  await page.evaluate((path) => fetch(path).then((answer) => answer.status), `/api/replique/${status}`);
}
