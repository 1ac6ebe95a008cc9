import type { PageMoment, PageQuestion } from '../../lib/app/protocol.ts';
import type { Signal } from '../../lib/core/detect/signals.ts';
import { takeSnapshot } from '../../lib/page/snapshot/take-snapshot.ts';
import { watchSteps } from '../../lib/page/steps.ts';
import { startWitness } from '../../lib/page/witness.ts';
import { witnessHandle } from '../../lib/page/witness-handle.ts';

/** What the tests read in the isolated world: the real scripts with a port that only remembers. */
const world = globalThis as {
  heard?: Signal[];
  refuse?: boolean;
  orphan?: boolean;
  ask?: (question: PageQuestion) => Promise<PageMoment | true>;
  takeSnapshot?: typeof takeSnapshot;
  startAgain?: () => void;
};
/** Started while there is an orphan, it belongs to the extension that has taken over. */
const start = () => {
  const isNew = world.orphan === true;
  startWitness({
    alive: () => isNew || world.orphan !== true,
    send: async (_, signals) => {
      if (world.refuse === true) return false;
      heard.push(...signals);
      return true;
    },
    onQuestion: (answer) => {
      world.ask = (question) => answer(question.ask);
    },
  });
};
world.heard ??= [];
const { heard } = world;
world.takeSnapshot = takeSnapshot;
world.startAgain = start;
start();
// As the watchers do when they join.
const { watch } = witnessHandle() ?? {};
if (watch !== undefined) watchSteps(watch, document);
