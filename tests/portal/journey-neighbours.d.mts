import type { Page } from 'puppeteer-core';
import type { NeighbourName } from './hosts.mjs';
import type { Language } from './journey.mjs';

export const NEIGHBOUR_NAMES: readonly NeighbourName[];
/** On the site's first page: the steps of its journey, all of them unless `steps` says how many. */
export function takeSteps(page: Page, site: NeighbourName, steps?: number): Promise<void>;
/** A site in good health from its first page to its last: an appointment booked, a message sent… */
export function visitNeighbour(page: Page, site: NeighbourName, look?: { lang?: Language }): Promise<void>;
/** Up to the outcome of the scenario; what the page then says may still be on its way. Throws on an unknown id. */
export function showNeighbourScenario(page: Page, id: string, look?: { lang?: Language }): Promise<void>;
