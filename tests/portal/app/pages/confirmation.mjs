import { call } from '../api.mjs';
import { el } from '../dom.mjs';
import { dateAndTime, message, t } from '../i18n.mjs';
import { ui } from '../skin.mjs';

export async function showConfirmation({ go }) {
  const { le, numero, statut } = await call('GET', '/api/sejour/usager/statut/demande_sejour');
  const sent = statut === 'sent' && message('requestSent', { ...dateAndTime(le), number: numero });
  const back = ui.button({
    label: t('confirmation.account'),
    test: 'to-account',
    onClick: () => go('#/espace-personnel/mon-compte'),
  });
  return {
    title: t('confirmation.title'),
    frame: 'confirmation',
    nodes: [
      el('h1', {}, t('confirmation.title')),
      sent ? ui.alert('success', sent) : ui.alert('warning', t('account.none')),
      ui.actionsBar([back.node]),
    ],
  };
}
