import { isFileName } from '../../core/detect/filing/read-document.ts';
import { firstChild, isElement, isText, localName, matches, nextSibling, shadowRoot } from '../dom.ts';
import { isSilent } from '../messages/text-content.ts';
import { isRendered } from '../messages/visibility.ts';

/** What stands around every page. */
const AROUND =
  'header, nav, footer, [role="banner"], [role="navigation"], [role="contentinfo"], [role="search"]';
/** Of a page with more than this, the rest is not read. */
const MOST = 8_000;
/** Hidden ones included. */
const MOST_LOOKED_AT = 30_000;
const DEEPEST = 150;
const LONGEST_TEXT = 2_000;

/** A text or an element of the page that a person can read, in reading order. */
export interface Visit {
  readonly node: Node;
  /** How deep it stands in the tree. */
  readonly depth: number;
  /** Of a text node; empty for an element. */
  readonly text: string;
  readonly fileName: boolean;
  /** Documents are chosen with it. */
  readonly chooser: boolean;
}

/** A file chooser is often drawn by its label only. */
const isChooser = (element: Element): boolean =>
  localName(element) === 'input' && matches(element, '[type="file"]');

/** Everything that is drawn, in order, shadow trees included. */
export const walkPage = (root: Element): readonly Visit[] => {
  const visits: Visit[] = [];
  let looked = 0;
  const isOver = (): boolean => visits.length >= MOST || looked >= MOST_LOOKED_AT;
  const visit = (node: Node, depth: number): void => {
    if (isOver() || depth > DEEPEST) return;
    looked += 1;
    if (isText(node)) {
      const text = node.data.slice(0, LONGEST_TEXT);
      if (text.trim() !== '') visits.push({ node, depth, text, fileName: isFileName(text), chooser: false });
      return;
    }
    if (!isElement(node)) return;
    const chooser = isChooser(node);
    if (!chooser && (isSilent(node) || matches(node, AROUND) || !isRendered(node))) return;
    visits.push({ node, depth, text: '', fileName: false, chooser });
    for (
      let child = firstChild(shadowRoot(node) ?? node);
      child !== null && !isOver();
      child = nextSibling(child)
    )
      visit(child, depth + 1);
  };
  visit(root, 0);
  return visits;
};
