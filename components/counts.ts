import type { Words } from './words.ts';

/** « 3 captures et 1 incident »; what there is none of is not said, unless there is nothing at all. */
export const countsText = (
  words: Words,
  { captures, incidents }: { readonly captures: number; readonly incidents: number },
): string => {
  if (incidents === 0) return words('captures', { count: captures });
  if (captures === 0) return words('incidents', { count: incidents });
  return words('both_counts', {
    captures: words('captures', { count: captures }),
    incidents: words('incidents', { count: incidents }),
  });
};
