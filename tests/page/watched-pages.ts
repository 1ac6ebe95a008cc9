import { afterAll, beforeAll } from 'vitest';
import type { MessageSignal, Signal } from '../../lib/core/detect/signals.ts';
import { until } from '../e2e/until.ts';
import { bundle } from './bundle.ts';
import type { Launch, WatchedBrowser, WatchedPage } from './isolated.ts';
import { type Served, serve } from './serve.ts';

/**
 * A server and a browser for all tests of a block, gone when they are done. `entry`: file of the script that goes into
 * each page; `prepare` says what is served from the beginning.
 */
export function watchedPages(
  launch: Launch,
  entry: string,
  prepare: (served: Served) => void = () => undefined,
) {
  let served: Served;
  let browser: WatchedBrowser;
  let script: string;

  beforeAll(async () => {
    served = await serve();
    prepare(served);
    [script, browser] = await Promise.all([bundle(entry), launch(served)]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  return {
    get served(): Served {
      return served;
    },
    /** `place`: a path of the portal, or a whole address. */
    open: (place: string): Promise<WatchedPage> => browser.open(new URL(place, served.origin).href, script),
    /** The same page as nobody watches it. */
    openAlone: (place: string): Promise<WatchedPage> =>
      browser.open(new URL(place, served.origin).href, null),
  };
}

export const heard = (watched: WatchedPage): Promise<Signal[]> => watched.inWorld<Signal[]>('heard');

export const messagesOf = async (watched: WatchedPage): Promise<MessageSignal[]> =>
  (await heard(watched)).filter((signal) => signal.kind === 'message');

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const soon = (holds: () => Promise<boolean>): Promise<boolean> => until('what was waited for', holds);
