import { isFormUnderWay } from '../app/witness/form-under-way.ts';
import { browser } from './api.ts';
import type { Background } from './background.ts';
import { leaveForReload } from './remembered/state-storage.ts';
import { isFirefox } from './remembered/surroundings.ts';
import { systemClock } from './runtime-deps.ts';

const PENDING = 'updateAvailable';
/** Name of the alarm that looks again, and how often (minutes). */
const LOOK_AGAIN = 'update';
const EVERY = 5;
/** A worker that has nothing to do lives for 30 s (ms). */
const HEARTBEAT = 25_000;

type WhenAwake = (job: (background: Background) => unknown) => void;

/** An export page under way, or a popup that is being read, would be closed. */
async function isOwnPageOpen(): Promise<boolean> {
  const pages = await browser.tabs.query({ url: browser.runtime.getURL('*') });
  return pages.length > 0;
}

async function applyUpdate({ state }: Background): Promise<void> {
  if ((await browser.storage.session.get(PENDING))[PENDING] !== true) return;
  if (isFormUnderWay(state.tabs(), systemClock.now())) return;
  if (state.owed().length > 0 || (await isOwnPageOpen())) return;
  await state.save();
  await leaveForReload();
  browser.runtime.reload();
}

/**
 * An update waits while a form is being filled, and is applied within minutes once it is not; a browser that is closed
 * first applies it by itself. Chromium replaces an extension whose worker sleeps without asking, so the worker stays
 * awake as long as the form is being filled. Must run synchronously when the worker starts.
 */
export function followUpdates(whenAwake: WhenAwake, awake: () => Promise<Background> | undefined): void {
  browser.runtime.onUpdateAvailable.addListener(() =>
    whenAwake(async (background) => {
      await browser.storage.session.set({ [PENDING]: true });
      await browser.alarms.create(LOOK_AGAIN, { periodInMinutes: EVERY });
      await applyUpdate(background);
    }),
  );
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === LOOK_AGAIN) whenAwake(applyUpdate);
  });
  browser.tabs.onRemoved.addListener(() => whenAwake(applyUpdate));
  if (isFirefox()) return;
  setInterval(() => {
    awake()?.then(
      ({ state }) => {
        // Any call of the browser's interface counts as something to do.
        if (isFormUnderWay(state.tabs(), systemClock.now())) return browser.runtime.getPlatformInfo();
        return undefined;
      },
      () => undefined,
    );
  }, HEARTBEAT);
}
