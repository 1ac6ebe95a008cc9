import type { Clock } from '../ports.ts';
import { StoreError, type WitnessStore } from '../witness-ports.ts';

/** Before a database that did not open is asked for again (ms): whoever asks meanwhile gets the same answer. */
const TRY_AGAIN = 500;

interface Deps {
  /** Opens the database. Rejects with StoreError; `closed` is told when it goes away later. */
  readonly open: (closed: () => void) => Promise<WitnessStore>;
  /** Whether the disk takes a write of so many bytes. */
  readonly hasRoomFor: (bytes: number) => Promise<boolean>;
  readonly clock: Pick<Clock, 'wait'>;
}

/**
 * A store over a database that may go away: closed by a full disk, by its upgrade in another page, with a cleared
 * profile. It is opened at once, and anew by whatever asks after that. Nothing else depends on its being open: who is
 * logged in, and what is seen, is followed without it.
 *
 * What there is no room for is not even tried: Chromium closes the database with a write that the disk refuses, and may
 * throw all of it away when it is opened on a full disk.
 */
export function createReopenedStore({ open, hasRoomFor, clock }: Deps): WitnessStore {
  let opening: Promise<WitnessStore> | null = null;

  function opened(): Promise<WitnessStore> {
    if (opening) return opening;
    const mine = open(() => leave(mine));
    opening = mine;
    mine.catch(() => clock.wait(TRY_AGAIN).then(() => leave(mine))); // whoever asks is told of the failure
    return mine;
  }
  function leave(gone: Promise<WitnessStore>): void {
    if (opening === gone) opening = null;
  }
  opened().catch(() => undefined); // told to whoever asks

  const reading =
    <Arguments extends unknown[], Value>(
      job: (store: WitnessStore) => (...values: Arguments) => Promise<Value>,
    ) =>
    async (...values: Arguments): Promise<Value> =>
      job(await opened())(...values);

  const writing = <Arguments extends unknown[], Value>(
    job: (store: WitnessStore) => (...values: Arguments) => Promise<Value>,
    size: (...values: Arguments) => number = () => 0,
  ) => {
    const write = reading(job);
    return async (...values: Arguments): Promise<Value> => {
      if (!(await hasRoomFor(size(...values)))) throw new StoreError('disk-full', 'no room for a write');
      return write(...values);
    };
  };

  return {
    dossiers: reading((store) => store.dossiers),
    head: reading((store) => store.head),
    linesFrom: reading((store) => store.linesFrom),
    recentFiles: reading((store) => store.recentFiles),
    waiting: reading((store) => store.waiting),
    waitingContent: reading((store) => store.waitingContent),
    createDossier: writing((store) => store.createDossier),
    commit: writing(
      (store) => store.commit,
      ({ files }) => files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    ),
    wait: writing(
      (store) => store.wait,
      (_item, { facts, picture }) => facts.length + (picture?.length ?? 0),
    ),
    discardWaiting: writing((store) => store.discardWaiting),
    eraseDossier: writing((store) => store.eraseDossier),
  };
}
