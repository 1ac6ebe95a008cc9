import type { MessageSignal } from '../../core/detect/signals.ts';
import {
  all,
  attribute,
  closest,
  first,
  isShadowRoot,
  localName,
  matches,
  parentElement,
  rootOf,
} from '../dom.ts';
import { gatherText } from './text-content.ts';

/**
 * What shows messages, in both generations of the portal's interface, on the sign-on page and at the neighbours.
 * Seen or expected on 2026-11-21; selectors are perishable, which is why words and HTTP decide together with them.
 * The first that fits gives its name.
 */
const NAMED = [
  '#fc-error-page',
  '[data-testid="error-section"]',
  '#text-input-captcha-desc-error',
  '.fr-alert',
  '.fr-error-text',
  '.fr-message--error',
  '.fr-notice',
  'p-message',
  'p-messages',
  'p-toastitem',
  'p-toast',
  'p-dialog',
  '.ui-message',
  '.ui-messages',
  '.ui-toast-message',
  '.ui-dialog',
  '.p-message',
  '.p-toast-message',
  '.p-dialog',
  'lib-generic-modal',
  'dialog',
  '.pf-c-alert',
  '.kc-feedback-text',
  '#input-error',
  '#kc-error-message',
  '.q-notification',
  '.q-banner',
  '.q-field__messages',
  '.invalid-feedback',
  'mat-error',
  '.mat-error',
  'snack-bar-container',
  '.alert',
  '[role="alertdialog"]',
  '[role="alert"]',
  '[role="dialog"]',
  '[role="status"]',
  '[aria-live]',
] as const;
/** Names that authors give to what shows errors, whatever the library. */
const GUESSED = [
  '[class*="error" i]',
  '[class*="erreur" i]',
  '[class*="alert" i]:not([class*="__"])',
  '[class*="warning" i]:not([class*="__"])',
  '[class*="toast" i]',
  '[class*="snack" i]',
] as const;
const SELECTORS = [...NAMED, ...GUESSED];
const ANY = SELECTORS.join(',');
const SURE = NAMED.join(',');
const DIALOG =
  'dialog, p-dialog, .ui-dialog, .p-dialog, lib-generic-modal, [role="dialog"], [role="alertdialog"]';
/** A group in error is its label, its hint, its field and its message together: only the message is one. */
const GROUP = '[class*="group" i], [class*="badge" i], input, select, textarea, label';
const FIELD = 'input:not([type="hidden"]), select, textarea';
/** Longer than this, and no dialog: a part of the page that happens to be called so. */
export const COMPONENT_TEXT = 500;
/** A frame of the page itself: its class says nothing of a message. */
const PAGE = 'html, body, main, app-root';

const LEVELS: readonly (readonly [MessageSignal['level'], RegExp])[] = [
  ['error', /error|erreur|danger|fatal|invalid|negative|--alert/i],
  ['warning', /warn|attention|caution/i],
  ['success', /success|succes|valid\b|positive/i],
  ['info', /info|notice/i],
];

export const isComponent = (element: Element): boolean => {
  if (!matches(element, ANY) || matches(element, PAGE)) return false;
  if (matches(element, SURE)) return true;
  return !matches(element, GROUP) && first(element, FIELD) === null;
};

/** Components within an element that say something now: not the empty ones that wait for a message. */
export const holdsSpeaking = (element: Element, isShown: (element: Element) => boolean): boolean =>
  Array.from(all(element, ANY)).some(
    (inner) => isComponent(inner) && gatherText(inner, { limit: COMPONENT_TEXT, isShown }) !== '',
  );

const isShort = (component: Element): boolean =>
  gatherText(component, { limit: 2 * COMPONENT_TEXT }).length <= COMPONENT_TEXT;

/** The element whose open shadow root holds this one. */
export const hostOf = (element: Element): Element | null => {
  const root = rootOf(element);
  // A fragment is of the same type, and has no host.
  return isShadowRoot(root) ? (root.host ?? null) : null;
};

/** Where a message stands. */
export interface MessageFrame {
  readonly component: Element;
  /** The component is the message; else it is a dialog that holds other things too. */
  readonly whole: boolean;
}

/** The message component that holds an element, itself included; crosses open shadow roots. */
export const frameOf = (element: Element): MessageFrame | null => {
  for (let from: Element | null = element; from !== null; ) {
    const found: Element | null = closest(from, ANY);
    if (found !== null && isComponent(found)) {
      const whole = isShort(found);
      if (whole || matches(found, DIALOG)) return { component: found, whole };
    }
    from = (found && parentElement(found)) ?? hostOf(from);
  }
  return null;
};

/** CSS-like name of a component, for the record. */
export const componentName = (component: Element): string => {
  const name = SELECTORS.find((selector) => matches(component, selector)) ?? localName(component);
  return name.replace(/:not\(.*$/, '').slice(0, 80);
};

const classesOf = (component: Element): string => {
  const inside = Array.from(all(component, '*')).slice(0, 4);
  const parent = parentElement(component);
  const around = [parent, parent && parentElement(parent)];
  return [component, ...inside, ...around]
    .map((element) =>
      element && !matches(element, PAGE)
        ? `${attribute(element, 'class') ?? ''} ${attribute(element, 'severity') ?? ''}`
        : '',
    )
    .join(' | ');
};

/** How bad the component says its message is: by its classes first, then by its role. */
export const componentLevel = (component: Element): MessageSignal['level'] => {
  const own = `${attribute(component, 'class') ?? ''} ${attribute(component, 'id') ?? ''} ${localName(component)}`;
  for (const source of [own, classesOf(component)]) {
    const level = LEVELS.find(([, pattern]) => pattern.test(source))?.[0];
    if (level !== undefined) return level;
  }
  const role = attribute(component, 'role');
  return role === 'alert' || role === 'alertdialog' ? 'error' : role === 'status' ? 'info' : 'unknown';
};
