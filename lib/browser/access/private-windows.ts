import { storage } from 'wxt/utils/storage';
import { type Consent, isPrivateStore } from '../../app/access/private-windows.ts';
import { browser } from '../api.ts';
import { storeOfTab } from './cookie-stores.ts';

const consent = storage.defineItem<Consent>('session:privateConsent', { fallback: 'unasked' });

export const privateConsent = {
  get: (): Promise<Consent> => consent.getValue(),
  set: (next: Consent): Promise<void> => consent.setValue(next),
  /** Null for a tab that is not in a private window. */
  async of(tabId: number): Promise<Consent | null> {
    const tab = await browser.tabs.get(tabId);
    return isPrivateStore(storeOfTab(tab)) ? consent.getValue() : null;
  },
};

/** Must run synchronously when the worker starts. `ended`: the last private window has closed. */
export function followPrivateWindows(ended: () => void): void {
  const look = async (): Promise<void> => {
    const windows = await browser.windows.getAll();
    if (windows.some(({ incognito }) => incognito)) return;
    await consent.removeValue();
    ended();
  };
  browser.windows.onRemoved.addListener(() => {
    look().catch(() => undefined); // the browser is closing, and forgets by itself
  });
}
