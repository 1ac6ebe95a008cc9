import { call } from '../api.mjs';
import { el } from '../dom.mjs';
import { t } from '../i18n.mjs';
import { STEPS } from '../request-steps.mjs';
import { ui } from '../skin.mjs';
import { createDocumentsStep } from './step-documents.mjs';
import { createFieldsStep } from './step-fields.mjs';
import { createRecapStep } from './step-recap.mjs';

const MAKERS = { documents: createDocumentsStep, recap: createRecapStep };

/** One step of the request. Sends back to the personal space when no request is being filled in. */
export async function showStep({ go, refused, params }) {
  const n = Number(params.n);
  const step = STEPS[n - 1];
  const started = await call('GET', '/api/anf/dossier-stepper');
  if (!started) {
    go('#/triage');
    return { title: t('request.title'), nodes: [] };
  }
  const request = await call('GET', `/api/anf/usager/dossiers/${started.id}`);
  const next = () => go(`#/demande/etape/${n + 1}`);
  const make = MAKERS[step.id] ?? createFieldsStep;
  const body = await make({
    step,
    n,
    request,
    go,
    next,
    refused,
    actions: sideActions(n, request, go, refused),
  });
  const following = STEPS[n] && t('request.next', { title: t(`steps.${STEPS[n].id}`) });
  return {
    title: `${t('request.title')} – ${t(`steps.${step.id}`)}`,
    frame: 'request',
    nodes: [
      el('p', { class: 'overline' }, t('request.title')),
      ui.stepper({
        current: n,
        titles: STEPS.map(({ id }) => t(`steps.${id}`)),
        state: t('request.step', { current: n, total: STEPS.length }),
        next: following,
      }),
      body,
    ],
  };
}

function sideActions(n, request, go, refused) {
  const abandon = async () => {
    try {
      await call('DELETE', `/api/anf/usager/dossiers/${request.id}`);
      go('#/espace-personnel/mon-compte');
    } catch (error) {
      refused(error, () => go('#/espace-personnel/mon-compte'));
    }
  };
  const ask = () =>
    ui.openDialog({
      title: t('request.abandon'),
      text: t('request.abandonText'),
      actions: [
        { label: t('request.cancel') },
        { label: t('request.confirm'), kind: 'primary', test: 'confirm-abandon', onClick: abandon },
      ],
    });
  const back = ui.button({
    label: t('request.back'),
    test: 'back',
    onClick: () => go(`#/demande/etape/${n - 1}`),
  });
  const leave = ui.button({ label: t('request.abandon'), kind: 'tertiary', test: 'abandon', onClick: ask });
  return [leave.node, n > 1 && back.node];
}
