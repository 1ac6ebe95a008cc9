import { el } from '../dom.mjs';
import { t } from '../i18n.mjs';
import { ui } from '../skin.mjs';

const panel = (key, button) =>
  el(
    'section',
    { class: 'panel' },
    el('h2', {}, t(`loginPage.${key}`)),
    el('p', {}, t(`loginPage.${key}Text`)),
    button.node,
  );

export function showLogin({ go, leaveForLogin }) {
  const label = (key) => t(`loginPage.${key}Button`);
  const known = ui.button({ label: label('known'), kind: 'primary', test: 'login', onClick: leaveForLogin });
  const fresh = ui.button({
    label: label('fresh'),
    test: 'create-account',
    onClick: () => go('#/creation-compte'),
  });
  return {
    title: t('loginPage.title'),
    nodes: [
      el('h1', {}, t('loginPage.title')),
      el('div', { class: 'panels' }, panel('known', known), panel('fresh', fresh)),
    ],
  };
}
