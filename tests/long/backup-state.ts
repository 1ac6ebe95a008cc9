import { expect, vi } from 'vitest';
import type { Stage } from '../e2e/stage.ts';
import type { StoredState } from '../e2e/stored.ts';
import { readAudit } from './audit/read-audit.ts';

const PATIENT = { timeout: 30_000, interval: 250 };

/** Everything of both, in an order of its own. */
export const together = (...states: readonly StoredState[]): string[] =>
  states
    .flatMap(({ lines, files, waiting }) => [
      ...lines.map(({ dossier, seq, line }) => `${dossier} ${seq} ${line}`),
      ...files.map(({ dossier, seq, kind, sha256 }) => `${dossier} ${seq} ${kind} ${sha256}`),
      ...waiting.map(({ room, kind, at }) => `${room} ${kind} ${at}`),
    ])
    .sort();

/** Waits until nothing is left of what was given up, and expects everything else to be whole. */
export async function expectTidy(stage: Stage): Promise<void> {
  const look = async () => {
    const { leftovers, problems } = await readAudit(stage.witnessed);
    return { leftovers, problems };
  };
  await vi.waitFor(async () => expect(await look()).toEqual({ leftovers: [], problems: [] }), PATIENT);
}
