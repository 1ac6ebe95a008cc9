import type { Check } from '../check.ts';

export const names: Check = {
  id: 'names',
  title: 'Un seul dossier principal, des noms de fichiers simples',
  run: async ({ strangeNames }) =>
    strangeNames.map((name) => ({ kind: 'altered', text: `Nom inattendu dans l’archive : ${name}` })),
};
