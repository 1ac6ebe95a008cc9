import { particuliers } from './skins/particuliers.mjs';
import { usagers } from './skins/usagers.mjs';

/** The vocabulary in which this address draws its pages: same components, other elements and classes. */
export const ui = document.documentElement.dataset.skin === 'usagers' ? usagers : particuliers;
