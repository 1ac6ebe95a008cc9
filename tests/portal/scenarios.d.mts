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

export const SCENARIOS: readonly Scenario[];
export function scenarioById(id: string | null | undefined): Scenario | undefined;
