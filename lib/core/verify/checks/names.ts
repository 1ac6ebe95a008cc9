import type { Check } from '../check.ts';

/** One main folder, and plain names below it. */
export const names: Check = {
  id: 'names',
  run: async ({ strangeNames }) =>
    strangeNames.map((name) => ({ kind: 'altered', id: 'strange-name', values: { name } })),
};
