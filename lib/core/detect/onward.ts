/** What the action is called by which a step goes on, in both languages: beginnings, over folded text. */
const ONWARD =
  /^(?:suivant|etape suivante|continu|je continue|enregistrer|valider|je valide|envoyer|poursuivre|confirm|soumettre|transmettre|deposer|terminer|signer|payer|demander|next|submit|send|save|validate|proceed|finish|sign\b|pay\b|apply)/;

/** `folded`: a label, as `foldText` gives it. */
export const isOnward = (folded: string): boolean => ONWARD.test(folded);
