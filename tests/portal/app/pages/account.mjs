import { call } from '../api.mjs';
import { el } from '../dom.mjs';
import { dateAndTime, message, t } from '../i18n.mjs';
import { ui } from '../skin.mjs';

function requestCard({ statut, etape, le, numero }, go) {
  const start = ui.button({
    label: t('account.start'),
    kind: 'primary',
    test: 'start',
    onClick: () => go('#/triage'),
  });
  const resume = ui.button({
    label: t('account.resume'),
    kind: 'primary',
    test: 'resume',
    onClick: () => go(`#/demande/etape/${etape}`),
  });
  const date = le && dateAndTime(le).date;
  const shown = {
    none: [el('p', {}, t('account.none')), start.node],
    draft: [el('p', {}, t('account.draft', { step: etape })), resume.node],
    sent: [ui.badge('info', message('received')), el('p', {}, t('account.sent', { number: numero, date }))],
    underReview: [
      ui.badge('info', message('underReview')),
      el('p', {}, t('account.review', { number: numero, date })),
    ],
  };
  return el('section', { class: 'panel', 'data-test': 'status' }, shown[statut]);
}

/** A 404 means that the person never asked for nationality: nothing to say about it. */
async function askNationalityFile() {
  try {
    await call('GET', '/api/nationalite/usager/dossier');
  } catch (error) {
    if (error.status !== 404) throw error;
  }
}

export async function showAccount({ user, go }) {
  const status = await call('GET', '/api/sejour/usager/statut/demande_sejour');
  await askNationalityFile();
  const details = ui.pairs([
    [t('account.identifier'), user.identifiant],
    [t('account.name'), user.affichage],
  ]);
  return {
    title: t('account.title'),
    nodes: [
      el('h1', {}, t('account.title')),
      el('p', { class: 'lead', 'data-test': 'hello' }, t('account.hello', { name: user.affichage })),
      ui.tabs([
        [t('account.tabRequests'), requestCard(status, go)],
        [t('account.tabDetails'), details],
        [t('account.tabDocuments'), el('p', {}, t('account.noDocument'))],
      ]),
    ],
  };
}
