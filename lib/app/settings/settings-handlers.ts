import type { Handlers } from '../router.ts';
import type { TimestampSettings } from '../timestamps/timestamp-ports.ts';
import type { Timestamps } from '../timestamps/timestamps.ts';
import { tellStamping } from '../timestamps/told-stamping.ts';
import type { SettingsView } from './settings-view.ts';

interface Deps {
  readonly timestamps: Timestamps;
  readonly settings: {
    read(): Promise<TimestampSettings>;
    choose(settings: TimestampSettings): Promise<void>;
  };
  readonly isAuthorityUrl: (url: string) => boolean;
  /** SHA-256 (hex) of the key that seals; it is made if there is none. */
  readonly sealingKey: () => Promise<string>;
}

/** What was asked for cannot be an authority. */
class NotAnAuthority extends Error {
  override readonly name = 'NotAnAuthority';
}

/** What the settings page and an export ask for. */
export function createSettingsHandlers({
  timestamps,
  settings,
  isAuthorityUrl,
  sealingKey,
}: Deps): Pick<Handlers, 'settings.read' | 'settings.timestamps' | 'timestamps.over'> {
  async function view(): Promise<SettingsView> {
    const [decided, state, keySha256] = await Promise.all([
      settings.read(),
      timestamps.state(),
      sealingKey().catch(() => null), // the page says so; an export says more
    ]);
    return { timestamps: { ...decided, state }, keySha256 };
  }

  return {
    'settings.read': view,

    async 'settings.timestamps'({ on, url }) {
      if (on && !isAuthorityUrl(url)) throw new NotAnAuthority();
      await settings.choose({ on, url });
      if (!on) await timestamps.turnedOff();
      return view();
    },

    async 'timestamps.over'({ sha256 }) {
      return tellStamping(await timestamps.over(sha256));
    },
  };
}
