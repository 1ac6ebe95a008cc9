import { call } from '../api.mjs';
import { el } from '../dom.mjs';
import { message, t } from '../i18n.mjs';
import { showRefusal } from '../outcome.mjs';
import { RECAP_PARTS, STEPS } from '../request-steps.mjs';
import { ui } from '../skin.mjs';

/** Everything typed, repeated with its labels: what a picture or a snapshot of this page must be masked for. */
function pairsOf(stepId, request) {
  const { fields = [], uploads = [] } = STEPS.find(({ id }) => id === stepId);
  const shown = (field, value) => (field.options?.includes(value) ? t(`options.${value}`) : value);
  return [
    ...fields.map((field) => [t(`fields.${field.name}`), shown(field, request.values[field.name] ?? '')]),
    ...uploads.map((piece) => [
      t(`fields.${piece}`),
      request.pieces.find((held) => held.piece === piece)?.name ?? '',
    ]),
  ].filter(([, value]) => value !== '');
}

/** Four parts, checked one after the other; the last one asks whether to send. */
export function createRecapStep({ request, go, refused, actions }) {
  const base = `/api/anf/usager/dossiers/${request.id}`;
  const notices = el('div', { class: 'notices' });
  const refuse = (error) => refused(error, (code, field) => showRefusal({ notices }, code, field));

  const send = async () => {
    try {
      await call('POST', `${base}/envoi`, {});
      go('#/confirmation');
    } catch (error) {
      refuse(error);
    }
  };
  const askToSend = () =>
    ui.openDialog({
      title: t('recap.sendTitle'),
      text: message('recapRule'),
      actions: [
        { label: t('request.cancel') },
        { label: t('recap.send'), kind: 'primary', test: 'send', onClick: send },
      ],
    });

  const parts = RECAP_PARTS.map((stepIds, index) => {
    const part = index + 1;
    const check = async () => {
      try {
        await call('POST', `${base}/recapitulatif/${part}`, {});
        if (part === RECAP_PARTS.length) return askToSend();
        button.node.replaceWith(ui.badge('success', t('recap.done')));
        parts[index + 1].hidden = false;
        parts[index + 1].scrollIntoView({ block: 'nearest' });
      } catch (error) {
        refuse(error);
      }
      return undefined;
    };
    const button = ui.button({
      label: t('recap.button', { part }),
      kind: 'primary',
      test: `recap-${part}`,
      onClick: check,
    });
    return el(
      'section',
      { class: 'panel recap-part', 'data-part': part, hidden: index > 0 },
      el('p', { class: 'overline' }, t('recap.part', { part })),
      stepIds.flatMap((id) => [el('h3', {}, t(`steps.${id}`)), ui.pairs(pairsOf(id, request))]),
      button.node,
    );
  });
  return el(
    'div',
    {},
    notices,
    el('p', { class: 'lead', 'data-test': 'recap-rule' }, message('recapRule')),
    parts,
    ui.actionsBar(actions),
  );
}
