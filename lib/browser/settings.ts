import { storage } from 'wxt/utils/storage';

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

/** When the first-run page was opened by itself (ms), or null. */
export const welcomedAt = storage.defineItem<number | null>('local:welcomedAt', {
  fallback: null,
  version: 1,
});
