import { isConnected, isElement, isShadowRoot, localName, shadowRoot } from '../dom.ts';
import { listen } from '../port.ts';

/** The trees in which messages can appear: the document, open shadow roots, frames of the same origin. */
export interface WatchedRoots {
  /** Looks at an element for a tree behind it, and watches that as well. */
  enter(element: Element): void;
  all(): Iterable<Document | ShadowRoot>;
}

const ROOT_LIMIT = 1000;
const OPTIONS: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['class', 'style', 'hidden', 'aria-hidden', 'open', 'role'],
};

const isFrame = (node: Node): node is HTMLIFrameElement => isElement(node) && localName(node) === 'iframe';

/** Observes one tree after the other with one observer. `onRoot` is told of each new one, to read what it holds. */
export const watchRoots = (
  onMutations: (records: readonly MutationRecord[]) => void,
  onRoot: (root: Document | ShadowRoot) => void,
  stop: AbortSignal,
): WatchedRoots => {
  const observer = new MutationObserver(onMutations);
  const roots = new Set<Document | ShadowRoot>();

  const watchRoot = (root: Document | ShadowRoot | null | undefined) => {
    if (!root || roots.has(root)) return;
    if (roots.size >= ROOT_LIMIT && present().size >= ROOT_LIMIT) return;
    roots.add(root);
    observer.observe(root, OPTIONS);
    listen(
      root,
      ['load', 'toggle', 'transitionend', 'animationend'],
      ({ type, target }) => {
        if (type !== 'load') onMutations([]);
        else if (isFrame(target as Node)) enterFrame(target as HTMLIFrameElement);
      },
      stop,
    );
    onRoot(root);
  };

  const present = () => {
    for (const root of roots) {
      const gone = isShadowRoot(root) ? !isConnected(root.host) : root.defaultView === null;
      if (gone) roots.delete(root);
    }
    return roots;
  };

  const enterFrame = (frame: HTMLIFrameElement) => {
    try {
      watchRoot(frame.contentDocument);
    } catch {
      // Another origin: not ours to read.
    }
  };

  watchRoot(document);
  stop.addEventListener('abort', () => observer.disconnect());
  return {
    enter: (element) => {
      watchRoot(shadowRoot(element));
      if (isFrame(element)) enterFrame(element);
    },
    all: present,
  };
};
