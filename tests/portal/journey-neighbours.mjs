import { FICTITIOUS } from './fictitious.mjs';
import { press, type, writeDocuments } from './journey.mjs';
import { SITES, startAddress } from './neighbours/sites.mjs';
import { scenarioById } from './scenarios.mjs';

const { nom, prenoms, agdref, courriel, telephone } = FICTITIOUS;
const PERSON = { nom, prenoms, agdref, courriel };
const CAPTCHA = 'K7R4M';

/** Clicks and, where there are any, fills fields first. Radio buttons and boxes are clicked like buttons. */
const act = (...selectors) => fill({}, ...selectors);
function fill(values, ...selectors) {
  return async (page) => {
    await type(page, values);
    for (const selector of selectors) await press(page, selector);
  };
}

const SLOT = 'input[name="creneau"]';
const SUBMIT = 'main form [type="submit"]';
const FIRST_LINK = 'main a';

const DEMARCHE = [
  ['demarches-commencer', act('main a.fr-btn')],
  ['demarches-brouillon', fill({ nom, prenoms, agdref, motif: 'Motif fictif 42' }, SUBMIT)],
  ['demarches-merci'],
];

/** Each site's journey: the page that must be there (`main[data-page]`), and what the person does on it. */
const JOURNEYS = {
  rdvPrefecture: [
    ['rdv-demarche', act('a.q-btn')],
    ['rdv-cgu', fill({ captcha: CAPTCHA }, SUBMIT)],
    ['rdv-creneau', act(SLOT, SUBMIT)],
    ['rdv-usager', fill(PERSON, SUBMIT)],
    ['rdv-confirmation'],
  ],
  booking: [
    ['booking-conditions', act('#condition', '[name="nextButton"]')],
    ['booking-guichet', act('[name="planning"]', '[name="nextButton"]')],
    ['booking-creneau', act(SLOT, '[name="nextButton"]')],
    ['booking-usager', fill({ nom, prenoms, courriel, telephone }, '[name="nextButton"]')],
    ['booking-fin'],
  ],
  paris: [
    ['paris-accueil', act(FIRST_LINK)],
    ['paris-creneaux', act(SLOT, SUBMIT)],
    ['paris-coordonnees', fill(PERSON, SUBMIT)],
    ['paris-confirmation'],
  ],
  rdvServicePublic: [
    ['rdvsp-motif', act(FIRST_LINK)],
    ['rdvsp-creneaux', act(SLOT, SUBMIT)],
    ['rdvsp-usager', fill(PERSON, SUBMIT)],
    ['rdvsp-rdv'],
  ],
  demarches: DEMARCHE,
  demarcheNumerique: DEMARCHE,
  franceConnect: [
    ['fc-choix', act(FIRST_LINK)],
    ['fc-compte', fill({ identifiant: 'ak', motDePasse: FICTITIOUS.password }, SUBMIT)],
    ['fc-consentement', goBack],
  ],
  contacts: [
    ['contacts-formulaire', attach],
    [
      'contacts-formulaire',
      fill({ sujet: 'Autre difficulté', ...PERSON, message: 'Message fictif 42' }, SUBMIT),
    ],
    ['contacts-envoye'],
  ],
  stamps: [
    ['timbres-achat', act('[name="timbre"]', SUBMIT)],
    ['timbres-coordonnees', fill({ nom, courriel }, SUBMIT)],
    ['timbres-paiement', act(SUBMIT)],
    ['timbres-timbre'],
  ],
};

async function goBack(page) {
  await press(page, SUBMIT);
  await page.waitForSelector('main[data-route]');
}

async function attach(page) {
  const piece = await page.waitForSelector('#piece');
  await piece.uploadFile(writeDocuments().domicile);
  await page.waitForSelector('main[data-piece]');
}

export const NEIGHBOUR_NAMES = Object.keys(SITES);

/** On the site's first page: the steps of its journey, all of them unless `steps` says how many. */
export async function takeSteps(page, site, steps = JOURNEYS[site].length) {
  for (const [name, perform] of JOURNEYS[site].slice(0, steps)) {
    await page.waitForSelector(`main[data-page="${name}"]`);
    await perform?.(page);
  }
}

/** The whole journey of a site in good health, from its first page to its last. */
export async function visitNeighbour(page, site, { lang = 'fr' } = {}) {
  await page.goto(startAddress(site, 'none', lang));
  await takeSteps(page, site);
}

/** One scenario of a neighbour from its first page to its outcome. */
export async function showNeighbourScenario(page, id, { lang = 'fr' } = {}) {
  const scenario = scenarioById(id);
  if (!scenario?.site) throw new Error(`Unknown scenario of a neighbour: ${id}`);
  await page.goto(startAddress(scenario.site, id, lang));
  await takeSteps(page, scenario.site, scenario.steps);
}
