import { matches } from './dom.ts';
import type { Watch } from './port.ts';

/** What a person fills in or waits for. Wide, because it only asks to look, and short, because every page carries it. */
const TELLING = 'input,select,textarea,[class*=load]';
/** After so long (ms) a page that has loaded is looked at once more: it may show nothing at all. */
const LOOK_MS = 3000;
/** A page of fewer elements, with the frame of the site, may have nothing in it. */
const FEW = 200;

/**
 * Asks once for the watchers, which are a script of their own: most of what they do serves few pages. Returns who is to
 * be shown each element.
 */
export const watchWanted = (watch: Watch): ((element: Element) => void) => {
  let asked = false;
  const ask = () => {
    if (!asked) watch.emit({ kind: 'wanted', at: watch.now() });
    asked = true;
  };
  setTimeout(() => document.all.length < FEW && ask(), LOOK_MS);
  return (element) => {
    if (!asked && matches(element, TELLING)) ask();
  };
};
