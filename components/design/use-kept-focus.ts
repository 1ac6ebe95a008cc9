import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard's place inside `area`: when the control that had the focus is gone after a rendering (its
 * question was answered, say), the focus goes to `landing`, so that a reader hears what replaced it.
 */
export const useKeptFocus = (
  area: RefObject<HTMLElement | null>,
  landing: RefObject<HTMLElement | null>,
): void => {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    const remember = (event: FocusEvent) => {
      last.current = event.target as Element;
    };
    element.addEventListener('focusin', remember);
    return () => element.removeEventListener('focusin', remember);
  }, [area]);
  useLayoutEffect(() => {
    if (last.current === null || last.current.isConnected) return;
    last.current = null;
    if (document.activeElement === document.body || document.activeElement === null) landing.current?.focus();
  });
};
