/** How far up an empty clipping box is looked for. */
const ANCESTORS = 12;

const isClipped = (element: Element): boolean => {
  let ancestor = element.parentElement;
  for (let step = 0; ancestor !== null && step < ANCESTORS; step += 1) {
    if (ancestor.clientHeight <= 1 && ancestor.getClientRects().length > 0) {
      const { overflowY, display } = getComputedStyle(ancestor);
      if (overflowY !== 'visible' && display !== 'contents' && display !== 'inline') return true;
    }
    ancestor = ancestor.parentElement;
  }
  return false;
};

/** Drawn, whatever its size and place: neither hidden, nor transparent, nor in a closed panel. */
export const isRendered = (element: Element): boolean =>
  element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });

/**
 * Whether a person can see the element by scrolling to it: rendered, opaque, of some size, on the canvas, not a closed
 * panel, not put aside by `aria-hidden`, not text for screen readers only.
 */
export const isVisible = (element: Element): boolean => {
  if (!element.isConnected || element.closest('[aria-hidden="true"], [inert]') !== null) return false;
  if (!isRendered(element)) return false;
  const { width, height, right, bottom } = element.getBoundingClientRect();
  if (width <= 1 || height <= 1) return getComputedStyle(element).display === 'contents';
  if (right + scrollX <= 0 || bottom + scrollY <= 0) return false;
  return !isClipped(element);
};

export const isInViewport = (element: Element): boolean => {
  const { top, left, right, bottom, width } = element.getBoundingClientRect();
  return width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
};
