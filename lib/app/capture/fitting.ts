import type { Owner } from '../../core/dossier/owner.ts';
import type { Keeping } from '../dossier/keeping.ts';
import type { StoredAlready } from '../witness/stored-already.ts';
import type { Witnessed, WitnessedCapture } from '../witness/witnessed.ts';
import { StoreError } from '../witness-ports.ts';
import { smallerOnes } from './describe-capture.ts';

interface Deps {
  readonly keeping: Keeping;
  readonly stored: StoredAlready;
  readonly report: (error: unknown) => void;
}

/**
 * Keeps a capture whole, or what there is space for: resolves with what was stored. Rejects when not even the facts are
 * taken. `again`: it was refused before. What was refused may be there all the same, once the database is open again.
 */
export const createFitting =
  ({ keeping, stored, report }: Deps) =>
  async (
    cookieStore: string,
    owner: Owner,
    whole: Witnessed<WitnessedCapture>,
    again = false,
  ): Promise<Witnessed<WitnessedCapture>> => {
    const { startedAt, trigger } = whole.facts.record;
    const known = { at: Date.parse(startedAt), fingerprint: trigger.fingerprint };
    let refusal: unknown;
    for (const witnessed of [whole, ...smallerOnes(whole)]) {
      try {
        const isThere = (again || refusal) && (await stored.capture(owner, known));
        if (!isThere) await keeping.keep(cookieStore, owner, witnessed);
        if (refusal) report(refusal); // a later success has just hidden it
        return witnessed;
      } catch (error) {
        if (!(error instanceof StoreError && error.trouble === 'disk-full')) throw error;
        refusal ??= error;
      }
    }
    throw refusal;
  };
