const ADDRESS = { route: '#/demande/etape/3', signedIn: true, step: 3 };

const blocked = (id, defect, act, title, what, rest = {}) => ({
  id,
  category: 'blocked-form',
  title,
  what,
  start: ADDRESS,
  act,
  defect,
  ...rest,
});

export const BLOCKED_FORM = [
  blocked(
    'greyed-button',
    'greyed-button',
    'type',
    {
      fr: 'Bouton grisé',
      en: 'Greyed-out button',
    },
    {
      fr: 'Tout est rempli, le bouton « Enregistrer et poursuivre » reste grisé.',
      en: 'Everything is filled, the “Save and continue” button stays greyed out.',
    },
  ),
  blocked(
    'dead-button',
    'dead-button',
    'click-thrice',
    {
      fr: 'Bouton sans effet',
      en: 'Dead button',
    },
    {
      fr: 'Le bouton se laisse cliquer et rien ne se passe : ni message, ni requête.',
      en: 'The button can be clicked and nothing happens: no message, no request.',
    },
  ),
  blocked(
    'validation-loop',
    'validation-loop',
    'correct-twice',
    {
      fr: 'Erreur de saisie qui ne part pas',
      en: 'Validation error that never clears',
    },
    {
      fr: 'Le téléphone est refusé, même corrigé : le même message revient.',
      en: 'The telephone number is refused even when corrected: the same message comes back.',
    },
    { message: 'phoneInvalid' },
  ),
  blocked(
    'endless-spinner',
    'endless-spinner',
    'submit',
    {
      fr: 'Attente sans fin',
      en: 'Endless spinner',
    },
    {
      fr: 'Après l’enregistrement, l’indicateur d’attente ne s’arrête plus.',
      en: 'After saving, the progress indicator never stops.',
    },
  ),
  blocked(
    'blank-page',
    'blank-page',
    'none',
    {
      fr: 'Page blanche',
      en: 'Blank page',
    },
    {
      fr: 'Une erreur de script vide la page.',
      en: 'A script error empties the page.',
    },
  ),
  blocked(
    'empty-list',
    undefined,
    'none',
    {
      fr: 'Liste obligatoire vide',
      en: 'Mandatory list left empty',
    },
    {
      fr: 'La liste des nationalités n’a aucun choix : l’étape ne peut pas être remplie.',
      en: 'The list of nationalities offers no choice: the step cannot be filled in.',
    },
    {
      start: { route: '#/demande/etape/1', signedIn: true, step: 1 },
      fails: { on: 'GET /api/referentiel/nationalites', answer: { status: 200, body: [] } },
    },
  ),
];
