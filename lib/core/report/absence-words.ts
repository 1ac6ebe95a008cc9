import type { ANSWERS, ASKED_WAYS, AskedThing } from '../bundle/absence-record.ts';

export const THING_WORDS: Readonly<Record<AskedThing, string>> = {
  attestation: 'une attestation de prolongation de l’instruction',
  'attestation-renewal': 'le renouvellement d’une attestation de prolongation',
  correction: 'une correction ou un complément de la demande',
  'second-request': 'le dépôt d’une autre demande, sur un autre fondement',
  decision: 'une réponse à la demande',
  'substitute-solution': 'une solution de substitution au téléservice',
  rights: 'le maintien des droits',
};

export const WAY_WORDS: Readonly<Record<(typeof ASKED_WAYS)[number], string>> = {
  portal: 'sur le portail',
  'contact-centre': 'auprès du centre de contact citoyens',
  'digital-point': 'au point d’accueil numérique',
  'prefecture-desk': 'au guichet de la préfecture',
  telephone: 'par téléphone',
  'e-mail': 'par courriel',
  letter: 'par courrier',
  'registered-letter': 'par lettre recommandée',
  'not-asked': 'sans qu’une demande ait été possible',
};

export const ANSWER_WORDS: Readonly<Record<(typeof ANSWERS)[number], string>> = {
  nothing: 'aucune',
  acknowledgement: 'un accusé de réception',
  'sent-elsewhere': 'un renvoi vers un autre service ou vers le portail',
  refusal: 'un refus',
  other: 'une autre réponse',
};
