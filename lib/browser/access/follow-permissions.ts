import { browser } from '../api.ts';

/**
 * Runs `look` now and after each change of the permissions, one at a time; one that fails keeps no later one from
 * running. Must be called synchronously when the worker starts. What it returns resolves once the latest is over.
 */
export function followPermissions(look: () => Promise<void>): () => Promise<unknown> {
  let looking: Promise<unknown> = Promise.resolve();
  const lookInTurn = (): void => {
    looking = looking.then(look).catch(() => undefined); // the browser is closing: the next start looks again
  };
  browser.permissions.onAdded.addListener(lookInTurn);
  browser.permissions.onRemoved.addListener(lookInTurn);
  lookInTurn();
  return () => looking;
}
