import {
  contains,
  firstChild,
  isConnected,
  isElement,
  isText,
  nextSibling,
  parentElement,
  rootOf,
} from '../dom.ts';
import { isSilent } from './text-content.ts';

/** What a walk over the page hands out. */
export interface TreeVisitor {
  onElement(element: Element): void;
  onText(text: Text): void;
  /** Looked at even when the page changes faster than it can be walked. */
  isUrgent(element: Element): boolean;
}

export interface TreeWalk {
  /** Walks over a subtree, soon; the newest first, because a toast does not wait. */
  add(root: Node): void;
  stop(): void;
}

interface Task {
  readonly root: Node;
  node: Node | null;
  visited: number;
}

/** Time given to one slice of a walk, and the pause after it, in milliseconds. */
const SLICE_MS = 6;
const PAUSE_MS = 14;
/** A page that changes everywhere at once needs its time for itself. */
const BUSY_PAUSE_MS = 40;
/** No message stands behind so many nodes. */
const NODE_LIMIT = 2_000_000;
const TASK_LIMIT = 200;
/** A page that changes everywhere at once is walked as a whole, round after round, with this pause between. */
const WHOLE_MS = 1000;

const nextNode = (node: Node, root: Node, descend: boolean): Node | null => {
  const child = descend ? firstChild(node) : null;
  if (child !== null) return child;
  for (let from: Node | null = node; from !== null && from !== root; from = parentElement(from)) {
    const sibling = nextSibling(from);
    if (sibling !== null) return sibling;
  }
  return null;
};

/** Walks over subtrees in short slices, so that neither a million nodes nor a busy page is held up. */
export const createTreeWalk = (visitor: TreeVisitor, onDone: () => void): TreeWalk => {
  /** The last one first. */
  const tasks: Task[] = [];
  /** While whole trees are walked: those that have changed meanwhile, to be walked once more. */
  let changed: Set<Node> | undefined;
  let nextRound = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;

  const step = (task: Task, current: Node): void => {
    const isSeen = isElement(current);
    task.visited += 1;
    task.node =
      task.visited > NODE_LIMIT ? null : nextNode(current, task.root, !(isSeen && isSilent(current)));
    if (isSeen) visitor.onElement(current);
    else if (isText(current)) visitor.onText(current);
  };

  const later = (ms: number) => {
    const at = performance.now() + ms;
    if (at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(run, ms);
  };

  const push = (root: Node) => void tasks.push({ root, node: root, visited: 0 });

  const run = () => {
    due = Number.POSITIVE_INFINITY;
    // First of all: an element that cannot be read must not end the walk.
    later(changed === undefined ? PAUSE_MS : BUSY_PAUSE_MS);
    const until = performance.now() + SLICE_MS;
    for (let task = tasks.at(-1); task !== undefined; task = tasks.at(-1)) {
      // What was next may have been taken out of the page between two slices.
      if (task.node !== null && !contains(task.root, task.node)) task.node = task.root;
      while (task.node !== null) {
        if (performance.now() >= until) return;
        step(task, task.node);
      }
      tasks.splice(tasks.indexOf(task), 1);
    }
    clearTimeout(timer);
    due = Number.POSITIVE_INFINITY;
    onDone();
    const wait = nextRound - performance.now();
    if (changed === undefined || changed.size === 0) changed = undefined;
    else if (wait > 0) later(wait);
    else {
      for (const root of changed) push(root);
      changed = new Set();
      nextRound = performance.now() + WHOLE_MS;
      later(PAUSE_MS);
    }
  };

  return {
    add: (root) => {
      if (!isConnected(root)) return;
      if (changed !== undefined) {
        changed.add(rootOf(root));
        if (tasks.length >= TASK_LIMIT || !isElement(root) || !visitor.isUrgent(root)) return;
      } else if (tasks.length >= TASK_LIMIT) {
        changed = new Set(tasks.splice(0).map((task) => rootOf(task.root)));
        changed.add(rootOf(root));
      }
      if (tasks.slice(-8).some((task) => task.node === task.root && contains(task.root, root))) return;
      push(root);
      later(PAUSE_MS);
    },
    stop: () => {
      clearTimeout(timer);
      tasks.length = 0;
    },
  };
};
