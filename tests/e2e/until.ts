import { PATIENCE_MS } from './browser/soon.ts';

/** Asks again until it is true or there. Rejects with `what` after half a minute. */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | undefined | false>,
): Promise<Value> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const value = await ask();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never came: ${what}`);
}
