import type { FrontEpoch } from '../../app/witness-ports.ts';
import { browser } from '../api.ts';

/**
 * Counts every event after which another tab, window or page may be in front. A picture taken while the count moved
 * is thrown away. Must run synchronously when the worker starts.
 */
export function watchFront(): FrontEpoch {
  let epoch = 0;
  const bump = (): void => {
    epoch++;
  };
  browser.tabs.onActivated.addListener(bump);
  browser.tabs.onReplaced.addListener(bump);
  browser.tabs.onAttached.addListener(bump);
  browser.tabs.onDetached.addListener(bump);
  browser.tabs.onRemoved.addListener(bump);
  browser.windows.onFocusChanged.addListener(bump);
  browser.windows.onCreated.addListener(bump);
  browser.windows.onRemoved.addListener(bump);
  browser.tabs.onUpdated.addListener((_tabId, change, { active }) => {
    // A title or an icon, or a tab behind, does not change which page is in front.
    if (active && (change.status !== undefined || change.url !== undefined)) bump();
  });
  return { current: () => epoch };
}
