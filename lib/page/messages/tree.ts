import { isSilent } from './text-content.ts';

/** What a walk over the page hands out. */
export interface TreeVisitor {
  onElement(element: Element): void;
  onText(text: Text): void;
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
/** Nodes between two looks at the clock. */
const STRIDE = 32;
/** No message stands behind half a million nodes. */
const NODE_LIMIT = 500_000;
const TASK_LIMIT = 200;
/** A page that changes everywhere at once is walked as a whole, and no more often than this. */
const WHOLE_MS = 1000;

const nextNode = (node: Node, root: Node, descend: boolean): Node | null => {
  if (descend && node.firstChild !== null) return node.firstChild;
  for (let from: Node | null = node; from !== null && from !== root; from = from.parentNode) {
    if (from.nextSibling !== null) return from.nextSibling;
  }
  return null;
};

/** Walks over subtrees in short slices, so that neither a million nodes nor a busy page is held up. */
export const createTreeWalk = (visitor: TreeVisitor, onDone: () => void): TreeWalk => {
  const tasks: Task[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wholeTimer: ReturnType<typeof setTimeout> | undefined;

  const step = (task: Task, current: Node): void => {
    let descend = true;
    if (current instanceof Text) visitor.onText(current);
    else if (current instanceof Element) {
      descend = !isSilent(current);
      visitor.onElement(current);
    }
    task.visited += 1;
    task.node = task.visited > NODE_LIMIT ? null : nextNode(current, task.root, descend);
  };

  const run = () => {
    timer = undefined;
    const until = performance.now() + SLICE_MS;
    for (let task = tasks.at(-1); task !== undefined; task = tasks.at(-1)) {
      // What was next may have been taken out of the page between two slices.
      if (task.node !== null && task.node !== task.root && !task.root.contains(task.node))
        task.node = task.root;
      for (let count = 0; count < STRIDE && task.node !== null; count += 1) step(task, task.node);
      if (task.node === null) tasks.splice(tasks.indexOf(task), 1);
      if (performance.now() >= until) {
        timer = setTimeout(run, PAUSE_MS);
        return;
      }
    }
    onDone();
  };

  const push = (root: Node) => {
    tasks.push({ root, node: root, visited: 0 });
    timer ??= setTimeout(run, PAUSE_MS);
  };

  return {
    add: (root) => {
      const covered = tasks.slice(-8).some((task) => task.node === task.root && task.root.contains(root));
      if (covered || (wholeTimer !== undefined && root.isConnected)) return;
      if (tasks.length < TASK_LIMIT) {
        push(root);
        return;
      }
      const documents = new Set([...tasks.map((task) => task.root), root].map((one) => one.getRootNode()));
      tasks.length = 0;
      wholeTimer = setTimeout(() => {
        wholeTimer = undefined;
        for (const one of documents) push(one);
      }, WHOLE_MS);
    },
    stop: () => {
      clearTimeout(timer);
      clearTimeout(wholeTimer);
      tasks.length = 0;
    },
  };
};
