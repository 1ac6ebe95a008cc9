import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

type Place = RefObject<HTMLElement | null>;

/**
 * Keeps the keyboard's place inside `area`: when the control that had the focus is gone (its question was answered,
 * say) and nothing took the focus over, it goes to the heading of the same section, or to `fallback` when the section
 * is gone too, so that a reader hears what is there now.
 */
export const useKeptFocus = (area: Place, fallback: Place): void => {
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    let last: { readonly control: Element; readonly section: Element | null } | null = null;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) last = { control: target, section: target.closest('section') };
    };
    // Runs after the layout effects of the same rendering: whoever moves the focus on purpose comes first.
    const observer = new MutationObserver(() => {
      if (last === null || last.control.isConnected) return;
      const heading = last.section?.isConnected
        ? last.section.querySelector<HTMLElement>('h2[tabindex]')
        : null;
      last = null;
      if (document.activeElement === document.body) (heading ?? fallback.current)?.focus();
    });
    element.addEventListener('focusin', remember);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, [area, fallback]);
};
