import { expectSoon } from './soon.ts';
import type { Patience } from './surface.ts';

/** Finished downloads, handed out once each in the order they finished. */
export function createDownloads() {
  const finished: string[] = [];
  return {
    add: (path: string) => void finished.push(path),
    next: (patience?: Patience) =>
      expectSoon(
        () => finished.shift(),
        () => 'no download finished',
        patience?.timeout ?? 30_000,
      ),
  };
}
