import type { StepSignal } from '../core/detect/signals.ts';
import { controlLabel, fieldLabel } from './labels.ts';
import { listen, type Watch } from './port.ts';

const CONTROL =
  'button, a, summary, [role="button"], [role="link"], [role="tab"], [role="menuitem"], [role="option"], ' +
  'input[type="submit"], input[type="button"], input[type="image"], input[type="reset"], ' +
  'input[type="checkbox"], input[type="radio"]';
const FIELD = 'input, select, textarea';
/** The same step again sooner than this is the same step. */
const REPEAT_MS = 400;

const targetOf = (event: Event): Element | undefined => {
  const [target] = event.composedPath();
  return target instanceof Element ? target : undefined;
};

/** Tells the person's steps by the page's own labels: what was clicked, filled, sent. Never what was typed. */
export const watchSteps = (watch: Watch): void => {
  let last = '';
  let lastAt = 0;
  const tell = (step: StepSignal['step'], label: string) => {
    const at = watch.now();
    const key = `${step} ${label}`;
    if (key === last && at - lastAt < REPEAT_MS) return;
    last = key;
    lastAt = at;
    watch.emit({ kind: 'step', at, step, label: watch.mask(label, 200) });
  };

  listen(
    document,
    ['click'],
    (event) => {
      const control = targetOf(event)?.closest(CONTROL);
      if (control) tell('click', controlLabel(control));
    },
    watch.stop,
  );
  listen(
    document,
    ['change'],
    (event) => {
      const field = targetOf(event);
      if (!field?.matches(FIELD)) return;
      const { type } = field as HTMLInputElement;
      if (type === 'checkbox' || type === 'radio') return;
      tell(type === 'file' ? 'upload' : 'input', fieldLabel(field));
    },
    watch.stop,
  );
  listen(
    document,
    ['submit'],
    (event) => {
      const { submitter } = event as SubmitEvent;
      tell('submit', submitter ? controlLabel(submitter) : '');
    },
    watch.stop,
  );
};
