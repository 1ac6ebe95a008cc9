import { parentElement } from '../dom.ts';
import { hostOf, isComponent } from './components.ts';

let bare = new WeakSet<Element>();

/** Stands in no message component, as most of a page does: remembered, so that it can be asked at each change. */
export const isBare = (element: Element): boolean => {
  if (bare.has(element)) return true;
  if (isComponent(element)) return false;
  const around = parentElement(element) ?? hostOf(element);
  if (around !== null && !isBare(around)) return false;
  bare.add(element);
  return true;
};

/** Its class or its role has changed, or it has come from elsewhere: it, and what it holds, may stand in one now. */
export const doubt = (element: Element): void => {
  if (bare.delete(element) && !isBare(element)) bare = new WeakSet();
};
