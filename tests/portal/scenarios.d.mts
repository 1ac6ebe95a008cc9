import type { NeighbourName } from './hosts.mjs';

export interface Scenario {
  id: string;
  category: string;
  title: { fr: string; en: string };
  what: { fr: string; en: string };
  start: { route: string; signedIn: boolean; step?: number };
  act: string;
  fails?: { on: string; step?: number; answer: Record<string, unknown> };
  defect?: string;
  /** Key of `app/text/messages-*.mjs`. */
  message?: string;
  /** French text shown, where it is not one of the application's messages. */
  text?: string;
  harmless?: boolean;
}

/** A failure of a site beside the portal. */
export interface NeighbourScenario {
  id: string;
  category: string;
  title: { fr: string; en: string };
  what: { fr: string; en: string };
  site: NeighbourName;
  /** Steps of the site's journey that the person takes before it shows. */
  steps: number;
  fails: { on: string; answer: Record<string, unknown> };
  /** French text shown. */
  text: string;
}

export const SCENARIOS: readonly Scenario[];
export const NEIGHBOUR_SCENARIOS: readonly NeighbourScenario[];
export function scenarioById(id: string | null | undefined): Scenario | NeighbourScenario | undefined;
