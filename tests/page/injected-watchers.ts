import type { RequestsUnderWay } from '../../lib/app/protocol.ts';
import type { Signal } from '../../lib/core/detect/signals.ts';
import { startWatchers } from '../../lib/page/watchers/start-watchers.ts';
import { startWitness } from '../../lib/page/witness.ts';

/** How much faster visible time goes by here than on the wall; what is compared with an answer of the network is not. */
const HASTE = 6;

/** The witness and, once it has asked for them, its watchers; the network is what the tests say. */
const world = globalThis as {
  heard?: Signal[];
  underWay?: RequestsUnderWay;
};
world.heard ??= [];
const { heard } = world;

startWitness({
  alive: () => true,
  send: async (_, signals) => {
    heard.push(...signals);
    // They come from the background: never before the witness has finished its start.
    await undefined;
    if (signals.some((one) => one.kind === 'document' && one.first))
      startWatchers(
        async () => world.underWay ?? { open: 0, oldestMs: 0, lastAt: 0, answers: [] },
        () => performance.now() * HASTE,
      );
    return true;
  },
  onQuestion: () => undefined,
});
