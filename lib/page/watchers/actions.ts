import { foldText } from '../../core/detect/fold.ts';
import { isOnward } from '../../core/detect/onward.ts';
import { attribute, first, localName, matches } from '../dom.ts';
import { controlLabel } from '../labels.ts';
import { around, deepAll, deepClosest, within } from './composed-tree.ts';
import { FIELD } from './fields.ts';

/** What can be clicked to go on. */
export const ACTION =
  'button, input[type="submit"], input[type="button"], input[type="image"], [role="button"], a[class*="btn" i], a[class*="button" i]';
const SECONDARY =
  '[class*="secondary" i], [class*="tertiary" i], [class*="outline" i], [class*="flat" i], [class*="p-button-text"], ' +
  '[class*="link" i], [class*="close" i], [class*="cancel" i], [class*="fr-tag"]';
const PRIMARY =
  '.fr-btn, .ui-button, .p-button, [class*="primary" i], .q-btn, [type="submit"], [type="image"]';
/** Where « next » and « search » are no step of a request. */
const ELSEWHERE =
  'header:not(main header), footer:not(main footer), nav, [role="banner"], [role="navigation"], [role="search"], ' +
  '[role="tablist"], [role="grid"], table, [class*="calendar" i], [class*="datepicker" i], [class*="pagina" i], ' +
  '[class*="carousel" i], [class*="slider" i], [class*="accordion" i] > h3, [class*="cookie" i]';
const ASIDE =
  /^(?:retour|precedent|annul|abandon|fermer|supprim|modifier|ajouter|recherch|effacer|reinitialis|deconnexion|se deconnecter|telecharg|imprim|copier|afficher|masquer|voir |consulter|renvoyer|parcourir|choisir|joindre|back|previous|cancel|close|delete|remove|add\b|edit\b|search|clear|reset|log ?out|sign out|download|print|copy|show|hide|view|resend|browse|choose|upload|televerser|deposer (?:un|une|le|la|mon|ma|mes|des|vos|votre) (?:fichier|document|piece|justificatif|photo))/;
/** « Renvoyer dans 30 s », « (12) », « 0:45 »: it says itself when it will be ready. */
const COUNTDOWN = /\(\d+\)|\d+ ?(?:s\b|sec|min)|\d+:\d\d|\bdans \d+|\bin \d+/;
const BUSY = /chargement|en cours|loading|sending|saving|please wait|patientez|\.\.\.$/;
const BUSY_LOOK =
  '[aria-busy="true"], [class*="spinner" i], [class*="loading" i], .pi-spin, .fa-spin, [role="progressbar"], progress';

/** As the page calls it. */
export const actionLabel = (action: Element): string => controlLabel(action);

const isLeavingLink = (action: Element): boolean => {
  if (localName(action) !== 'a') return false;
  const href = attribute(action, 'href') ?? '';
  return (
    attribute(action, 'download') !== null ||
    attribute(action, 'target') !== null ||
    !/^(?:|#|#!|javascript:.*)$/i.test(href)
  );
};

/** The action by which a step of a form goes on: not every button that happens to stand there. */
export const isPrimary = (action: Element): boolean => {
  if (!matches(action, ACTION) || isLeavingLink(action)) return false;
  if (matches(action, '[type="reset"], [role="tab"], [aria-haspopup], [aria-expanded], [popovertarget]'))
    return false;
  const label = foldText(actionLabel(action));
  if (ASIDE.test(label) || within(action, ELSEWHERE)) return false;
  if (isOnward(label)) return !matches(action, SECONDARY);
  if (matches(action, SECONDARY)) return false;
  if ((action as HTMLButtonElement).type === 'submit' && deepClosest(action, 'form') !== null) return true;
  return matches(action, PRIMARY);
};

export const isDisabled = (action: Element): boolean =>
  matches(action, ':disabled, [aria-disabled="true"], .ui-state-disabled, .p-disabled, .disabled');

/** It says itself that it is at work, or when it will be ready. */
export const isWaiting = (action: Element): boolean => {
  const label = foldText(actionLabel(action));
  if (COUNTDOWN.test(label) || BUSY.test(label)) return true;
  return matches(action, BUSY_LOOK) || first(action, BUSY_LOOK) !== null;
};

/** The step that an action belongs to: its form, or the nearest part of the page with a question in it. */
export const stepOf = (action: Element): Element | null => {
  const { form } = action as HTMLButtonElement;
  const step = form ?? deepClosest(action, 'form, [role="form"], dialog, [role="dialog"]');
  if (step !== null) return step;
  for (let from: Element | null = action; from !== null; from = around(from)) {
    if (deepAll(from, FIELD).length > 0) return from;
    if (matches(from, 'body, main, app-root')) return null;
  }
  return null;
};
