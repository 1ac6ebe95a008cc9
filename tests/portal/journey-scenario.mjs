import { FICTITIOUS, VALUES_BY_STEP } from './fictitious.mjs';
import { PORTAL } from './hosts.mjs';
import { hook, press, sendRequest, type, uploadDocument, writeDocuments } from './journey.mjs';
import { scenarioById } from './scenarios.mjs';

const CREATION = {
  agdref: FICTITIOUS.agdref,
  naissance: FICTITIOUS.naissance,
  courriel: FICTITIOUS.courriel,
  motDePasse: FICTITIOUS.password,
};

const submit = (page) => press(page, hook('submit'));

async function openLogin(page) {
  await press(page, hook('login'));
  await page.waitForSelector('#kc-form-login');
}

/** What the person does, by `act`. A function resolves when it has done it, not when the outcome shows. */
const ACTS = {
  none: async () => {},
  submit,
  type: (page) => type(page, { commune: FICTITIOUS.commune }),
  async 'fill-and-submit'(page) {
    await type(page, { voie: `${FICTITIOUS.voie} bis`, commune: `${FICTITIOUS.commune}-SUD` });
    await submit(page);
  },
  async 'click-thrice'(page) {
    for (let i = 0; i < 3; i++) await submit(page);
  },
  async 'correct-twice'(page) {
    await submit(page);
    await type(page, { telephone: '06 99 00 00 43' });
    await submit(page);
    await type(page, { telephone: FICTITIOUS.telephone });
    await submit(page);
  },
  async 'create-account'(page) {
    await type(page, CREATION);
    await submit(page);
  },
  async triage(page, { demarche }) {
    await type(page, { ...VALUES_BY_STEP[0], ...(demarche && { demarche }) });
    await submit(page);
  },
  upload: (page) => uploadDocument(page, 'passeport', writeDocuments().passeport),
  send: sendRequest,
  'open-login': (page) => press(page, hook('login')),
  async login(page) {
    await openLogin(page);
    await type(page, { username: 'ak', password: FICTITIOUS.password });
    await press(page, hook('sso-submit'));
  },
  async 'reset-password'(page) {
    await openLogin(page);
    await press(page, hook('sso-forgotten'));
    await type(page, { username: 'ak' });
    await press(page, hook('sso-reset-submit'));
  },
};

/**
 * One scenario from « Essayer » to its outcome. A page that never comes or that the server cuts is no error here:
 * it is the outcome.
 */
export async function showScenario(page, id, { skin = 'usagers', lang = 'fr' } = {}) {
  const scenario = scenarioById(id);
  if (!scenario) throw new Error(`Unknown scenario: ${id}`);
  const address = `${PORTAL}/replique/essayer?${new URLSearchParams({ id, skin, langue: lang })}`;
  const { on, answer } = scenario.fails ?? {};
  const neverLoads = on === 'GET page' && answer.socket !== undefined;
  try {
    await page.goto(address, neverLoads ? { timeout: 3000 } : {});
  } catch (error) {
    if (!neverLoads) throw error;
  }
  await ACTS[scenario.act](page, scenario);
}
