/** « a.k. » and « A. K. » are the same label to a hurried eye: letters and digits only, without case or accent. */
export const foldLabel = (label: string): string =>
  label
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** What is wrong with a new label, or null. */
export const labelProblem = (
  label: string,
  taken: readonly { readonly label: string }[],
): 'missing' | 'taken' | null => {
  const folded = foldLabel(label);
  if (folded === '') return 'missing';
  return taken.some((other) => foldLabel(other.label) === folded) ? 'taken' : null;
};
