import verifierPage from 'virtual:verifier-page';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openDatabase } from '../lib/browser/database.ts';
import { openDeviceKey } from '../lib/browser/device-key.ts';
import { openDossierSource } from '../lib/browser/dossier-source.ts';
import { runExportWorker } from '../lib/browser/export-worker.ts';
import { createKeyRing } from '../lib/browser/key-ring.ts';

export default defineUnlistedScript(() => {
  runExportWorker(async (dossierId) => {
    const database = await openDatabase();
    const source = await openDossierSource(database, createKeyRing(database), dossierId);
    return { source, key: await openDeviceKey(database), verifierPage };
  });
});
