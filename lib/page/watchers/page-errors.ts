import { ERROR_NAMES, type ErrorName } from '../../core/detect/signals.ts';
import { listen } from '../port.ts';

const KEPT = 60;
/** The browser's own notice that a size was observed late: no script has failed. */
const HARMLESS = /^ResizeObserver loop/;
/** The class stands at the head of the message, before words that may name anybody. */
const CLASS = /^(?:uncaught )?(?:exception: )?(\w{3,20}):/i;

/**
 * Errors of the page's own scripts: a weak word, which the page itself says, and which never counts alone. Firefox hands
 * them to this world too; Chromium keeps them in the page's own, where nothing of ours may run (docs/securite-page.md).
 */
export interface PageErrors {
  /** Between two moments on the wall clock (ms). */
  between(from: number, to: number): readonly ErrorName[];
}

/** What may be kept of an error: its class, if it is one of the language's own. */
export const errorName = (message: unknown): ErrorName => {
  const told = typeof message === 'string' ? CLASS.exec(message.slice(0, 60))?.[1] : undefined;
  return ERROR_NAMES.find((name) => name === told) ?? 'Error';
};

export const watchPageErrors = (now: () => number, stop: AbortSignal): PageErrors => {
  let errors: readonly { readonly at: number; readonly name: ErrorName }[] = [];
  const hear = (event: Event) => {
    // Of an element: a picture or a script that did not come.
    if (event.target !== window) return;
    // Never `error` nor `reason`: those are objects of the page's, and reading them may run its code.
    const message = event.type === 'error' ? (event as ErrorEvent).message : undefined;
    if (typeof message === 'string' && HARMLESS.test(message)) return;
    errors = [...errors, { at: now(), name: errorName(message) }].slice(-KEPT);
  };
  listen(window, ['error', 'unhandledrejection'], hear, stop);
  return {
    between: (from, to) => errors.flatMap(({ at, name }) => (at >= from && at <= to ? [name] : [])),
  };
};
