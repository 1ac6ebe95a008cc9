import { ApiError, call, hasDefect } from './api.mjs';
import { el } from './dom.mjs';
import { language, message, setLanguage, t } from './i18n.mjs';
import { consumeLogin, leaveForLogin, logOut } from './login.mjs';
import { findPage } from './routes.mjs';
import { ui } from './skin.mjs';

const LOGIN = '#/espace-personnel/connexion-inscription';
const ACCOUNT = '#/espace-personnel/mon-compte';
const root = document.querySelector('app-root');

let turn = 0;
let user;
let flash;

/** What every page receives. */
const context = {
  go(route) {
    if (location.hash === route) void show();
    else location.hash = route;
  },
  leaveForLogin,
  /** Sends an expired session to the login page, another person's to her own; says everything else through `otherwise(code, field)`. */
  refused(error, otherwise) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 401) expire();
    else if (error.code === 'notYours') showWhoIsHere();
    else otherwise(error.code, error.field);
  },
};

/** Somebody else has logged in since, in another tab: the personal space then shows that person. */
function showWhoIsHere() {
  flash = 'notYours';
  context.go(ACCOUNT);
}

function expire() {
  user = undefined;
  flash = 'sessionExpired';
  context.go(LOGIN);
}

/** Asked at each navigation: another tab may have logged in somebody else since. */
async function fetchUser() {
  try {
    return await call('GET', '/api/usager/moi');
  } catch (error) {
    if (error.status === 401) return undefined;
    throw error;
  }
}

async function show() {
  turn += 1;
  const mine = turn;
  const route = location.hash || '#/';
  const page = findPage(route);
  let content;
  try {
    user = await fetchUser();
    if (page.signedIn && !user) return context.go(LOGIN);
    content = await page.show({ ...context, user, params: page.params });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 401) return expire();
    content = { title: t('request.error'), nodes: [ui.alert('error', message(error.code))] };
  }
  // A slower page must not cover the one asked for since.
  if (mine === turn) mount(route, content);
  return undefined;
}

function mount(route, { title, nodes, frame }) {
  if (hasDefect('blank-page')) {
    root.replaceChildren();
    reportError(new TypeError("Cannot read properties of undefined (reading 'adresse')"));
    return;
  }
  document.documentElement.lang = language();
  // The real portal's titles may echo a name: tools that keep titles must mask it.
  document.title = [title, user?.affichage, t('site')].filter(Boolean).join(' – ').concat(' (réplique)');
  const notice = flash && ui.alert('warning', message(flash));
  flash = undefined;
  const main = el('main', { id: 'contenu', 'data-route': route, tabindex: '-1' }, notice, ...nodes);
  root.replaceChildren(
    ui.layout({
      user,
      route,
      main: frame ? ui.frame(frame, main) : main,
      onLogin: leaveForLogin,
      onLogout: () => logOut().catch(() => main.prepend(ui.alert('error', message('technicalError')))),
      onLanguage: () => {
        setLanguage(language() === 'fr' ? 'en' : 'fr');
        void show();
      },
    }),
  );
  scrollTo(0, 0);
}

const asked = new URLSearchParams(location.search);
if (asked.has('langue') || asked.has('scenario')) {
  history.replaceState(null, '', `${location.pathname}${location.hash}`);
}
addEventListener('hashchange', () => void show());
await consumeLogin().catch(() => {
  flash = 'technicalError';
});
await show();
