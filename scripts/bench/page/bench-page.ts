import { createDossierWriter } from '../../../lib/app/dossier/dossier-writer.ts';
import { startExport } from '../../../lib/browser/export/export-client.ts';
import {
  systemClock as clock,
  withLock as lock,
  systemRandomness as random,
} from '../../../lib/browser/runtime-deps.ts';
import { refuseSchemaCompilation } from '../../../lib/browser/schemas.ts';
import { openDatabase } from '../../../lib/browser/store/database.ts';
import { hashing } from '../../../lib/browser/store/hashing.ts';
import { createKeyRing } from '../../../lib/browser/store/key-ring.ts';
import { createWitnessStore } from '../../../lib/browser/store/witness-store.ts';
import { captureToFill } from './capture-to-fill.ts';
import { drawPictures } from './pictures.ts';

/** What the bench asks of this page, by evaluation. */
export interface BenchPage {
  /** Opens a dossier. Resolves with its id. */
  open(label: string): Promise<string>;
  /** Adds captures in one transaction, with pictures of that many bytes, or none at 0. Numbers go on from `from`. */
  fill(dossierId: string, captures: number, pictureBytes: number): Promise<void>;
}

refuseSchemaCompilation();
const database = await openDatabase();
const store = createWitnessStore(database, createKeyRing(database));
const places = new Map<string, number>();
const writer = createDossierWriter({ store, hashing, random, clock, places, lock });
const pictures = new Map<number, ReturnType<typeof drawPictures>>();

const bench: BenchPage = {
  open: writer.open,
  async fill(dossierId, captures, pictureBytes) {
    const sizes = pictures.get(pictureBytes) ?? drawPictures(pictureBytes);
    pictures.set(pictureBytes, sizes);
    const drawn = pictureBytes > 0 ? await sizes : [];
    // The attempt under way, if there is one: what the popup reads back.
    const epoch = (await store.head(dossierId))?.attempt?.epoch ?? 'bench';
    const things = Array.from({ length: captures }, (_, at) =>
      captureToFill({ picture: drawn[at % drawn.length], epoch, now: clock.now() }),
    );
    await writer.write(dossierId, (draft) => {
      for (const thing of things) draft.capture(thing, 'live');
    });
  },
};
Object.assign(globalThis, { bench });

document.querySelector('#export')?.addEventListener('click', () => {
  const dossierId = location.hash.slice(1);
  const software = { version: '0', commit: 'bench' };
  startExport({ dossierId, software, documents: false }, () => undefined).outcome.then(
    async (outcome) => {
      if ('failed' in outcome) document.title = `failed: ${outcome.failed.detail}`;
      else await outcome.finished.save();
    },
    (error: unknown) => {
      document.title = String(error);
    },
  );
});
