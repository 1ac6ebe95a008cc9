import type { TimestampState } from '../timestamps/timestamps.ts';

/** What the settings page shows. */
export interface SettingsView {
  readonly timestamps: {
    readonly on: boolean;
    readonly url: string;
    readonly state: TimestampState;
  };
  /** SHA-256 (hex) of the public half of the key that seals; null when it cannot be read. */
  readonly keySha256: string | null;
}
