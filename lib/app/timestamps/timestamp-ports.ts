import type { Bytes } from '../../core/timestamp/der.ts';
import type { AuthorityFailure, TimestampFailure } from '../../core/timestamp/failures.ts';
import type { TimestampQueue } from './timestamp-queue.ts';

export class AuthorityError extends Error {
  readonly failure: AuthorityFailure;
  constructor(failure: AuthorityFailure, message: string) {
    super(message);
    this.name = 'AuthorityError';
    this.failure = failure;
  }
}

/** Sends one request, and nothing else. Rejects with AuthorityError. */
export type AskAuthority = (url: string, query: Bytes) => Promise<Bytes>;

/** What the person has decided. */
export interface TimestampSettings {
  readonly on: boolean;
  readonly url: string;
}

/** Outlives the browser: what could not be stamped today is stamped tomorrow. */
export interface TimestampQueueStore {
  /** Whatever is there; it is parsed by whoever reads it. */
  load(): Promise<unknown>;
  save(queue: TimestampQueue): Promise<void>;
}

/** A token as it came, with the request that it answers. */
export interface Stamp {
  readonly query: Bytes;
  readonly reply: Bytes;
  /** Milliseconds since 1970. */
  readonly genTime: number;
  /** Host of the authority. */
  readonly authority: string;
}
export type Stamping = { readonly stamp: Stamp } | { readonly failure: TimestampFailure };
