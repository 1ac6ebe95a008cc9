import { call } from '../api.mjs';
import { el } from '../dom.mjs';
import { createForm } from '../form.mjs';
import { message, t } from '../i18n.mjs';
import { showRefusal } from '../outcome.mjs';
import { ui } from '../skin.mjs';

/** A step made of fields; the stamp is one of them, with an answer of its own. */
export async function createFieldsStep({ step, n, request, next, refused, actions }) {
  if (step.id === 'stamp' && request.timbre) return stampConsumed(next, actions);
  const lists = {};
  for (const { name, source } of step.fields) if (source) lists[name] = await call('GET', source);
  const base = `/api/anf/usager/dossiers/${request.id}`;
  const body = el('div');
  const form = createForm({
    fields: step.fields,
    values: request.values,
    lists,
    submitLabel: t('request.save'),
    actions,
    async onSubmit(values) {
      try {
        await call('POST', step.id === 'stamp' ? `${base}/timbre` : `${base}/etape/${n}`, values);
        if (step.id === 'stamp') body.replaceChildren(stampConsumed(next, actions));
        else next();
      } catch (error) {
        refused(error, (code, field) => showRefusal(form, code, field));
      }
    },
  });
  body.append(el('p', { class: 'lead' }, t('request.mandatory')), form.node);
  return body;
}

function stampConsumed(next, actions) {
  const onward = ui.button({ label: t('triage.button'), kind: 'primary', test: 'submit', onClick: next });
  return el(
    'div',
    {},
    ui.alert('success', message('stampConsumed')),
    ui.actionsBar([...actions, onward.node]),
  );
}
