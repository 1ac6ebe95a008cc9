import type { StepSignal } from '../core/detect/signals.ts';
import { closest, isElement, matches } from './dom.ts';
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
  // What a listener of a document hears was dispatched on a node.
  return target !== undefined && isElement(target as Node) ? (target as Element) : undefined;
};

/** Tells the person's steps in a document by the page's own labels: what was clicked, filled, sent. Never what was typed. */
export const watchSteps = (watch: Watch, page: Document): void => {
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
    page,
    ['click'],
    (event) => {
      const target = targetOf(event);
      const control = target && closest(target, CONTROL);
      if (control) tell('click', controlLabel(control));
    },
    watch.stop,
  );
  listen(
    page,
    ['change'],
    (event) => {
      const field = targetOf(event);
      if (field === undefined || !matches(field, FIELD)) return;
      const { type } = field as HTMLInputElement;
      if (type === 'checkbox' || type === 'radio') return;
      tell(type === 'file' ? 'upload' : 'input', fieldLabel(field));
    },
    watch.stop,
  );
  listen(
    page,
    ['submit'],
    (event) => {
      // A script that clicks or submits makes the browser's own event: the person must have just done something.
      if (!navigator.userActivation.isActive) return;
      const { submitter } = event as SubmitEvent;
      tell('submit', submitter ? controlLabel(submitter) : '');
    },
    watch.stop,
  );
};
