import { call } from '../api.mjs';
import { el } from '../dom.mjs';
import { createForm } from '../form.mjs';
import { message, t } from '../i18n.mjs';
import { showRefusal } from '../outcome.mjs';
import { CREATION_FIELDS } from '../request-steps.mjs';
import { ui } from '../skin.mjs';

export function showCreation({ refused }) {
  const form = createForm({
    fields: CREATION_FIELDS,
    submitLabel: t('creation.button'),
    native: true,
    async onSubmit(values) {
      try {
        await call('POST', '/api/usager/comptes', values);
        form.notices.replaceChildren(ui.alert('success', message('accountCreated')));
      } catch (error) {
        refused(error, (code, field) => showRefusal(form, code, field));
      }
    },
  });
  return {
    title: t('creation.title'),
    frame: 'account-creation',
    nodes: [el('h1', {}, t('creation.title')), el('p', { class: 'lead' }, t('request.mandatory')), form.node],
  };
}
