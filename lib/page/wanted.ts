import { matches } from './dom.ts';
import { gatherText } from './messages/text-content.ts';
import type { Watch } from './port.ts';

/** What a person fills in or waits for, seen on 2026-11-21 at the portal and its neighbours. Wide: it only asks to look. */
const TELLING =
  'input:not([type="hidden"]), select, textarea, [contenteditable], [role="combobox"], [role="progressbar"], ' +
  '[aria-busy="true"], [class*="spinner" i], [class*="load" i], [class*="skeleton" i], progress';
/** Between two looks at a page that has nothing of the kind, in milliseconds: it may show nothing at all. */
const LOOK_MS = 3000;
/** The watchers come within this time, or never. */
const COMING_MS = 3000;
/** Fewer characters than this where the eye falls first may be an empty page. */
const FEW = 20;

export interface Wanted {
  notice(element: Element): void;
  pending(): number;
}

/** Asks once for the watchers, which are a script of their own: most of what they do serves few pages. */
export const watchWanted = (watch: Watch): Wanted => {
  let told = false;
  let due = watch.now() + LOOK_MS + COMING_MS;
  const tell = () => {
    told = true;
    clearInterval(timer);
    due = watch.now() + COMING_MS;
    watch.emit({ kind: 'wanted', at: watch.now() });
  };
  const timer = setInterval(() => {
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 3);
    if (middle === null || gatherText(middle, { limit: FEW }).length < FEW) tell();
  }, LOOK_MS);
  watch.stop.addEventListener('abort', () => clearInterval(timer));
  return {
    notice: (element) => {
      if (!told && matches(element, TELLING)) tell();
    },
    pending: () => Math.max(0, due - watch.now()),
  };
};
