import type { Check } from '../check.ts';
import { timestampsOf } from '../timestamps-of.ts';

export const timestamps: Check = {
  id: 'timestamps',
  run: async (bundle) => (await timestampsOf(bundle)).problems,
};
