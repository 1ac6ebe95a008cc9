import { el } from '../../dom.mjs';
import { t } from '../../i18n.mjs';
import { button } from './controls.mjs';

const LINKS = [
  ['#/', 'home'],
  ['#/espace-personnel/mon-compte', 'account'],
  ['#/triage', 'triage'],
  ['#/notifications', 'notifications'],
];

const FRAMES = {
  request: 'app-demande',
  triage: 'app-triage',
  confirmation: 'app-confirmation-step',
  'account-creation': 'app-creation-compte',
};

export const frame = (kind, main) => el(FRAMES[kind], {}, main);

/** The whole page around `main`. */
export function layout({ user, route, main, onLogin, onLogout, onLanguage }) {
  const access = user
    ? button({ label: t('logout'), test: 'logout', onClick: onLogout })
    : button({ label: t('login'), test: 'header-login', onClick: onLogin });
  const language = button({
    label: t('otherLanguage'),
    kind: 'tertiary',
    test: 'language',
    onClick: onLanguage,
  });
  return el(
    'app-portal',
    {},
    el(
      'header',
      { class: 'topbar' },
      el(
        'div',
        { class: 'width topbar-row' },
        el(
          'div',
          {},
          el('p', { class: 'brand' }, t('site')),
          el('p', { class: 'brand-tagline' }, t('tagline')),
        ),
        el(
          'div',
          { class: 'topbar-tools' },
          user && el('span', { class: 'user', 'data-test': 'user' }, user.affichage),
          access.node,
          language.node,
        ),
      ),
    ),
    el(
      'nav',
      { class: 'menubar', 'aria-label': t('site') },
      el(
        'ul',
        { class: 'width' },
        LINKS.map(([href, key]) =>
          el('li', {}, el('a', { href, 'aria-current': route === href && 'page' }, t(`nav.${key}`))),
        ),
      ),
    ),
    el('div', { class: 'width content' }, main),
    el(
      'footer',
      { class: 'foot' },
      el('div', { class: 'width' }, el('p', {}, t('footer')), el('a', { href: '/replique/' }, t('replica'))),
    ),
  );
}

export const tile = ({ title, text, href }) =>
  el(
    'anef-tile',
    {},
    el(
      'a',
      { class: 'tile', href },
      el('span', { class: 'tile-title' }, title),
      el('span', { class: 'tile-text' }, text),
    ),
  );

/** `current` counts from 1. */
export const stepper = ({ current, titles, state }) =>
  el(
    'div',
    {},
    el(
      'p-steps',
      {},
      el(
        'ul',
        { class: 'ui-steps' },
        titles.map((title, index) =>
          el(
            'li',
            {
              class: `ui-steps-item ${index + 1 === current ? 'ui-state-highlight' : index + 1 < current ? 'done' : 'ui-state-disabled'}`,
            },
            el('span', { class: 'ui-steps-number' }, String(index + 1)),
            el('span', { class: 'ui-steps-title' }, title),
          ),
        ),
      ),
    ),
    el('h1', {}, titles[current - 1], el('small', {}, state)),
  );

/** Labels and values. */
export const pairs = (rows) =>
  el(
    'dl',
    { class: 'pairs' },
    rows.flatMap(([label, value]) => [el('dt', {}, label), el('dd', {}, value)]),
  );
