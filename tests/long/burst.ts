import type { Chance } from './chance.ts';
import { failAloud } from './fail-aloud.ts';
import type { Life } from './life.ts';

/** What was said to be stored, in one life. */
export interface Acknowledged {
  readonly life: Pick<Life, 'startedAt'>;
  endedAt: number;
  /** Captures asked for, acknowledged or not: by hand, or owed to a failure. */
  asked: number;
  readonly statements: string[];
  /** HTTP statuses of incidents that the popup showed; none is used twice in a life. */
  readonly incidents: number[];
  /** Those whose capture the popup showed, or said why it has no picture. */
  readonly captured: number[];
}

const ROUTES = ['#/notifications', '#/espace-personnel/mon-compte', '#/triage'] as const;

let photographs = 0;

/** Makes captures until `over`, or until the browser is gone under it. */
export function startBurst(
  life: Life,
  chance: Chance,
): { told: Acknowledged; stopped: Promise<void>; stop(): void } {
  const told: Acknowledged = {
    life,
    endedAt: Number.POSITIVE_INFINITY,
    asked: 0,
    statements: [],
    incidents: [],
    captured: [],
  };
  let over = false;
  let status = 500;
  const { page, desk } = life;

  async function photograph(): Promise<void> {
    const statement = `Photographie ${++photographs}`;
    told.asked++;
    const { outcome } = await desk.ask('popup.capture', { tabId: desk.tabId, statement });
    if (outcome.kind === 'stored') told.statements.push(statement);
  }

  async function fail(): Promise<void> {
    const mine = status++;
    told.asked++;
    // The visit that the last cut interrupted is shown until something new is seen.
    const since = Date.now();
    await failAloud(page, ROUTES[mine % ROUTES.length] ?? ROUTES[0], mine);
    while (!over && !told.captured.includes(mine)) {
      const { incidents } = await life.view();
      const seen = incidents.find(({ httpStatus, lastAt }) => httpStatus === mine && lastAt >= since);
      if (seen && !told.incidents.includes(mine)) told.incidents.push(mine);
      if (seen?.thumbnail || seen?.imageMissing) told.captured.push(mine);
      else await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }

  async function run(): Promise<void> {
    while (!over && status < 590) {
      const next = chance.oneOf(['by hand', 'failure', 'both']);
      await Promise.all([next !== 'failure' && photograph(), next !== 'by hand' && fail()]);
    }
  }

  const stopped = run().catch((error: unknown) => {
    if (!over) throw error; // after the cut, every question is refused
  });
  stopped.catch(() => undefined); // awaited by whoever stops it
  return {
    told,
    stopped,
    stop() {
      over = true;
      told.endedAt = Date.now();
    },
  };
}
