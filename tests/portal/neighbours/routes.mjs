import { NEIGHBOURS } from '../hosts.mjs';
import { redirect } from '../server/replies.mjs';
import { BOOKING_ROUTES } from './booking.mjs';
import { CONTACTS_ROUTES } from './contacts.mjs';
import { DEMARCHES_ROUTES } from './demarches.mjs';
import { FRANCE_CONNECT_ROUTES } from './france-connect.mjs';
import { PARIS_ROUTES } from './paris.mjs';
import { RDV_PREFECTURE_ROUTES } from './rdv-prefecture.mjs';
import { RDV_SERVICE_PUBLIC_ROUTES } from './rdv-service-public.mjs';
import { SITES } from './sites.mjs';
import { STAMPS_ROUTES } from './stamps.mjs';

const ROUTES = {
  rdvPrefecture: RDV_PREFECTURE_ROUTES,
  booking: BOOKING_ROUTES,
  paris: PARIS_ROUTES,
  rdvServicePublic: RDV_SERVICE_PUBLIC_ROUTES,
  demarches: DEMARCHES_ROUTES,
  demarcheNumerique: DEMARCHES_ROUTES,
  franceConnect: FRANCE_CONNECT_ROUTES,
  contacts: CONTACTS_ROUTES,
  stamps: STAMPS_ROUTES,
};

const toStart = (site) => (exchange) => redirect(exchange, SITES[site].start);

/** Routes of each neighbour, by host name. */
export const NEIGHBOUR_ROUTES = Object.fromEntries(
  Object.entries(ROUTES).map(([site, routes]) => [
    NEIGHBOURS[site],
    [['GET', '/', 'GET root', toStart(site)], ...routes],
  ]),
);
