import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDossierWriter } from '../../../lib/app/dossier/dossier-writer.ts';
import { createErasures } from '../../../lib/app/dossier/erasures.ts';
import { ofOneMoment } from '../../../lib/app/export/erased-meanwhile.ts';
import type { DrawDocument } from '../../../lib/app/ports.ts';
import { NoDossier, type WitnessStore } from '../../../lib/app/witness-ports.ts';
import { openDatabase, type TemoinDatabase } from '../../../lib/browser/store/database.ts';
import { openDossierSource } from '../../../lib/browser/store/dossier-source.ts';
import { createKeyRing } from '../../../lib/browser/store/key-ring.ts';
import { createWitnessStore } from '../../../lib/browser/store/witness-store.ts';
import { PATHS } from '../../../lib/core/bundle/layout.ts';
import { hashing } from '../../../lib/node/hashing.ts';
import { verifyBundle } from '../../../lib/node/verify-bundle.ts';
import { fakeClock } from '../../app/fake-clock.ts';
import { drawForTests, exportToFile } from '../../app/fixtures/export-to-file.ts';
import { tinyPng } from '../../app/fixtures/tiny-pictures.ts';
import { capture, incident } from '../../app/witnessed-builders.ts';
import { readFiles, removeTampered, textOf } from '../../node/fixtures/tamper.ts';

afterAll(removeTampered);

let database: TemoinDatabase;
let store: WitnessStore;
let writer: ReturnType<typeof createDossierWriter>;
let id: string;

beforeEach(async () => {
  database = await openDatabase(crypto.randomUUID());
  store = createWitnessStore(database, createKeyRing(database));
  const random = { uuid: () => crypto.randomUUID(), hex: (length: number) => 'ab'.repeat(length) };
  const lock = <Value>(_name: string, job: () => Promise<Value>) => job();
  writer = createDossierWriter({ store, hashing, random, clock: fakeClock(), places: new Map(), lock });
  id = await writer.open('A. K.');
});
afterEach(() => database.close());

/** With its own hashes, so that its export is intact. */
function wholeCapture() {
  const { facts, picture } = capture({ picture: tinyPng() });
  const { image } = facts.record;
  const record = {
    ...facts.record,
    image: image && picture && { ...image, sha256: hashing.sha256(picture) },
    snapshot: null,
  };
  return { picture, facts: { ...facts, record, snapshotHtml: null } };
}
const addCapture = () => writer.write(id, (draft) => draft.capture(wholeCapture(), 'live'));
const addIncident = () => writer.write(id, (draft) => draft.incident(incident(), 'live'));
const erase = (seq: number) => createErasures({ store, writer }).erase(id, seq);

/** What is done once, by somebody else, while the first export goes on. */
type Meanwhile = () => Promise<unknown>;
const MOMENTS = ['before anything is read', 'before the document is drawn'] as const;

async function exported(moment: (typeof MOMENTS)[number], meanwhile: Meanwhile) {
  let runs = 0;
  const at = async (now: typeof moment): Promise<void> => {
    if (runs === 1 && now === moment) await meanwhile();
  };
  const made = await ofOneMoment(async () => {
    const source = await openDossierSource(database, createKeyRing(database), id);
    runs++;
    await at('before anything is read');
    const draw: DrawDocument = async (...given) => {
      await at('before the document is drawn');
      return drawForTests(...given);
    };
    return exportToFile(source, { draw });
  });
  try {
    const { files } = await readFiles(made.zipPath);
    const { verdict } = await verifyBundle(made.zipPath);
    return { runs, files, verdict, description: JSON.parse(textOf(files, PATHS.dossier)) };
  } finally {
    made.remove();
  }
}

describe.each(MOMENTS)('%s', (moment) => {
  it('an erased capture is one that was erased, not one that is missing', async () => {
    await addIncident();
    await addCapture();
    const gone = await addCapture();
    const { runs, files, verdict, description } = await exported(moment, () => erase(gone));
    expect({ runs, verdict }).toEqual({ runs: 2, verdict: 'intact' });
    expect(description.withheld).toMatchObject([{ seq: gone, reason: 'erased' }]);
    expect(description.limits.join()).not.toContain('absente du stockage');
    const name = String(gone).padStart(6, '0');
    expect([...files.keys()].filter((path) => path.includes(`captures/${name}`))).toEqual([]);
    expect(textOf(files, PATHS.journal)).toContain('"type":"deletion"');
  });

  it('the only record of a dossier may be erased', async () => {
    const gone = await addCapture();
    const { verdict, description } = await exported(moment, () => erase(gone));
    expect(verdict).toBe('intact');
    expect(description.withheld).toMatchObject([{ seq: gone, reason: 'erased' }]);
  });

  it('what is only added does not hold up the export', async () => {
    await addCapture();
    const { runs, verdict } = await exported(moment, addCapture);
    expect({ runs, verdict }).toEqual({ runs: 1, verdict: 'intact' });
  });

  it('a dossier that is erased is not there any more', async () => {
    await addCapture();
    await expect(exported(moment, () => store.eraseDossier(id))).rejects.toBeInstanceOf(NoDossier);
  });

  it('a database that goes away makes no gaps: there is no export', async () => {
    await addCapture();
    await expect(exported(moment, async () => database.close())).rejects.toThrow(DOMException);
  });

  it('a file that goes without a word is a gap', async () => {
    const lost = await addCapture();
    const { runs, verdict, description } = await exported(moment, () =>
      database.delete('files', [id, lost, 'picture']),
    );
    expect({ runs, verdict }).toEqual({ runs: 1, verdict: 'incomplete' });
    expect(description.limits.join()).toContain(
      `Ligne ${lost} du journal : l’image est absente du stockage.`,
    );
  });
});
