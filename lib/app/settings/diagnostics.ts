import type { Mishap } from '../../core/diagnostics/mishap.ts';
import { isRehearsalRoom } from '../../core/dossier/rehearsal.ts';
import type { WitnessStore } from '../witness-ports.ts';

/** How much there is, and nothing of what it is. Rehearsals are named apart and counted nowhere else. */
export interface Holdings {
  readonly dossiers: number;
  readonly captures: number;
  readonly incidents: number;
  readonly waiting: number;
  readonly rehearsals: number;
}

/** What a person can send to whoever repairs the extension. Numbers and words of closed lists; never a label or an id. */
export interface Diagnostics {
  readonly version: string;
  /** First characters of the commit that the package was built from. */
  readonly commit: string;
  readonly browser: string;
  readonly system: string;
  /** Null when the database does not answer. */
  readonly holdings: Holdings | null;
  /** Bytes; null when the browser does not say. */
  readonly storage: { readonly used: number; readonly quota: number } | null;
  readonly access: { readonly portal: boolean; readonly login: boolean; readonly privateWindows: boolean };
  /** Oldest first. */
  readonly mishaps: readonly Mishap[];
}

export async function countHoldings(store: Pick<WitnessStore, 'dossiers' | 'waiting'>): Promise<Holdings> {
  const [all, waiting] = await Promise.all([store.dossiers(), store.waiting()]);
  const dossiers = all.filter(({ head }) => head.rehearsal !== true);
  const sum = (of: 'captures' | 'incidents'): number =>
    dossiers.reduce((total, { head }) => total + head[of], 0);
  return {
    dossiers: dossiers.length,
    captures: sum('captures'),
    incidents: sum('incidents'),
    waiting: waiting.filter(({ room }) => !isRehearsalRoom(room)).length,
    rehearsals: all.length - dossiers.length,
  };
}
