import type { Given } from '../../reader/dropped.ts';
import { listZip } from '../../reader/list-zip.ts';
import { openDatabase, type TemoinDatabase } from '../store/database.ts';
import { createKeyRing } from '../store/key-ring.ts';
import { removeLeftStaging } from '../store/staging.ts';
import { eraseImport, importSource, type KeptImport, listImports } from './imports.ts';

/** The kept bundles for a page. The database is opened when it is first needed, and anew after it has gone. */
export function createKeptImports() {
  let opening: Promise<TemoinDatabase> | undefined;
  const opened = (): Promise<TemoinDatabase> => {
    opening ??= openDatabase(undefined, undefined, () => {
      opening = undefined;
    });
    opening.catch(() => {
      opening = undefined; // told to whoever asked; asked for again by the next one
    });
    return opening;
  };

  return {
    async list(): Promise<KeptImport[]> {
      const database = await opened();
      return listImports(database, createKeyRing(database));
    },

    /** To be checked again: what is in the database, not what it was taken for. */
    given: (kept: KeptImport): Given => ({
      name: kept.name,
      async list() {
        const database = await opened();
        return listZip(importSource(database, createKeyRing(database), kept));
      },
    }),

    async erase(id: string): Promise<void> {
      const database = await opened();
      await eraseImport(database, createKeyRing(database), id);
    },

    /** What a browser or a page that ended in the middle of a copy has left. */
    tidy: (): Promise<void> => removeLeftStaging(),
  };
}
