import type { Check } from '../check.ts';
import { timestampsOf } from '../timestamps-of.ts';

export const timestamps: Check = {
  id: 'timestamps',
  title: 'Les horodatages portent sur ces lignes et ce manifeste, et leur signature tient',
  run: async (bundle) => (await timestampsOf(bundle)).problems,
};
