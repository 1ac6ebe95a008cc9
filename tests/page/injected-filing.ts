import { lookAtFilingPage, readFilingPage } from '../../lib/page/filing/read-filing.ts';
import { takeSnapshot } from '../../lib/page/snapshot/take-snapshot.ts';

/** What the tests ask for in the isolated world. */
const world = globalThis as {
  look?: typeof lookAtFilingPage;
  read?: typeof readFilingPage;
  takeSnapshot?: typeof takeSnapshot;
};
world.look = lookAtFilingPage;
world.read = readFilingPage;
world.takeSnapshot = takeSnapshot;
