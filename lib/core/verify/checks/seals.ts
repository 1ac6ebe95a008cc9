import type { Check } from '../check.ts';
import { sealOf } from '../seal-of.ts';

export const seals: Check = {
  id: 'seals',
  title: 'Les sceaux sont ceux de ces fichiers, faits par la clé annoncée',
  run: async (bundle) => (await sealOf(bundle)).problems,
};
