import { ACCOUNT } from './scenarios/account.mjs';
import { API } from './scenarios/api.mjs';
import { BLOCKED_FORM } from './scenarios/blocked-form.mjs';
import { APPOINTMENTS } from './scenarios/neighbours-appointments.mjs';
import { PROCEDURES } from './scenarios/neighbours-procedures.mjs';
import { OUTAGE } from './scenarios/outage.mjs';
import { OUTCOME } from './scenarios/outcome.mjs';
import { RULES } from './scenarios/rules.mjs';
import { SESSION } from './scenarios/session.mjs';
import { UPLOAD } from './scenarios/upload.mjs';

/**
 * A scenario is data:
 * `id`; `category` (the detection categories); `title` and `what` `{ fr, en }`;
 * `start` `{ route, signedIn, step? }`: where « Essayer » leads, and up to which step the request is filled;
 * `act`: what then makes it show (`journey.mjs` plays it): `none`, `wait`, `submit`, `upload`, `send`, `login`, …;
 * `fails` `{ on: route key, step?, answer }`: what the server answers (`server/failures.mjs` lists the shapes);
 * `defect`: what the application itself does wrong on the start route;
 * `message`: key of the sentence shown (`app/text/messages-*.mjs`), or `text` when it is not the application's;
 * `harmless`: true where nothing goes wrong (a rule of law, a success, an ordinary text).
 */
export const SCENARIOS = [
  ...ACCOUNT,
  ...SESSION,
  ...OUTAGE,
  ...API,
  ...BLOCKED_FORM,
  ...RULES,
  ...UPLOAD,
  ...OUTCOME,
];

/**
 * The same on the sites beside the portal, played there with `showNeighbourScenario`. In place of `start` and `act`:
 * `site` (a name of `NEIGHBOURS`) and `steps`, how many steps of that site's journey the person takes before it shows.
 */
export const NEIGHBOUR_SCENARIOS = [...APPOINTMENTS, ...PROCEDURES];

const byId = new Map([...SCENARIOS, ...NEIGHBOUR_SCENARIOS].map((scenario) => [scenario.id, scenario]));

/** Undefined for `none` and for an unknown id. */
export const scenarioById = (id) => byId.get(id);
