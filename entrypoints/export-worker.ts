import verifierPage from 'virtual:verifier-page';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runExportWorker } from '../lib/browser/export/export-worker.ts';
import { openDatabase } from '../lib/browser/store/database.ts';
import { openDeviceKey } from '../lib/browser/store/device-key.ts';
import { openDossierSource } from '../lib/browser/store/dossier-source.ts';
import { createKeyRing } from '../lib/browser/store/key-ring.ts';

export default defineUnlistedScript(() => {
  runExportWorker(async (dossierId) => {
    const database = await openDatabase();
    const source = await openDossierSource(database, createKeyRing(database), dossierId);
    return { source, key: await openDeviceKey(database), verifierPage };
  });
});
