import type { Profile } from '../profile/profile.ts';

/** What each profile leaves out, said in `dossier.json`: the same words whatever there was. */
export const PROFILE_LIMITS: Readonly<Record<Profile, readonly string[]>> = {
  complete: [],
  court: [
    'Cet export est fait pour un tribunal : il ne porte que des pièces à lire. Le journal, les fiches, les copies de pages et les images d’origine restent chez la personne, dans son dossier complet.',
    'Ce que la personne a choisi de ne plus afficher n’y figure pas et n’y est pas compté.',
  ],
  administration: [
    'Cet export est fait pour l’administration : un document court, sans image. Le journal, les fiches et les captures restent chez la personne, dans son dossier complet.',
  ],
  association: [
    'Cet export est fait pour une association : des fiches sans identité, sans image, sans texte de la personne ni de la page. Le reste du dossier est chez la personne.',
    'Sans identité ne veut pas dire anonyme : peu de personnes essaient la même démarche à la même heure, et les heures sont exactes.',
  ],
};
