import type { Category } from '../detect/categories.ts';

/** Short name and neutral description of each kind of trouble, for a reader who has never seen the portal. */
export const CATEGORY_WORDS: Record<Category, { readonly name: string; readonly description: string }> = {
  account: {
    name: 'Compte',
    description: 'Le portail n’a pas permis de créer un compte, de s’y connecter ou d’en retrouver l’accès.',
  },
  session: {
    name: 'Session interrompue',
    description: 'Le portail a mis fin à la session ou ne l’a pas reconnue ; la démarche a dû être reprise.',
  },
  'server-error': {
    name: 'Erreur technique',
    description: 'Le portail a répondu par une erreur technique au lieu de la page ou de l’action attendue.',
  },
  unavailable: {
    name: 'Service indisponible',
    description: 'Le portail, ou l’une de ses parties, n’était pas accessible à ce moment.',
  },
  'blocked-form': {
    name: 'Formulaire bloqué',
    description: 'Le formulaire n’a pas permis de passer à l’étape suivante.',
  },
  refused: {
    name: 'Demande refusée par le portail',
    description: 'Le portail a affiché un message empêchant de présenter ou de poursuivre la demande.',
  },
  duplicate: {
    name: 'Demande déjà en cours',
    description: 'Le portail a refusé une demande au motif qu’une autre existait déjà.',
  },
  eligibility: {
    name: 'Règle affichée par le portail',
    description:
      'Le portail a affiché une condition de la démarche. Ce relevé est conservé sans être compté comme un échec.',
  },
  upload: {
    name: 'Dépôt de document',
    description: 'Le portail n’a pas accepté un document, ou son envoi n’a pas abouti.',
  },
  payment: {
    name: 'Paiement ou timbre',
    description: 'Le portail n’a pas accepté un paiement ou un timbre fiscal.',
  },
  appointment: {
    name: 'Rendez-vous',
    description: 'Le site n’a proposé aucun rendez-vous, ou n’a pas permis d’en prendre un.',
  },
  captcha: {
    name: 'Contrôle d’accès',
    description: 'Un contrôle destiné à écarter les robots n’a pas laissé passer la personne.',
  },
  correction: {
    name: 'Correction impossible',
    description: 'Le portail n’a pas permis de corriger ou de compléter une demande.',
  },
  attestation: {
    name: 'Attestation',
    description: 'Une attestation attendue n’était pas disponible sur le portail.',
  },
  status: {
    name: 'Suivi de la demande',
    description:
      'Le portail a affiché, au sujet de la demande, un état qui fait obstacle à la suite de la démarche.',
  },
  confirmation: {
    name: 'Confirmation affichée par le portail',
    description: 'Le portail a confirmé une action. Ce relevé est conservé sans être compté comme un échec.',
  },
};

/** The name for a category written by another version too. */
export function categoryName(category: string): string {
  const words: Partial<Record<string, { readonly name: string }>> = CATEGORY_WORDS;
  return words[category]?.name ?? category;
}
