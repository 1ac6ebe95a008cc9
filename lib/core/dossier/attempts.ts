/** An attempt ends when the session changes or after this long without anything witnessed (ms). */
export const ATTEMPT_GAP = 30 * 60_000;

export interface OpenAttempt {
  /** 1, 2, 3… in the dossier. */
  readonly number: number;
  /** Session epoch it belongs to. */
  readonly epoch: string;
  readonly startSeq: number;
  readonly lastAt: number;
}

/** Whether something witnessed at `at` under `epoch` still belongs to the open attempt. */
export const belongsTo = (attempt: OpenAttempt | null, epoch: string, at: number): attempt is OpenAttempt =>
  attempt !== null && attempt.epoch === epoch && Math.abs(at - attempt.lastAt) <= ATTEMPT_GAP;
