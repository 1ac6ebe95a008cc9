import type { PersonalSpan } from '../core/privacy/patterns.ts';
import type { Watch } from './port.ts';

/**
 * What the always-on script leaves for the scripts that come later into the same isolated world: the snapshot's, and the
 * watchers'. The page's own
 * scripts cannot see it. Its name is the same from one version to the next: a new script must find the old one.
 */
export interface WitnessHandle {
  /** False once this script's extension context is gone. */
  alive(): boolean;
  stop(): void;
  /** Where a text is personal, typed values included. */
  personalSpans(text: string): PersonalSpan[];
  mask(text: string): string;
  passwordFilled(): boolean;
  readonly watch: Watch;
  /** The trees of the page, as `watchRoots` knows them now. */
  roots(): Iterable<Document | ShadowRoot>;
  /**
   * How long (ms) until something could be told that nothing on the page has to happen for; 0 when nothing waits.
   * Put there by the watchers when they join.
   */
  pending?: () => number;
  /** The watchers have joined. */
  joined?: true;
}

const HANDLE = Symbol.for('anef-temoin.witness');

export const witnessHandle = (): WitnessHandle | undefined =>
  (globalThis as { [HANDLE]?: WitnessHandle })[HANDLE];

export const setWitnessHandle = (handle: WitnessHandle | undefined): void => {
  (globalThis as { [HANDLE]?: WitnessHandle | undefined })[HANDLE] = handle;
};
