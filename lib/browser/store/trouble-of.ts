import { StoreError } from '../../app/witness-ports.ts';
import { DiskFull, hasSpace } from './opfs.ts';

export const STORE_TROUBLES = ['disk-full', 'database-blocked', 'database-newer', 'database-broken'] as const;
export type StoreTrouble = (typeof STORE_TROUBLES)[number];

export const isStoreTrouble = (word: string): word is StoreTrouble =>
  STORE_TROUBLES.some((each) => each === word);

/** The trouble of the device that ended a worker's job; null for a failure of another kind. Never rejects. */
export async function troubleOf(error: unknown, space = hasSpace): Promise<StoreTrouble | null> {
  const told = toldBy(error);
  if (told !== null && told !== 'database-broken') return told;
  // What fails on a full disk does not always say why.
  return (await space()) ? told : 'disk-full';
}

function toldBy(error: unknown): StoreTrouble | null {
  if (error instanceof DiskFull) return 'disk-full';
  if (error instanceof Error && error.name === 'QuotaExceededError') return 'disk-full';
  return error instanceof StoreError && isStoreTrouble(error.trouble) ? error.trouble : null;
}
