import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PopupView, SeenIncident } from '../../lib/app/popup/popup-view.ts';
import { openStage, type Stage } from '../e2e/stage.ts';
import { readStored } from '../e2e/stored.ts';
import { NEIGHBOURS, type NeighbourName } from '../portal/hosts.mjs';
import { NEIGHBOUR_NAMES, showNeighbourScenario, visitNeighbour } from '../portal/journey-neighbours.mjs';
import { NEIGHBOUR_SCENARIOS, type NeighbourScenario } from '../portal/scenarios.mjs';
import { createViewReader } from './view-reader.ts';

const LIMIT_MS = 6_000;

const describeSeen = (seen: readonly SeenIncident[]) =>
  seen
    .map(({ category, ruleId, httpStatus, quote }) => `${category} (${ruleId} ${httpStatus ?? quote})`)
    .join(', ') || 'nothing';

/** One of each site, then the next: what follows at once on the same page would belong to the same incident. */
const inTurns = (scenarios: readonly NeighbourScenario[]): NeighbourScenario[] => {
  const places = new Map<string, number>();
  const turnOf = ({ site }: NeighbourScenario) => {
    const turn = (places.get(site) ?? 0) + 1;
    places.set(site, turn);
    return turn;
  };
  return scenarios
    .map((scenario) => ({ scenario, turn: turnOf(scenario) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ scenario }) => scenario);
};

/** Sites beside the portal, once the person has chosen them. Nobody has said for whom: what is seen waits in their rooms. */
describe('the neighbouring sites', () => {
  let stage: Stage;
  let page: Page;
  let readView: () => Promise<PopupView>;

  beforeAll(async () => {
    stage = await openStage();
    await stage.witnessed.grantHosts(...Object.values(NEIGHBOURS).map((host) => `https://${host}/*`));
    page = await stage.witnessed.newPage();
    readView = await createViewReader(stage.witnessed, page);
  });
  afterAll(async () => {
    await stage?.close();
  });

  const waitingAt = async (site: NeighbourName) =>
    (await readStored(stage.witnessed)).waiting.filter(
      ({ room, kind }) => kind === 'incident' && room.includes(` ${NEIGHBOURS[site]}|`),
    ).length;

  /** What went wrong with the scenario, in sentences. `stored`: incidents that waited there before it. */
  async function complaintsAbout(
    { id, site, category }: NeighbourScenario,
    stored: number,
    healthyUntil: number,
  ): Promise<string[]> {
    const since = Date.now();
    await showNeighbourScenario(page, id);
    const end = performance.now() + LIMIT_MS;
    for (;;) {
      const { incidents } = await readView();
      const seen = incidents.filter(({ lastAt }) => lastAt >= since);
      const isStored = seen.some((one) => one.category === category) && (await waitingAt(site)) > stored;
      if (!isStored && performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        continue;
      }
      // Signals arrive in order: with a later failure stored, all of the healthy journey has been judged.
      const wrong = incidents.filter(({ failure, firstAt }) => failure && firstAt < healthyUntil);
      return [
        ...(isStored ? [] : [`${id}: no ${category}, but: ${describeSeen(seen)}`]),
        ...(wrong.length === 0 ? [] : [`${site} in good health: ${describeSeen(wrong)}`]),
      ];
    }
  }

  it('in good health from end to end', async () => {
    for (const site of NEIGHBOUR_NAMES) await visitNeighbour(page, site);
  });

  it('each failure is stored under its category, and none that came before it', async () => {
    const healthyUntil = Date.now();
    const complaints: string[] = [];
    for (const scenario of inTurns(NEIGHBOUR_SCENARIOS)) {
      const stored = await waitingAt(scenario.site);
      complaints.push(...(await complaintsAbout(scenario, stored, healthyUntil)));
    }
    expect(complaints).toEqual([]);
  });
});
