import { all, closest, isConnected, parentElement } from '../dom.ts';
import { isVisible } from '../messages/visibility.ts';

/** What is something to see or to do, whatever it says. */
const SEEN =
  'img, svg, canvas, video, audio, iframe, frame, object, embed, input:not([type="hidden"]), select, textarea, button, progress';
/** What stands around every page of a site. */
const FRAME =
  'header:not(main header, article header, section header), footer:not(main footer, article footer, section footer), ' +
  'nav, [role="banner"], [role="contentinfo"], [role="navigation"], [class*="skiplink" i]';
/** Fewer characters are no page. */
const FEW = 10;
const MOST_TEXTS = 20_000;

const isContent = (element: Element): boolean => closest(element, FRAME) === null && isVisible(element);

/** What was found on the page last: as long as it stands there, nothing else has to be looked for. */
let found: Element | undefined;

/** The page has loaded and shows nothing but, perhaps, the site's own frame. */
export const isBlank = (page: Document, roots: Iterable<Document | ShadowRoot>): boolean => {
  if (page.readyState !== 'complete' || page.contentType !== 'text/html' || page.body === null) return false;
  if (found !== undefined && isConnected(found) && isContent(found)) return false;
  let characters = 0;
  let left = MOST_TEXTS;
  for (const root of roots) {
    found = Array.from(all<Element>(root, SEEN)).find(isContent);
    if (found !== undefined) return false;
    const texts = page.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode() as Text | null; text !== null; text = texts.nextNode() as Text | null) {
      if (left-- <= 0) return false;
      const length = text.data.trim().length;
      const parent = length === 0 ? null : parentElement(text);
      if (parent !== null && isContent(parent)) characters += length;
      if (characters >= FEW) return false;
    }
  }
  return true;
};
