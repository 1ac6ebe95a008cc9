import { scenarioById } from '../scenarios.mjs';
import { choiceOf } from './scenario-choice.mjs';
import { createSessions } from './sessions.mjs';

/** What one running replica holds: sessions, the clock, the scenario in force, the requests it received. */
export function createWorld(now) {
  let offsetMs = 0;
  let forced;
  let left = Number.POSITIVE_INFINITY;
  let answerAfterMs = 0;
  const world = {
    sessions: createSessions(),
    requests: [],
    now: () => now() + offsetMs,
    setClockOffset: (ms) => {
      offsetMs = ms;
    },
    answerAfterMs: () => answerAfterMs,
    setAnswerAfter: (ms) => {
      answerAfterMs = ms;
    },
    /** For every browser, over its own choice; `none` forces the healthy portal, undefined gives the choice back. */
    setScenario(id, { times = Number.POSITIVE_INFINITY } = {}) {
      if (id !== undefined && id !== 'none' && !scenarioById(id)) throw new Error(`Unknown scenario: ${id}`);
      forced = id;
      left = times;
    },
    scenarioOf: (exchange) => {
      if (forced !== undefined) return left > 0 ? scenarioById(forced) : undefined;
      return scenarioById(choiceOf(exchange));
    },
    /** The failing answer that the scenario plans for this route, counted when it is used. */
    failureFor({ scenario }, key, params) {
      const fails = scenario?.fails;
      if (!fails || fails.on !== key) return undefined;
      if (fails.step !== undefined && String(fails.step) !== params.n) return undefined;
      if (forced !== undefined) left -= 1;
      return fails.answer;
    },
  };
  return world;
}
