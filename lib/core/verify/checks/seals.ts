import type { Check } from '../check.ts';
import { sealOf } from '../seal-of.ts';

export const seals: Check = {
  id: 'seals',
  run: async (bundle) => (await sealOf(bundle)).problems,
};
