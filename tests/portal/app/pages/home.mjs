import { el } from '../dom.mjs';
import { t } from '../i18n.mjs';
import { ui } from '../skin.mjs';

const TILES = [
  ['residence', '#/triage'],
  ['account', '#/espace-personnel/mon-compte'],
  ['creation', '#/creation-compte'],
];

export function showHome() {
  const tiles = TILES.map(([key, href]) =>
    ui.tile({ title: t(`home.${key}`), text: t(`home.${key}Text`), href, item: key }),
  );
  return {
    title: t('nav.home'),
    nodes: [
      el(
        'section',
        { class: 'hero' },
        el('h1', {}, t('home.title')),
        el('p', { class: 'lead' }, t('home.intro')),
      ),
      el('div', { class: 'tiles' }, tiles),
    ],
  };
}
