import { el } from '../../dom.mjs';
import { t } from '../../i18n.mjs';

const LINKS = [
  ['accueil', '#/', 'home'],
  ['mon-compte', '#/espace-personnel/mon-compte', 'account'],
  ['triage', '#/triage', 'triage'],
  ['notifications', '#/notifications', 'notifications'],
];

const FRAMES = {
  request: 'app-demande',
  triage: 'app-triage',
  confirmation: 'app-confirmation-step',
  'account-creation': 'app-creation-compte',
};

export const frame = (kind, main) => el(FRAMES[kind], {}, main);

const link =
  (route) =>
  ([item, href, key]) =>
    el(
      'edu-item-link',
      { 'data-item': item },
      el('a', { class: 'fr-nav__link', href, 'aria-current': route === href && 'page' }, t(`nav.${key}`)),
    );

/** The whole page around `main`. */
export function layout({ user, route, main, onLogin, onLogout, onLanguage }) {
  const access = user
    ? el(
        'button',
        { class: 'fr-link', type: 'button', 'data-test': 'logout', onclick: onLogout },
        t('logout'),
      )
    : el(
        'button',
        { class: 'fr-link', type: 'button', 'data-test': 'header-login', onclick: onLogin },
        t('login'),
      );
  return el(
    'div',
    { class: 'site' },
    el(
      'anef-header',
      {},
      el(
        'header',
        { class: 'fr-header' },
        el(
          'div',
          { class: 'fr-header__body fr-container' },
          el(
            'div',
            { class: 'fr-header__service' },
            el('p', { class: 'fr-header__service-title' }, t('site')),
            el('p', { class: 'fr-header__service-tagline' }, t('tagline')),
          ),
          el(
            'div',
            { class: 'fr-header__tools' },
            user && el('span', { class: 'fr-header__user', 'data-test': 'user' }, user.affichage),
            access,
            el(
              'button',
              { class: 'fr-link', type: 'button', 'data-test': 'language', onclick: onLanguage },
              t('otherLanguage'),
            ),
          ),
        ),
        el('nav', { class: 'fr-nav fr-container', 'aria-label': t('site') }, LINKS.map(link(route))),
      ),
    ),
    el('div', { class: 'fr-container' }, main),
    el(
      'footer',
      { class: 'fr-footer' },
      el(
        'div',
        { class: 'fr-container' },
        el('p', {}, t('footer')),
        el('a', { href: '/replique/' }, t('replica')),
      ),
    ),
  );
}

export const tile = ({ title, text, href, item }) =>
  el(
    'edu-item-link',
    { 'data-item': item, class: 'fr-tile' },
    el('h2', { class: 'fr-tile__title' }, el('a', { href }, title)),
    el('p', { class: 'fr-tile__desc' }, text),
  );

/** `current` counts from 1. */
export const stepper = ({ current, titles, state, next }) =>
  el(
    'div',
    { class: 'fr-stepper' },
    el(
      'h1',
      { class: 'fr-stepper__title' },
      el('span', { class: 'fr-stepper__state' }, state),
      titles[current - 1],
    ),
    el(
      'div',
      { class: 'fr-stepper__steps', 'data-fr-current-step': current, 'data-fr-steps': titles.length },
      titles.map((_, index) => el('span', { class: index < current ? 'done' : '' })),
    ),
    next && el('p', { class: 'fr-stepper__details' }, next),
  );

/** Labels and values. */
export const pairs = (rows) =>
  el(
    'dl',
    { class: 'pairs' },
    rows.flatMap(([label, value]) => [el('dt', {}, label), el('dd', {}, value)]),
  );
