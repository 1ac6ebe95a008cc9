import type { UnreadableReason } from '../core/verify/words/words.ts';

/** What was given is no bundle, or not one that this program opens. */
export class UnreadableArchive extends Error {
  override readonly name = 'UnreadableArchive';
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason) {
    super(reason);
    this.reason = reason;
  }
}
