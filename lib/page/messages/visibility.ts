import {
  boxesOf,
  boxOf,
  checkVisibility,
  clientHeight,
  closest,
  isConnected,
  ownerDocument,
  parentElement,
} from '../dom.ts';

/** How far up an empty clipping box is looked for. */
const ANCESTORS = 12;

const isClipped = (element: Element): boolean => {
  let ancestor = parentElement(element);
  for (let step = 0; ancestor !== null && step < ANCESTORS; step += 1) {
    if (clientHeight(ancestor) <= 1 && boxesOf(ancestor).length > 0) {
      const { overflowY, display } = getComputedStyle(ancestor);
      if (overflowY !== 'visible' && display !== 'contents' && display !== 'inline') return true;
    }
    ancestor = parentElement(ancestor);
  }
  return false;
};

/** Drawn, whatever its size and place: neither hidden, nor transparent, nor in a closed panel. */
export const isRendered = (element: Element): boolean =>
  checkVisibility(element, { checkOpacity: true, checkVisibilityCSS: true });

/**
 * Whether a person can see the element by scrolling to it: rendered, opaque, of some size, on the canvas, not a closed
 * panel, not put aside by `aria-hidden`, not text for screen readers only.
 */
export const isVisible = (element: Element): boolean => {
  if (!isConnected(element) || closest(element, '[aria-hidden="true"], [inert]') !== null) return false;
  if (!isRendered(element)) return false;
  const frame = ownerDocument(element)?.defaultView?.frameElement;
  if (frame && !isVisible(frame)) return false;
  const { width, height, right, bottom } = boxOf(element);
  if (width <= 1 || height <= 1) return getComputedStyle(element).display === 'contents';
  if (right + scrollX <= 0 || bottom + scrollY <= 0) return false;
  return !isClipped(element);
};

export const isInViewport = (element: Element): boolean => {
  const { top, left, right, bottom, width } = boxOf(element);
  return width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
};
