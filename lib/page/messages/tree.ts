import { contains, firstChild, isConnected, isElement, isText, nextSibling, parentElement } from '../dom.ts';
import { isSilent } from './text-content.ts';

interface Task {
  readonly root: Node;
  node: Node | null;
}

/** Subtrees still to be walked over, the last one first. */
export const tasks: Task[] = [];

const nextNode = (node: Node, root: Node, descend: boolean): Node | null => {
  const child = descend ? firstChild(node) : null;
  if (child !== null) return child;
  for (let from: Node | null = node; from !== null && from !== root; from = parentElement(from)) {
    const sibling = nextSibling(from);
    if (sibling !== null) return sibling;
  }
  return null;
};

/** Has a subtree walked over; the newest first, because a toast does not wait. */
export const walkOver = (root: Node): void => {
  if (!isConnected(root)) return;
  if (tasks.slice(-8).some((task) => task.node === task.root && contains(task.root, root))) return;
  tasks.push({ root, node: root });
};

/**
 * Goes on until this time of `performance.now()`, so that neither a million nodes nor a busy page is held up. False when
 * something is left.
 */
export const walkOn = (
  until: number,
  onElement: (element: Element) => void,
  onText: (text: Text) => void,
): boolean => {
  for (let task = tasks.at(-1); task !== undefined; task = tasks.at(-1)) {
    const { root } = task;
    // What was next may have been taken out of the page between two slices.
    if (task.node !== null && !contains(root, task.node)) task.node = root;
    for (let { node } = task; node !== null; node = task.node) {
      if (performance.now() >= until) return false;
      // First of all: an element that cannot be read must not end the walk.
      task.node = nextNode(node, root, !isElement(node) || !isSilent(node));
      if (isElement(node)) onElement(node);
      else if (isText(node)) onText(node);
    }
    tasks.splice(tasks.indexOf(task), 1);
  }
  return true;
};
