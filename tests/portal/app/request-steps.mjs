const DATE = { pattern: /^\d{2}\/\d{2}\/\d{4}$/, invalid: 'dateInvalid', hint: 'date' };
const NATIONALITIES = '/api/referentiel/nationalites';

/** Fields are `{ name, type?, options?, source?, pattern?, invalid?, hint?, optional? }`; labels are in the texts. */
export const TRIAGE_FIELDS = [
  { name: 'demarche', options: ['renouvellement', 'premiere', 'refugie'] },
  { name: 'expirationTriage', ...DATE },
];

const AGDREF = { name: 'agdref', pattern: /^\d{10}$/, invalid: 'agdrefInvalid', hint: 'agdref' };
const EMAIL = { name: 'courriel', type: 'email', pattern: /^\S+@\S+\.\S+$/, invalid: 'emailInvalid' };

export const CREATION_FIELDS = [
  AGDREF,
  { name: 'naissance', ...DATE },
  EMAIL,
  { name: 'motDePasse', type: 'password' },
];

/** The steps of the request, in order; the last one sums up. */
export const STEPS = [
  {
    id: 'identity',
    fields: [
      { name: 'nom' },
      { name: 'prenoms' },
      { name: 'naissance', ...DATE },
      { name: 'nationalite', source: NATIONALITIES },
      AGDREF,
    ],
  },
  {
    id: 'situation',
    fields: [
      { name: 'titre', options: ['salarie', 'etudiant', 'visiteur'] },
      { name: 'expiration', ...DATE },
      { name: 'famille', options: ['celibataire', 'marie'] },
    ],
  },
  {
    id: 'address',
    fields: [
      { name: 'voie' },
      { name: 'complement', optional: true },
      { name: 'codePostal', pattern: /^\d{5}$/, invalid: 'postcodeInvalid' },
      { name: 'commune' },
      {
        name: 'telephone',
        type: 'tel',
        pattern: /^0\d( ?\d\d){4}$/,
        invalid: 'phoneInvalid',
        hint: 'telephone',
      },
      EMAIL,
    ],
  },
  {
    id: 'resources',
    fields: [
      { name: 'activite', options: ['salarie', 'etudiant', 'sans'] },
      { name: 'employeur', optional: true },
      { name: 'ressources', pattern: /^\d+$/, invalid: 'amountInvalid' },
    ],
  },
  { id: 'documents', uploads: ['passeport', 'domicile', 'photo'] },
  { id: 'stamp', fields: [{ name: 'timbre', pattern: /^\d{16}$/, invalid: 'stampInvalid', hint: 'timbre' }] },
  { id: 'recap' },
];

/** What each of the four parts of the summary repeats, by step id. */
export const RECAP_PARTS = [['identity', 'situation'], ['address'], ['resources'], ['documents', 'stamp']];
