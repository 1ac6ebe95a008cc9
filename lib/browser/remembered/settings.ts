import { storage } from 'wxt/utils/storage';
import type { TimestampSettings } from '../../app/timestamps/timestamp-ports.ts';

/** Every setting, declared once. All live as long as the extension does; none is personal. */

/** When the person read and accepted « la photo montre tout ce qui est à l’écran » (ms), or null. */
export const noticeAcceptedAt = storage.defineItem<number | null>('local:noticeAcceptedAt', {
  fallback: null,
  version: 1,
});

/** Language chosen in the popup, or null to follow the browser. */
export const language = storage.defineItem<string | null>('local:language', {
  fallback: null,
  version: 1,
});

/** Whether an authority is asked for timestamps, and which. Its access is an optional host permission beside it. */
export const timestamps = storage.defineItem<TimestampSettings>('local:timestamps', {
  fallback: { on: false, url: 'https://timestamp.sectigo.com/qualified' },
  version: 1,
});

/** What waits for a timestamp, parsed by whoever reads it. Nothing waits once they are switched off. */
export const timestampQueue = storage.defineItem<unknown>('local:timestampQueue', {
  fallback: null,
  version: 1,
});

/** When the first-run page was opened by itself (ms), or null. */
export const welcomedAt = storage.defineItem<number | null>('local:welcomedAt', {
  fallback: null,
  version: 1,
});

/** Of each dossier, how many of its captures have left this profile, in an export or a back-up. Only ids and counts. */
export const savedElsewhere = storage.defineItem<Readonly<Record<string, number>>>('local:savedElsewhere', {
  fallback: {},
  version: 1,
});
