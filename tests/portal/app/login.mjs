import { call } from './api.mjs';
import { language } from './i18n.mjs';
import { ui } from './skin.mjs';

const SSO = 'https://sso.anef.dgef.interieur.gouv.fr/auth/realms/anef-usagers/protocol/openid-connect';
const ACCOUNT = '#/espace-personnel/mon-compte';
const here = `${location.origin}${location.pathname}`;

/** Leaves for the single sign-on. The newer application asks to come back on a hash route, the older one does not. */
export function leaveForLogin() {
  const query = new URLSearchParams({
    client_id: 'anef-usagers',
    redirect_uri: ui.name === 'usagers' ? `${here}${ACCOUNT}` : here,
    state: crypto.randomUUID(),
    nonce: crypto.randomUUID(),
    response_mode: 'fragment',
    response_type: 'code',
    scope: 'openid',
    ui_locales: language(),
  });
  location.assign(`${SSO}/auth?${query}`);
}

/** Ends both sessions, the portal's then the SSO's, which sends back here. */
export async function logOut() {
  await call('POST', '/api/authentification/deconnexion');
  const query = new URLSearchParams({ client_id: 'anef-usagers', post_logout_redirect_uri: `${here}#/` });
  location.assign(`${SSO}/logout?${query}`);
}

/** Takes the one-time code out of the fragment, opens the session with it, then cleans the address. */
export async function consumeLogin() {
  const fragment = location.hash.slice(1);
  const at = fragment.search(/(^|&)state=/);
  const code = at < 0 ? null : new URLSearchParams(fragment.slice(at)).get('code');
  if (!code) return;
  const route = at > 0 ? `#${fragment.slice(0, at)}` : ACCOUNT;
  try {
    await call('POST', '/api/authentification/code', { code });
  } finally {
    history.replaceState(null, '', `${here}${route}`);
  }
}
