import { all, closest, contains, isShadowRoot, matches, parentElement, rootOf, shadowRoot } from '../dom.ts';

/** Elements looked behind for a shadow root, in one reading. */
const LOOKED_BEHIND = 3000;

/** The element around this one, the host of an open shadow root included. */
export const around = (element: Element): Element | null => {
  const parent = parentElement(element);
  if (parent !== null) return parent;
  const root = rootOf(element);
  return isShadowRoot(root) ? (root.host ?? null) : null;
};

/** `querySelectorAll` that also finds what stands in open shadow roots. */
export const deepAll = (scope: ParentNode, selector: string): Element[] => {
  const found: Element[] = Array.from(all<Element>(scope, selector));
  let left = LOOKED_BEHIND;
  for (const element of all<Element>(scope, '*')) {
    if (left-- <= 0) break;
    const root = shadowRoot(element);
    if (root !== null) found.push(...deepAll(root, selector));
  }
  return found;
};

/** `closest` across open shadow roots. */
export const deepClosest = (element: Element, selector: string): Element | null => {
  for (let from: Element | null = element; from !== null; ) {
    const found: Element | null = closest(from, selector);
    if (found !== null) return found;
    const root: Node = rootOf(from);
    from = isShadowRoot(root) ? (root.host ?? null) : null;
  }
  return null;
};

/** `contains` across open shadow roots. */
export const deepContains = (scope: Element, element: Element): boolean => {
  for (let from: Element | null = element; from !== null; ) {
    if (contains(scope, from)) return true;
    const root: Node = rootOf(from);
    from = isShadowRoot(root) ? (root.host ?? null) : null;
  }
  return false;
};

export const within = (element: Element, selector: string): boolean =>
  matches(element, selector) || deepClosest(element, selector) !== null;
