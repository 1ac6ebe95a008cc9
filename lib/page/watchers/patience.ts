/** Waits until something has held for long enough, and says so once. Times are those of the visible clock, in ms. */
export interface Patience<Key> {
  /**
   * Tells what holds now, each with the time from which it may be counted. What no longer holds is forgotten. Returns
   * what has held for long enough and was not told yet: again at each look, until `tell`.
   */
  look(holding: ReadonlyMap<Key, number>, time: number): { readonly key: Key; readonly heldMs: number }[];
  /** It was told, and will not be again as long as it holds. */
  tell(key: Key): void;
  /** How long until something could be told; 0 when nothing waits. */
  pending(time: number): number;
}

export const createPatience = <Key>(longEnough: number): Patience<Key> => {
  const since = new Map<Key, number>();
  const told = new Set<Key>();
  return {
    look: (holding, time) => {
      for (const key of since.keys()) {
        if (holding.has(key)) continue;
        since.delete(key);
        told.delete(key);
      }
      const ripe: { key: Key; heldMs: number }[] = [];
      for (const [key, from] of holding) {
        const start = Math.max(since.get(key) ?? time, from);
        since.set(key, start);
        if (time - start >= longEnough && !told.has(key)) ripe.push({ key, heldMs: time - start });
      }
      return ripe;
    },
    tell: (key) => void told.add(key),
    pending: (time) => {
      let soonest = 0;
      for (const [key, start] of since) {
        if (told.has(key)) continue;
        const left = Math.max(1, start + longEnough - time);
        soonest = soonest === 0 ? left : Math.min(soonest, left);
      }
      return soonest;
    },
  };
};
