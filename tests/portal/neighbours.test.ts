import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEIGHBOURS, type NeighbourName, PORTAL_HOST } from './hosts.mjs';
import { createProfile, type Visit } from './https-profile.ts';
import { NEIGHBOUR_ROUTES } from './neighbours/routes.mjs';
import { SITES, startAddress } from './neighbours/sites.mjs';
import { NEIGHBOUR_SCENARIOS } from './scenarios.mjs';
import { type Portal, startPortal } from './server.mjs';

let portal: Portal;

beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.close());

const NAMES = Object.keys(SITES) as NeighbourName[];

/** Goes where the answer leads, as a browser does. */
async function follow(visit: Visit, url: string, options?: { method?: string; body?: string }) {
  let address = url;
  let answer = await visit(address, options);
  for (let hops = 0; answer.status === 302 && hops < 5; hops++) {
    address = new URL(String(answer.headers.location), address).href;
    answer = await visit(address);
  }
  return { ...answer, address };
}

/** The address that a route key stands for. */
function placeOf(site: NeighbourName, key: string) {
  const [method = '', path = ''] =
    NEIGHBOUR_ROUTES[NEIGHBOURS[site]]?.find((route) => route[2] === key) ?? [];
  return { method, url: `https://${NEIGHBOURS[site]}${path.replace('{id}', '42')}` };
}

describe.each(NAMES)('%s', (site) => {
  it('answers under its own name, marked, with a strict policy', async () => {
    const { status, body, headers } = await follow(createProfile(portal), `https://${NEIGHBOURS[site]}/`);
    expect(status).toBe(200);
    expect(body).toContain('/replique/mark.css');
    expect(body).toContain('réplique');
    expect(body).not.toMatch(
      /<script(?! type="module" src="\/replique\/sites\/)|\sstyle=|\son\w+=|marianne/i,
    );
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    for (const [, asset = ''] of body.matchAll(/(?:src|href)="(\/(?:replique|favicon)[^"]+)"/g))
      expect((await createProfile(portal)(`https://${NEIGHBOURS[site]}${asset}`)).status, asset).toBe(200);
  });

  it('is on the replica’s home, in good health and with each of its failures', async () => {
    const { body } = await createProfile(portal)('/replique/');
    for (const lang of ['fr', 'en'] as const)
      expect(body).toContain(startAddress(site, 'none', lang).replaceAll('&', '&amp;'));
    for (const { id } of NEIGHBOUR_SCENARIOS.filter((scenario) => scenario.site === site))
      expect(body.split(`data-test="try-${id}"`)).toHaveLength(3);
  });
});

describe('a scenario of a neighbour', () => {
  it.each(NEIGHBOUR_SCENARIOS.map((scenario) => [scenario.id, scenario] as const))(
    '%s starts with one click and fails as planned',
    async (id, { site, fails, text }) => {
      const visit = createProfile(portal);
      const tried = await visit(`/replique/essayer?id=${id}`);
      expect(String(tried.headers.location)).toBe(startAddress(site, id));
      await visit(String(tried.headers.location));
      const { method, url } = placeOf(site, fails.on);
      const got = await follow(visit, url, { method, body: method === 'POST' ? 'captcha=K7R4M' : '' });
      expect(got.body).toContain(text);
      const { status, page } = fails.answer;
      const planned = status ?? page;
      if (typeof planned === 'number') expect(got.status).toBe(planned);
      if (status === undefined) expect(got.body).toContain('/replique/mark.css');
    },
  );

  it('is kept by its site alone, until the site is visited in good health', async () => {
    const visit = createProfile(portal);
    const closed = startAddress('demarches', 'demarches-closed');
    expect((await visit(closed)).body).toContain('Cette démarche est close');
    expect((await visit(closed.replace(/\?.*/, ''))).body).toContain('Cette démarche est close');
    expect((await visit(startAddress('demarches'))).body).toContain('Commencer la démarche');
    expect((await visit(closed.replace(/\?.*/, ''))).body).toContain('Commencer la démarche');
  });

  it('can be forced for every browser', async () => {
    portal.setScenario('booking-503', { times: 1 });
    const start = startAddress('booking').replace(/\?.*/, '');
    expect((await createProfile(portal)(start)).status).toBe(503);
    expect((await createProfile(portal)(start)).status).toBe(200);
    portal.setScenario(undefined);
  });
});

describe('the words of the neighbours', () => {
  it.each([
    ['demarches', 'demarches-500', 'Erreur 500'],
    ['demarches', 'demarches-502', 'Erreur 502'],
    ['demarcheNumerique', 'demarches-503', 'Erreur 503'],
    ['demarcheNumerique', 'demarches-504', 'Erreur 504'],
  ] as const)('%s says its code too: %s', async (site, id, words) => {
    const visit = createProfile(portal);
    await visit(startAddress(site, id));
    const { body, status } = await visit(`https://${NEIGHBOURS[site]}/dossiers/new`);
    expect(body).toContain(words);
    expect(status).toBe(Number(words.slice(-3)));
  });

  it.each([
    ['demarches', 'Start the procedure'],
    ['franceConnect', 'Choose an account to sign in with'],
  ] as const)('%s speaks English when asked, and goes on speaking it', async (site, words) => {
    const visit = createProfile(portal);
    const { address, body } = await follow(visit, startAddress(site, 'none', 'en'));
    expect(body).toContain(words);
    expect((await visit(address.replace(/\?.*/, ''))).body).toContain(words);
  });

  it('refuses a captcha copied wrongly, in the address and on the page', async () => {
    const visit = createProfile(portal);
    const { method, url } = placeOf('rdvPrefecture', 'POST rdv/cgu');
    const { address, body } = await follow(visit, url, { method, body: 'captcha=XXXXX' });
    expect(address).toContain('?error=invalidCaptcha');
    expect(body).toMatch(/id="text-input-captcha-desc-error"[^>]*>[^<]*est incorrect</);
  });

  it('a portal scenario leaves them alone', async () => {
    const visit = createProfile(portal);
    await visit('/replique/scenario?id=page-503');
    expect((await visit(`https://${PORTAL_HOST}/usagers/`)).status).toBe(503);
    expect((await visit(`https://${NEIGHBOURS.contacts}/contact/essai`)).status).toBe(200);
  });
});
