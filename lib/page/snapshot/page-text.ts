import type { PersonalSpan } from '../../core/privacy/patterns.ts';
import { firstChild, isElement, isText, matches, nextSibling, parentElement, shadowRoot } from '../dom.ts';
import { isInline } from '../messages/text-content.ts';
import { LIMITS, type Sanitised } from './notes.ts';

/** A stretch of one text node that is personal. */
export interface NodeSpan extends PersonalSpan {
  readonly node: Text;
  /** First piece of its span: the label goes there, the other pieces are just taken out. */
  readonly first: boolean;
}

export interface PersonalText {
  /** Every text that was looked at: a page can have more than is read. */
  readonly read: ReadonlySet<Text>;
  readonly spans: ReadonlyMap<Text, readonly NodeSpan[]>;
}

/** What a snapshot leaves out too. */
const SKIPPED = 'script, style, noscript, template, textarea, title, select, datalist';

const textNodes = (root: Node, nodes: Text[], depth: number): void => {
  if (depth > LIMITS.depth || nodes.length > LIMITS.nodes) return;
  for (let child = firstChild(root); child !== null; child = nextSibling(child)) {
    if (nodes.length > LIMITS.nodes) return;
    if (isText(child)) nodes.push(child);
    else if (isElement(child) && !matches(child, SKIPPED)) {
      const shadow = shadowRoot(child);
      if (shadow !== null) textNodes(shadow, nodes, depth + 1);
      textNodes(child, nodes, depth + 1);
    }
  }
};

const separatorOf = (previous: Text | undefined, node: Text): string => {
  if (previous === undefined) return '';
  const [a, b] = [parentElement(previous), parentElement(node)];
  return a === b ||
    (a !== null && b !== null && isInline(a) && isInline(b) && parentElement(a) === parentElement(b))
    ? ''
    : '\n';
};

/**
 * Where the text of the page is personal, node by node. The page is read as one text, so that a value cut in pieces by
 * elements is recognised; very short texts are also read alone, where a value of two characters can be told.
 */
export const personalText = (
  root: Node,
  find: (text: string) => readonly PersonalSpan[],
  note: (what: Sanitised) => void,
): PersonalText => {
  const nodes: Text[] = [];
  textNodes(root, nodes, 0);
  const result = new Map<Text, NodeSpan[]>();
  const starts: number[] = [];
  let joined = '';
  let previous: Text | undefined;
  for (const node of nodes) {
    joined += separatorOf(previous, node);
    starts.push(joined.length);
    if (joined.length + node.length <= LIMITS.text) joined += node.data;
    else {
      // What was not read is not shown either.
      note('cut-size');
      result.set(node, [{ node, start: 0, end: node.length, kind: 'number', first: false }]);
    }
    previous = node;
  }
  const add = (span: NodeSpan) => {
    const known = result.get(span.node);
    if (known === undefined) result.set(span.node, [span]);
    else known.push(span);
  };
  let cursor = 0;
  for (const { start, end, kind } of find(joined)) {
    while (cursor + 1 < nodes.length && (starts[cursor + 1] ?? 0) <= start) cursor += 1;
    let first = true;
    for (let index = cursor; index < nodes.length && (starts[index] ?? end) < end; index += 1) {
      const node = nodes[index];
      const from = starts[index] ?? 0;
      if (node === undefined || from + node.length <= start) continue;
      add({ node, start: Math.max(0, start - from), end: Math.min(node.length, end - from), kind, first });
      first = false;
    }
  }
  for (const node of nodes) {
    const { length } = node.data.trim();
    if (length === 0 || length > 3 || result.has(node)) continue;
    for (const span of find(node.data)) add({ ...span, node, first: true });
  }
  return { read: new Set(nodes), spans: result };
};
