import type { Category } from './categories.ts';

/**
 * What the page's script sends to the background: small, typed, already masked. Never a form value.
 * Every text below has gone through the typed-value mask and the personal-data patterns in the page.
 */

/** Where the page stands, secrets already stripped. */
export interface PageAddress {
  /** `https://host` */
  readonly origin: string;
  /** Path without query; personal segments as `{id}`. */
  readonly path: string;
  /** Hash route without query, e.g. `#/demande/etape/2`, ids as `{id}`; empty where there is none. */
  readonly route: string;
}

/** A document started, or its route, title or visibility changed. */
export interface DocumentSignal {
  readonly kind: 'document';
  readonly at: number;
  readonly address: PageAddress;
  readonly title: string;
  readonly lang: string;
  readonly visible: boolean;
  /** The address carried `code=` or `session_state=`: somebody has just logged in. */
  readonly loginReturn: boolean;
  /** First signal of this document. */
  readonly first: boolean;
  /** When the answer that this document is began to arrive (ms since 1970): under whom it was loaded. */
  readonly loadedAt: number;
}

/** One finished request of the page's own origin, as resource timing tells it. */
export interface RequestSignal {
  readonly kind: 'request';
  readonly at: number;
  readonly path: string;
  /** 0 is ambiguous and never a finding alone. */
  readonly status: number;
  readonly durationMs: number;
  readonly navigation: boolean;
}

/** Where a text was seen: inside a message component, as a heading-like block of its own, or in running text. */
export type MessagePlace = 'component' | 'block' | 'text';

/** A visible message. `rules` names the known wordings it contains; empty for an unknown text in an error component. */
export interface MessageSignal {
  readonly kind: 'message';
  readonly at: number;
  readonly place: MessagePlace;
  /** CSS-like name of the component: `p-message`, `.fr-alert--error`, `[role=alert]`… */
  readonly component: string;
  readonly level: 'error' | 'warning' | 'info' | 'success' | 'unknown';
  /** Verbatim as shown, white space collapsed, masked, at most 500 characters. */
  readonly text: string;
  readonly rules: readonly string[];
  readonly inViewport: boolean;
}

/** One step of the person: for the trail. Labels are those of the page, masked; never a value. */
export interface StepSignal {
  readonly kind: 'step';
  readonly at: number;
  readonly step: 'navigation' | 'click' | 'submit' | 'input' | 'upload';
  readonly label: string;
}

/** What a page does to somebody who fills it, without any message: each has a rule (`rules/behaviour.ts`). */
export const OBSTACLES = [
  'greyed-button',
  'dead-click',
  'validation-loop',
  'no-choice',
  'endless-wait',
  'blank-page',
  'work-lost',
  'upload-refused',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Classes of errors that the language itself has: all that is kept of an error of the page's scripts. */
export const ERROR_NAMES = [
  'Error',
  'TypeError',
  'ReferenceError',
  'RangeError',
  'SyntaxError',
  'URIError',
  'EvalError',
  'AggregateError',
  'InternalError',
] as const;
export type ErrorName = (typeof ERROR_NAMES)[number];

/** What was seen and for how long. Labels and messages are the page's, masked: never what somebody typed. */
export interface Evidence {
  /** Label of the field or of the button, at most 200 characters. */
  readonly label?: string | undefined;
  /** What the page says beside it, at most 300 characters. */
  readonly message?: string | undefined;
  /** How long it lasted while the page was visible, in milliseconds. */
  readonly durationMs?: number | undefined;
  /** How often the person tried. */
  readonly tries?: number | undefined;
  /** Fields that were filled and accepted, or whose content was lost. */
  readonly fields?: number | undefined;
  /** Errors of the page's own scripts in the minute before, where the browser tells of them. */
  readonly scriptErrors?: number | undefined;
  /** Class of the last of them. */
  readonly errorName?: ErrorName | undefined;
}

/** A form that does not let the person go on, as a watcher in the page saw it. */
export interface ObstacleSignal {
  readonly kind: 'obstacle';
  readonly at: number;
  readonly obstacle: Obstacle;
  readonly evidence: Evidence;
  readonly inViewport: boolean;
}

export type Signal = DocumentSignal | RequestSignal | MessageSignal | StepSignal | ObstacleSignal;

/** What one rule says about a page now. */
export interface Finding {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly category: Category;
  readonly measure?: string;
  /** Verbatim words of the page; absent for HTTP findings. */
  readonly quote?: string;
  readonly status?: number;
  /** Request path (ids as `{id}`) for HTTP findings. */
  readonly requestPath?: string;
  /** For generic rules: the concepts that enter the fingerprint. */
  readonly concepts?: readonly string[];
  /** For behaviour: what was seen, and for how long. */
  readonly evidence?: Evidence;
  readonly inViewport: boolean;
  readonly at: number;
}
