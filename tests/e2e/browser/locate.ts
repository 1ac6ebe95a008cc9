export interface Located {
  state: 'absent' | 'hidden' | 'disabled' | 'covered' | 'ready';
  /** Centre of the element, in CSS pixels of the viewport. */
  x: number;
  y: number;
}

/**
 * Runs in the page: scrolls to the element that a selector (CSS or `text=…`) names, and says whether a person could
 * click it. Closes over nothing, because its source text is what travels.
 */
export function locate(selector: string): Located {
  const fold = (text: string) =>
    text
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  // Not `textContent`: hidden text is nothing a person could click.
  const SHOWN = 'innerText';
  const saying = (wanted: string): Element | undefined => {
    const says = (element: Element) => fold((element as HTMLElement)[SHOWN] ?? '').includes(wanted);
    const within = (css: string) => [...document.querySelectorAll(css)].filter(says).at(-1);
    return within('button, a, summary, label, [role="button"], [role="tab"]') ?? within('body *');
  };
  const element = selector.startsWith('text=')
    ? saying(fold(selector.slice(5)))
    : document.querySelector(selector);
  if (!element) return { state: 'absent', x: 0, y: 0 };
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const visible = box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === 'visible';
  if (!visible) return { state: 'hidden', x, y };
  if (element.matches(':disabled')) return { state: 'disabled', x, y };
  let top = document.elementFromPoint(x, y);
  while (top?.shadowRoot) {
    const inner = top.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === top) break;
    top = inner;
  }
  const reached = top !== null && (element.contains(top) || top.closest('label')?.contains(element) === true);
  return { state: reached ? 'ready' : 'covered', x, y };
}
