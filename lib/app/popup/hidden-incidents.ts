import type { DossierWriter } from '../dossier/dossier-writer.ts';
import type { WitnessStore } from '../witness-ports.ts';

/** Fingerprints of incidents that one person no longer wants to see. */
export type Fingerprints = ReadonlySet<string>;

export const NONE_HIDDEN: Fingerprints = new Set();

interface Deps {
  readonly store: Pick<WitnessStore, 'head'>;
  readonly writer: DossierWriter;
}

/** « Ne plus afficher »: kept with each dossier, asked for at every change of a badge. */
export function createHiddenIncidents({ store, writer }: Deps) {
  const known = new Map<string, Promise<Fingerprints>>();

  return {
    /** Never rejects: with a store that cannot be read, nothing is hidden. */
    async of(dossierId: string): Promise<Fingerprints> {
      const reading = known.get(dossierId) ?? store.head(dossierId).then((head) => new Set(head?.hidden));
      known.set(dossierId, reading);
      try {
        return await reading;
      } catch {
        known.delete(dossierId);
        return NONE_HIDDEN;
      }
    },

    /** Hides or shows again what has that fingerprint, now and later in that dossier. Rejects with StoreError. */
    async set(dossierId: string, fingerprint: string, hidden: boolean): Promise<void> {
      await writer.write(dossierId, (draft) => draft.display(fingerprint, hidden));
      known.delete(dossierId);
    },
  };
}
export type HiddenIncidents = ReturnType<typeof createHiddenIncidents>;
