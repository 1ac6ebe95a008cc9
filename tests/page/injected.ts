import type { PageMoment, PageQuestion } from '../../lib/app/protocol.ts';
import type { Signal } from '../../lib/core/detect/signals.ts';
import { takeSnapshot } from '../../lib/page/snapshot/take-snapshot.ts';
import { startWitness } from '../../lib/page/witness.ts';

/** What the tests read in the isolated world: the real scripts with a port that only remembers. */
const world = globalThis as {
  heard?: Signal[];
  refuse?: boolean;
  orphan?: boolean;
  ask?: (question: PageQuestion) => Promise<PageMoment | true>;
  takeSnapshot?: typeof takeSnapshot;
  startAgain?: () => void;
};
let life = 0;
/** As an update does: the script that was there has lost its extension, and the new one has its own. */
const start = () => {
  const own = ++life;
  startWitness({
    // Once it has been started again, only the newest belongs to an extension that is there.
    alive: () => own === life && world.orphan !== true,
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
