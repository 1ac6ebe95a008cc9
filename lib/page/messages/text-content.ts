import { firstChild, isElement, isText, localName, nextSibling, parentElement, shadowRoot } from '../dom.ts';

/** Elements whose text is no message: code, and what the person types or chooses from. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'textarea',
  'select',
  'option',
  'datalist',
  'head',
  'title',
  'svg',
  'canvas',
  'iframe',
]);
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'br',
  'cite',
  'code',
  'data',
  'dfn',
  'em',
  'font',
  'i',
  'kbd',
  'label',
  'mark',
  'output',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
  'wbr',
]);
const NODES = 400;

export const isSilent = (element: Element): boolean => SILENT.has(localName(element));
export const isInline = (element: Element): boolean => INLINE.has(localName(element));

/** The nearest ancestor that is laid out as a block: the paragraph, the heading, the cell. */
export const blockOf = (text: Text): Element | null => {
  let element = parentElement(text);
  while (element !== null && isInline(element)) {
    const parent = parentElement(element);
    if (parent === null) break;
    element = parent;
  }
  return element;
};

export interface GatherOptions {
  /** Only the inline text of the block, not that of the blocks inside it. */
  readonly own?: boolean;
  /** Leaves out what this says is hidden. Asked for each element below the first. */
  readonly isShown?: (element: Element) => boolean;
  /** In characters. */
  readonly limit: number;
}

/** Text as read: inline pieces joined, blocks separated by a space. Reads no more than `limit` characters. */
export const gatherText = (element: Element, { own = false, isShown, limit }: GatherOptions): string => {
  let text = '';
  let nodes = 0;
  const write = (piece: string): void => {
    const words = piece.replace(/\s+/g, ' ');
    text += text === '' || text.endsWith(' ') ? words.trimStart() : words;
  };
  const visit = (node: Node): void => {
    if (text.length > limit || nodes >= NODES) return;
    nodes += 1;
    if (isText(node)) {
      write(node.length > 2 * limit ? node.substringData(0, 2 * limit) : node.data);
      return;
    }
    if (!isElement(node) || isSilent(node)) return;
    if (node !== element) {
      if (own && !isInline(node)) return;
      if (isShown !== undefined && !isShown(node)) return;
    }
    const apart = !isInline(node) || localName(node) === 'br';
    if (apart) write(' ');
    for (let child = firstChild(shadowRoot(node) ?? node); child !== null; child = nextSibling(child))
      visit(child);
    if (apart) write(' ');
  };
  visit(element);
  return text.slice(0, limit).trimEnd();
};
