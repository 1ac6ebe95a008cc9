import { NEIGHBOURS } from '../hosts.mjs';

/** What the replica's home says of each neighbour, where a person enters it, and how it is asked for English. */
export const SITES = {
  rdvPrefecture: {
    start: '/rdvpref/reservation/demarche/4200/',
    title: { fr: 'Rendez-vous en préfecture', en: 'Prefecture appointments' },
    healthy: { fr: 'prendre rendez-vous', en: 'book an appointment' },
  },
  booking: {
    start: '/booking/create/42000',
    title: { fr: 'Rendez-vous sur le site d’un département', en: 'Appointments on a department’s site' },
    healthy: { fr: 'prendre rendez-vous', en: 'book an appointment' },
  },
  paris: {
    start: '/accueil',
    title: { fr: 'Rendez-vous à Paris', en: 'Appointments in Paris' },
    healthy: { fr: 'prendre rendez-vous', en: 'book an appointment' },
  },
  rdvServicePublic: {
    start: '/prendre_rdv',
    title: { fr: 'RDV Service Public', en: 'RDV Service Public' },
    healthy: { fr: 'prendre rendez-vous', en: 'book an appointment' },
  },
  demarches: {
    start: '/commencer/demarche-fictive-42',
    english: 'locale',
    title: { fr: 'Démarches simplifiées', en: 'Démarches simplifiées' },
    healthy: { fr: 'déposer un dossier', en: 'file an application' },
  },
  demarcheNumerique: {
    start: '/commencer/demarche-fictive-42',
    english: 'locale',
    title: { fr: 'Démarche numérique', en: 'Démarche numérique' },
    healthy: { fr: 'déposer un dossier', en: 'file an application' },
  },
  franceConnect: {
    start: '/api/v2/authorize',
    english: 'lang',
    title: { fr: 'FranceConnect', en: 'FranceConnect' },
    healthy: { fr: 's’identifier', en: 'identify oneself' },
  },
  contacts: {
    start: '/contact/centre-de-contact-citoyens',
    title: { fr: 'Formulaires de contact', en: 'Contact forms' },
    healthy: { fr: 'envoyer un message', en: 'send a message' },
  },
  stamps: {
    start: '/achat',
    title: { fr: 'Timbres fiscaux', en: 'Tax stamps' },
    healthy: { fr: 'acheter un timbre', en: 'buy a stamp' },
  },
};

/** Where « Essayer » leads for a scenario of this site; `none` for the site in good health. */
export function startAddress(site, scenario = 'none', lang = 'fr') {
  const { start, english } = SITES[site];
  const query = new URLSearchParams({ scenario, ...(english && { [english]: lang }) });
  return `https://${NEIGHBOURS[site]}${start}?${query}`;
}
