import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MESSAGES_FR } from './app/text/messages-fr.mjs';
import { AUTHENTICATE, createProfile, logIn } from './https-profile.ts';
import { SCENARIOS } from './scenarios.mjs';
import { type Portal, startPortal } from './server.mjs';

let portal: Portal;
let clock = Date.parse('2026-03-02T10:00:00Z');

beforeAll(async () => {
  portal = await startPortal({ now: () => clock });
});
afterAll(() => portal.close());

const AUTH = '/auth/realms/anef-usagers/protocol/openid-connect/auth';

describe('login', () => {
  it.each([
    ['/particuliers/', '#state=ETAT&session_state='],
    ['/usagers/#/espace-personnel/mon-compte', '#/espace-personnel/mon-compte&state=ETAT&session_state='],
  ])('comes back to %s with secrets in the fragment', async (path, fragment) => {
    const location = await logIn(createProfile(portal), portal, 'ak', `${portal.urls.portal}${path}`);
    expect(location).toContain(fragment);
    expect(location).toMatch(/&code=[\w.-]{20,}$/);
  });

  it('shares one session in a profile: the last person logged in is the one shown', async () => {
    const visit = createProfile(portal);
    expect((await visit('/api/usager/moi')).status).toBe(401);
    await logIn(visit, portal, 'ak', `${portal.urls.portal}/usagers/`);
    expect(JSON.parse((await visit('/api/usager/moi')).body)).toMatchObject({ affichage: 'Dossier A. K.' });
    await logIn(visit, portal, 'bl', `${portal.urls.portal}/usagers/`);
    expect(JSON.parse((await visit('/api/usager/moi')).body)).toMatchObject({ affichage: 'Dossier B. L.' });
  });

  it('refuses to send anywhere else than to the portal', async () => {
    const location = await logIn(createProfile(portal), portal, 'cm', 'https://example.org/');
    expect(location.startsWith(`${portal.urls.portal}/usagers/`)).toBe(true);
  });

  it('says what Keycloak says of an unknown user', async () => {
    const { status, body } = await createProfile(portal)(`${portal.urls.sso}${AUTHENTICATE}`, {
      method: 'POST',
      body: 'username=zz&password=x',
    });
    expect(status).toBe(200);
    expect(body).toContain("Nom d'utilisateur ou mot de passe invalide.");
  });
});

describe('scenarios', () => {
  const BODIES: Record<string, string> = { 'POST sso/authenticate': 'username=ak&password=x' };
  const PLACES: Record<string, string> = {
    'GET page': '/usagers/',
    'GET script': '/usagers/main.mjs',
    'GET sso/auth': AUTH,
    'POST sso/authenticate': AUTHENTICATE,
  };

  const placeOf = (on: string, step: number | undefined) => {
    const [method = 'GET', template = ''] = on.split(' ');
    const path = PLACES[on] ?? template.replace('{id}', '8490042').replace('{n}', String(step ?? 1));
    const origin = template.startsWith('sso/') ? portal.urls.sso : portal.urls.portal;
    return { url: `${origin}${path}`, method, body: BODIES[on] ?? '{}' };
  };

  const answering = SCENARIOS.filter(({ fails }) => fails && !fails.answer.delayMs && !fails.answer.socket);

  it.each(answering.map((scenario) => [scenario.id, scenario] as const))(
    '%s fails as planned',
    async (id, scenario) => {
      const visit = createProfile(portal);
      await visit(`/replique/essayer?id=${id}&skin=usagers`);
      const { on = '', step, answer } = scenario.fails ?? {};
      const { url, method, body } = placeOf(on, step);
      const got = await visit(url, { method, body: method === 'GET' ? '' : body });
      const planned = answer?.status ?? answer?.page;
      if (typeof planned === 'number') expect(got.status).toBe(planned);
      if (answer?.code) expect(JSON.parse(got.body)).toMatchObject({ code: answer.code });
      if (scenario.text) expect(got.body).toContain(scenario.text);
    },
  );

  it.each(SCENARIOS.filter(({ message }) => message).map(({ id, message }) => [id, message ?? '']))(
    '%s shows a message that exists: %s',
    (_id, message) => expect(MESSAGES_FR[message]).toBeTruthy(),
  );

  it.each(
    SCENARIOS.filter(({ fails }) => fails?.answer.socket === 'drop').map(({ id, fails }) => [
      id,
      fails?.on ?? '',
    ]),
  )('%s cuts the connection', async (id, on) => {
    const visit = createProfile(portal);
    await visit(`/replique/essayer?id=${id}`);
    const { url, method } = placeOf(on, 2);
    await expect(visit(url, { method })).rejects.toThrow(/socket hang up|ECONNRESET/);
  });

  it('is forced for every browser from Node, a number of times', async () => {
    portal.setScenario('page-503', { times: 1 });
    const visit = createProfile(portal);
    expect((await visit('/usagers/')).status).toBe(503);
    expect((await visit('/usagers/')).status).toBe(200);
    portal.setScenario(undefined);
    expect(() => portal.setScenario('no-such-scenario')).toThrow('no-such-scenario');
  });

  it('is accepted in the address of a page, and kept', async () => {
    const visit = createProfile(portal);
    expect((await visit('/particuliers/?scenario=page-502')).status).toBe(502);
    expect((await visit('/particuliers/')).status).toBe(502);
    await visit('/particuliers/?scenario=none');
    expect((await visit('/particuliers/')).status).toBe(200);
  });

  it('never breaks the page that leads out of it', async () => {
    const visit = createProfile(portal);
    await visit('/replique/scenario?id=page-503');
    expect((await visit('/usagers/')).status).toBe(503);
    expect((await visit('/replique/')).status).toBe(200);
    await visit('/replique/reinitialiser');
    expect((await visit('/usagers/')).status).toBe(200);
  });
});

describe('the words of the portal', () => {
  it.each([
    'Il semblerait que vos informations soient déjà associées à un compte.',
    'Certaines informations que vous avez saisies sont incorrectes. Veuillez vérifier votre saisie.',
    'Il est trop tôt pour demander le renouvellement de votre titre.',
    'Ce timbre ne peut être consommé. Il a déjà été utilisé.',
    'Votre timbre a été consommé.',
    "Vous n'avez pas atteint le montant minimum de ressources nécessaires",
    'Notification de clôture de la demande',
    'format non respecté',
  ])('%s', (sentence) => expect(Object.values(MESSAGES_FR)).toContain(sentence));

  it.each([
    [
      'notProtected',
      'Demande invalide. ',
      " Vous n'êtes pas reconnu bénéficiaire de la protection internationale.",
    ],
    [
      'recapRule',
      "Je vérifie les informations que j'ai saisies",
      '. Une fois la demande envoyée, je ne peux plus la modifier.',
    ],
    ['expiredNineMonths', 'Votre titre de séjour est expiré depuis ', ' 9 mois'],
    ['requestSent', 'Votre demande a bien été envoyée le ', '. Elle porte le numéro {number}'],
  ])('%s keeps both known halves', (key, head, tail) => {
    expect(MESSAGES_FR[key]?.startsWith(head)).toBe(true);
    expect(MESSAGES_FR[key]?.endsWith(tail)).toBe(true);
  });
});

describe('every answer', () => {
  it('is marked, dated by the replica’s clock, and noted', async () => {
    clock = Date.parse('2026-03-02T11:30:00Z');
    portal.control({ clockOffsetMs: 120_000 });
    const { headers, body } = await createProfile(portal)('/particuliers/?token=SECRET');
    portal.control({ clockOffsetMs: 0 });
    expect(headers.date).toBe('Mon, 02 Mar 2026 11:32:00 GMT');
    expect(headers.server).toBe('replique');
    expect(body).toContain('/replique/mark.css');
    expect(portal.requests.at(-1)).toMatchObject({
      method: 'GET',
      path: '/particuliers/',
      search: '?token=SECRET',
      cookie: false,
      status: 200,
    });
  });

  it.each(['page-500', 'page-502', 'page-maintenance', 'page-rejected'])(
    'of %s is marked too',
    async (id) => {
      const visit = createProfile(portal);
      await visit(`/replique/scenario?id=${id}`);
      expect((await visit('/usagers/')).body).toContain('/replique/mark.css');
    },
  );

  it('is 404 for another host and outside the application folder', async () => {
    const visit = createProfile(portal);
    expect((await visit('https://example.org/')).status).toBe(404);
    expect((await visit('/usagers/..%2f..%2fserver.mjs')).status).toBe(404);
  });
});
