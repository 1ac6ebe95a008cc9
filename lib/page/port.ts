import type { PageMoment, PageQuestion } from '../app/protocol.ts';
import type { Signal } from '../core/detect/signals.ts';

/** The one way between the page's script and the extension. */
export interface PagePort {
  /** True once everything that follows from the batch is stored; false or a rejection: to be sent again. */
  send(document: string, signals: readonly Signal[]): Promise<boolean>;
  /** False once the extension was updated, reloaded or removed: this script is then an orphan. */
  alive(): boolean;
  /** Registers who answers the background's questions, until `stop` is aborted. */
  onQuestion(answer: (ask: PageQuestion['ask']) => Promise<PageMoment>, stop: AbortSignal): void;
}

/** What every observer is given. */
export interface Watch {
  emit(signal: Signal): void;
  /** Masks, collapses white space and cuts to `limit` characters. */
  mask(text: string, limit: number): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Aborted when the script stops: listeners go with it. */
  readonly stop: AbortSignal;
}

/**
 * Listens without being able to change what the page sees: capture phase, passive. What a script of the page has
 * dispatched is no event of the browser's and is not handed on, but for `forged` ones.
 */
export const listen = (
  target: EventTarget,
  types: readonly string[],
  onEvent: (event: Event) => void,
  stop: AbortSignal,
  forged?: (event: Event) => void,
): void => {
  const hear = (event: Event) => (event.isTrusted ? onEvent(event) : forged?.(event));
  for (const type of types) {
    target.addEventListener(type, hear, { capture: true, passive: true, signal: stop });
  }
};
