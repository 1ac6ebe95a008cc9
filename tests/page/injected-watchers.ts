import type { RequestsUnderWay } from '../../lib/app/protocol.ts';
import type { Signal } from '../../lib/core/detect/signals.ts';
import { startWatchers } from '../../lib/page/watchers/start-watchers.ts';
import { startWitness } from '../../lib/page/witness.ts';

/** How much faster the visible clock runs here than on the wall. */
const HASTE = 6;

/** The witness and, once it has asked for them, its watchers; the network is what the tests say. */
const world = globalThis as {
  heard?: Signal[];
  underWay?: RequestsUnderWay;
};
world.heard ??= [];
const { heard } = world;
const now = performance.now.bind(performance);
performance.now = () => now() * HASTE;

startWitness({
  alive: () => true,
  send: async (_, signals) => {
    heard.push(...signals);
    // They come from the background: never before the witness has finished its start.
    await undefined;
    if (signals.some((one) => one.kind === 'document' && one.first))
      startWatchers(async () => world.underWay ?? { open: 0, oldestMs: 0, lastAt: 0, answers: [] });
    return true;
  },
  onQuestion: () => undefined,
});
