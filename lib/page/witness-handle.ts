import type { PersonalSpan } from '../core/privacy/patterns.ts';

/**
 * What the always-on script leaves for the snapshot script, which runs in the same isolated world. The page's own
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
}

const HANDLE = Symbol.for('anef-temoin.witness');

export const witnessHandle = (): WitnessHandle | undefined =>
  (globalThis as { [HANDLE]?: WitnessHandle })[HANDLE];

export const setWitnessHandle = (handle: WitnessHandle | undefined): void => {
  (globalThis as { [HANDLE]?: WitnessHandle | undefined })[HANDLE] = handle;
};
