import type { NeighbourScenario, Scenario } from '../scenarios.mjs';

export function replicaHomePage(exchange: {
  readonly scenario: Scenario | NeighbourScenario | undefined;
}): string;
