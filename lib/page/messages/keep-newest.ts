/** Elements and texts remembered of each sort. */
export const KEPT = 200;

/** The newest: a crowd of decoys must not keep out what comes after it. */
export const keep = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value) => {
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
};
