import { call } from '../api.mjs';
import { el } from '../dom.mjs';
import { createForm } from '../form.mjs';
import { t } from '../i18n.mjs';
import { showRefusal } from '../outcome.mjs';
import { TRIAGE_FIELDS } from '../request-steps.mjs';

export function showTriage({ go, refused }) {
  const form = createForm({
    fields: TRIAGE_FIELDS,
    submitLabel: t('triage.button'),
    async onSubmit(values) {
      try {
        await call('POST', '/api/sejour/triage', values);
        await call('POST', '/api/anf/usager/dossiers', values);
        go('#/demande/etape/1');
      } catch (error) {
        refused(error, (code, field) => showRefusal(form, code, field));
      }
    },
  });
  return {
    title: t('triage.title'),
    frame: 'triage',
    nodes: [el('h1', {}, t('triage.title')), el('p', { class: 'lead' }, t('triage.intro')), form.node],
  };
}
