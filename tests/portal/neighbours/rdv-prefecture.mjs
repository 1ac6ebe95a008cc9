import { readForm } from '../server/exchange.mjs';
import { cookie, forget, redirect } from '../server/replies.mjs';
import { fields, IDENTITY_FIELDS, shower, slotList } from './page.mjs';

const show = shower('quasar', 'Prise de rendez-vous');
const at = (id, step) => `/rdvpref/reservation/demarche/${id}/${step}`;
const RESERVATION = 'RDV_RESERVATION';
/** What the picture of the captcha shows. */
const CAPTCHA = 'K7R4M';

const stepper = (current) =>
  `<ol class="q-stepper">${['Conditions', 'Créneau', 'Coordonnées', 'Confirmation']
    .map((name, index) => `<li${index === current ? ' aria-current="step"' : ''}>${name}</li>`)
    .join('')}</ol>`;

const CLASSES = { group: 'q-field', label: 'q-field__label', control: 'q-field__native' };
const button = (text) => `<button class="q-btn" type="submit">${text}</button>`;

function showStart(exchange, { id }) {
  show(
    exchange,
    'rdv-demarche',
    'Prendre un rendez-vous',
    `<div class="q-card"><h1>Remise d’un titre de séjour</h1><p>Démarche fictive n° ${id}. Elle se fait au guichet de la préfecture, sur rendez-vous et avec votre convocation.</p>
<p>Munissez-vous de votre passeport et de votre ancien titre. Le rendez-vous est gratuit et personnel.</p>
<a class="q-btn" href="${at(id, 'cgu/')}">Prendre un rendez-vous</a></div>`,
  );
}

const ERRORS = {
  errorSessionInvalide:
    '<div class="q-banner q-banner--negative" role="alert">Votre session n’est plus valide. Recommencez votre demande de rendez-vous.</div>',
};

function showConditions(exchange) {
  const error = exchange.url.searchParams.get('error');
  const refused = error === 'invalidCaptcha';
  show(
    exchange,
    'rdv-cgu',
    'Conditions d’utilisation',
    `${stepper(0)}${ERRORS[error] ?? ''}<div class="q-card"><h1>Conditions d’utilisation</h1>
<p>Le rendez-vous est pris pour une seule personne. Un rendez-vous que vous ne pouvez pas honorer doit être annulé.</p>
<form method="post"><fieldset class="captcha"><legend>Vérification</legend>
<img id="captchaFR_CaptchaImage" src="/replique/sites/captcha.svg" alt="Texte à recopier : ${[...CAPTCHA].join(' ')}" width="200" height="60">
<div class="q-field${refused ? ' q-field--error' : ''}"><label class="q-field__label" for="captchaFormulaireExtInput">Recopiez le texte de l’image</label>
<input class="q-field__native" id="captchaFormulaireExtInput" name="captcha" autocomplete="off" required aria-describedby="text-input-captcha-desc-error">
${refused ? '<p id="text-input-captcha-desc-error" class="q-field__messages">Le texte saisi est incorrect</p>' : ''}</div></fieldset>${button('Suivant')}</form></div>`,
  );
}

async function submitCaptcha(exchange, { id }) {
  const { captcha = '' } = await readForm(exchange);
  if (captcha.trim().toUpperCase() !== CAPTCHA) return refuseCaptcha(exchange, { id });
  return redirect(exchange, at(id, 'creneau/'), [cookie(RESERVATION, 'ouverte')]);
}

const refuseCaptcha = (exchange, { id }) => redirect(exchange, at(id, 'cgu/?error=invalidCaptcha'));
const loseSession = (exchange, { id }) => redirect(exchange, at(id, 'cgu/?error=errorSessionInvalide'));

function showSlots(exchange, { id }) {
  if (!exchange.cookies[RESERVATION]) return loseSession(exchange, { id });
  return show(
    exchange,
    'rdv-creneau',
    'Choisissez votre créneau',
    `${stepper(1)}<div class="q-card"><h1>Choisissez votre créneau</h1><p>Guichet fictif n° 4, préfecture d’essai.</p>
<form method="post">${slotList(exchange.world.now())}${button('Suivant')}</form></div>`,
  );
}

function showNoSlot(exchange, { id }) {
  show(
    exchange,
    'rdv-complet',
    'Choisissez votre créneau',
    `${stepper(1)}<div class="q-card"><h1>Choisissez votre créneau</h1>
<p class="empty"><strong>Aucun créneau disponible</strong><br>Veuillez réessayer ultérieurement.</p>
<a class="q-btn q-btn--flat" href="${at(id, '')}">Retour à la démarche</a></div>`,
  );
}

const toPerson = (exchange, { id }) => redirect(exchange, at(id, 'usager/'));

function showPerson(exchange) {
  show(
    exchange,
    'rdv-usager',
    'Vos coordonnées',
    `${stepper(2)}<div class="q-card"><h1>Vos coordonnées</h1><form method="post">${fields(CLASSES, IDENTITY_FIELDS)}${button('Valider le rendez-vous')}</form></div>`,
  );
}

const toConfirmation = (exchange, { id }) =>
  redirect(exchange, at(id, 'confirmation/'), [forget(RESERVATION)]);

function showConfirmation(exchange) {
  show(
    exchange,
    'rdv-confirmation',
    'Rendez-vous confirmé',
    `${stepper(3)}<div class="q-card"><h1>Votre rendez-vous est confirmé</h1>
<p>Numéro fictif : 99-0042. Une convocation vous est envoyée par courriel ; présentez-la au guichet.</p></div>`,
  );
}

/** The national appointment service: conditions and captcha, then the free slots, the person, the confirmation. */
export const RDV_PREFECTURE_ROUTES = [
  ['GET', '/rdvpref/reservation/demarche/{id}/', 'GET rdv/demarche', showStart],
  ['GET', '/rdvpref/reservation/demarche/{id}/cgu/', 'GET rdv/cgu', showConditions],
  [
    'POST',
    '/rdvpref/reservation/demarche/{id}/cgu/',
    'POST rdv/cgu',
    submitCaptcha,
    { captcha: refuseCaptcha, session: loseSession },
  ],
  [
    'GET',
    '/rdvpref/reservation/demarche/{id}/creneau/',
    'GET rdv/creneau',
    showSlots,
    { 'no-slot': showNoSlot },
  ],
  ['POST', '/rdvpref/reservation/demarche/{id}/creneau/', 'POST rdv/creneau', toPerson],
  ['GET', '/rdvpref/reservation/demarche/{id}/usager/', 'GET rdv/usager', showPerson],
  ['POST', '/rdvpref/reservation/demarche/{id}/usager/', 'POST rdv/usager', toConfirmation],
  ['GET', '/rdvpref/reservation/demarche/{id}/confirmation/', 'GET rdv/confirmation', showConfirmation],
];
