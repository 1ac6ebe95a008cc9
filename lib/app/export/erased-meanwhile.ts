import type { DossierSource } from '../ports.ts';

/** The person erased something since the dossier was opened: what was read of it is of no one moment any more. */
export class ErasedMeanwhile extends Error {
  override readonly name = 'ErasedMeanwhile';
}

/** Rejects with ErasedMeanwhile. */
export async function unlessErased(source: Pick<DossierSource, 'erasedSince'>): Promise<void> {
  if (await source.erasedSince()) throw new ErasedMeanwhile('something was erased meanwhile');
}

/** Opens a dossier and exports it; from the start, as the dossier stands then, each time that something was erased meanwhile. */
export async function ofOneMoment<Value>(run: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ErasedMeanwhile)) throw error;
    }
  }
}
