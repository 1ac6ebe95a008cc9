import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FICTITIOUS, USERS, VALUES_BY_STEP } from './fictitious.mjs';
import { PORTAL } from './hosts.mjs';

export { DISTINCTIVE, FICTITIOUS, SECRET_TOKEN, USERS } from './fictitious.mjs';
export { showScenario } from './journey-scenario.mjs';

const DOCUMENTS = ['passeport', 'domicile', 'photo'];
export const LAST_STEP = 7;

export const hook = (name) => `[data-test="${name}"]`;
export const portalUrl = (skin, route = '#/', lang = 'fr') => `${PORTAL}/${skin}/?langue=${lang}${route}`;

/** Waits until the application shows this hash route. */
export const waitForRoute = (page, route) => page.waitForSelector(`main[data-route="${route}"]`);

/** Clicks once the control is there, visible and enabled. */
export async function press(page, selector) {
  const control = await page.waitForSelector(`${selector}:not(:disabled)`, { visible: true });
  await control.click();
}

/** Types into text fields, chooses in lists. `values` is `{ name: value }`. */
export async function type(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const control = await page.waitForSelector(`[name="${name}"]`, { visible: true });
    if (await control.evaluate((node) => node.tagName === 'SELECT')) await control.select(value);
    else {
      await control.evaluate((node) => node.select());
      await control.type(value);
    }
  }
}

/**
 * Through the portal's login page and the SSO, to the personal space. `user` is a login. Throws when the SSO still
 * remembers somebody else: log out first.
 */
export async function login(page, user = 'ak', { skin = 'usagers', lang = 'fr' } = {}) {
  await page.goto(portalUrl(skin, '#/espace-personnel/connexion-inscription', lang));
  await press(page, hook('login'));
  const account = 'main[data-route="#/espace-personnel/mon-compte"]';
  await page.waitForSelector(`#kc-form-login, ${account}`);
  if (await page.$('#kc-form-login')) {
    await type(page, { username: user, password: FICTITIOUS.password });
    await press(page, hook('sso-submit'));
    await page.waitForSelector(account);
  }
  const shown = await page.$eval(hook('user'), (node) => node.textContent);
  const { name } = USERS.find((known) => known.login === user);
  if (shown !== name) throw new Error(`Logged in as ${shown}, not as ${name}`);
}

let documents;

/** Small real files, written once, in a temporary folder that goes with the process: `{ passeport, domicile, photo }` paths. */
export function writeDocuments() {
  if (documents) return documents;
  const dir = mkdtempSync(join(tmpdir(), 'portal-documents-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  const write = (name) => {
    const path = join(dir, `${name}-fictif.pdf`);
    writeFileSync(path, `%PDF-1.4\n% ${name} fictif\n%%EOF\n`);
    return [name, path];
  };
  documents = Object.fromEntries(DOCUMENTS.map(write));
  return documents;
}

/** Chooses a file for one document. Resolves once the portal has answered: `done` or `error`. */
export async function uploadDocument(page, name, path) {
  const input = await page.waitForSelector(`input[name="${name}"]`);
  await input.uploadFile(path);
  const settled = await page.waitForSelector(
    `[data-upload="${name}"][data-state="done"], [data-upload="${name}"][data-state="error"]`,
  );
  return settled.evaluate((node) => node.dataset.state);
}

/** Fills one step (0 is the triage) without sending it. */
export async function fillStep(page, n, values = VALUES_BY_STEP[n]) {
  await waitForRoute(page, n === 0 ? '#/triage' : `#/demande/etape/${n}`);
  if (n !== 5) return type(page, values);
  for (const [name, path] of Object.entries(writeDocuments())) await uploadDocument(page, name, path);
  return undefined;
}

/** From the personal space: triage and steps up to `until` (7: the summary), which is reached and not filled. */
export async function fillRequest(page, { until = LAST_STEP, skin = 'usagers' } = {}) {
  await page.goto(
    portalUrl(skin, '#/triage', await page.evaluate(() => localStorage.getItem('langue') ?? 'fr')),
  );
  for (let n = 0; n < until; n++) {
    await fillStep(page, n);
    await press(page, hook('submit'));
    if (n === 6) {
      await page.waitForSelector('form', { hidden: true });
      await press(page, hook('submit'));
    }
  }
  await waitForRoute(page, `#/demande/etape/${until}`);
}

/** On the summary: the four parts, then the dialog that sends. Resolves once the dialog's button was clicked. */
export async function sendRequest(page) {
  for (const part of [1, 2, 3, 4]) await press(page, hook(`recap-${part}`));
  await press(page, hook('send'));
}

export async function logout(page) {
  await press(page, hook('logout'));
  await page.waitForSelector(hook('header-login'));
}

/** Chooses a scenario for this browser, `none` for the healthy portal. */
export async function chooseScenario(page, id) {
  await page.goto(`${PORTAL}/replique/scenario?id=${encodeURIComponent(id)}`);
}
