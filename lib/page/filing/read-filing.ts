import type { PageFiling, PageLook } from '../../app/witness-ports.ts';
import type { DocumentRow } from '../../core/detect/filing/document.ts';
import { filedDayIn } from '../../core/detect/filing/read-confirmation.ts';
import { isOfDocuments, readDocuments } from '../../core/detect/filing/read-document.ts';
import { recognisePage } from '../../core/detect/filing/recognise-page.ts';
import { hostGroup } from '../../core/detect/hosts.ts';
import { addressOf, routeTemplate } from '../../core/detect/routes.ts';
import { isElement, isText, matches } from '../dom.ts';
import { controlLabel } from '../labels.ts';
import { gatherText } from '../messages/text-content.ts';
import { piecesOf } from './pieces.ts';
import { rowBoxes } from './row-boxes.ts';
import { type Visit, walkPage } from './walk.ts';

const HEADING = 'h1, h2, h3, h4, h5, h6, legend, dt, [role="heading"], .fr-stepper__title';
const PAGE_HEADING = 'h1, h2, h3, legend, [role="heading"], .fr-stepper__title';
const BUTTON =
  'button, input[type="submit"], input[type="button"], [role="button"], a[class*="btn" i], a[class*="button" i]';
const MOST = 80;
const LONGEST_HEADING = 200;
/** Of a page's text, in characters. */
const TEXT_READ = 40_000;

const headingText = (element: Element): string => gatherText(element, { limit: LONGEST_HEADING });

/** Each row with what stands in it, and the heading above it. */
function rowsOf(visits: readonly Visit[], listed: boolean): DocumentRow[] {
  const boxes = rowBoxes(visits, listed);
  const rows: DocumentRow[] = [];
  let heading = '';
  for (let index = 0; index < visits.length; index += 1) {
    const visit = visits[index] as Visit;
    const { node } = visit;
    if (!isElement(node)) continue;
    if (matches(node, HEADING)) heading = headingText(node) || heading;
    if (!boxes.has(node)) continue;
    const inside = insideOf(visit, visits, index + 1);
    const choosers = inside.flatMap(({ node: one, chooser }) => (chooser ? [one as HTMLInputElement] : []));
    rows.push({
      pieces: piecesOf(node, inside),
      chooser: choosers.length > 0,
      chosen: choosers.some(({ files }) => (files?.length ?? 0) > 0),
      heading,
    });
    index += inside.length;
  }
  return rows;
}

/** The visits below the one before `from`: they follow it without a gap. */
function insideOf({ depth }: Visit, visits: readonly Visit[], from: number): readonly Visit[] {
  const end = visits.findIndex((visit, index) => index >= from && visit.depth <= depth);
  return visits.slice(from, end < 0 ? undefined : end);
}

const headingsOf = (visits: readonly Visit[]): string[] =>
  visits
    .flatMap((visit, index) =>
      isElement(visit.node) && matches(visit.node, PAGE_HEADING)
        ? insideOf(visit, visits, index + 1).map(({ text }) => text.trim())
        : [],
    )
    .filter((text) => text !== '' && text.length <= LONGEST_HEADING)
    .slice(0, MOST);

/** What the page says of a request that is being filed. Reads only; `mask` takes out what is personal. */
export function readFilingPage(mask: (text: string) => string): PageFiling {
  const { body } = document;
  const visits = body === null ? [] : walkPage(body);
  const elements = visits.flatMap(({ node }) => (isElement(node) ? [node] : []));
  const headings = headingsOf(visits);
  const text = visits
    .flatMap(({ node, text: words }) => (isText(node) ? [words] : []))
    .join(' ')
    .slice(0, TEXT_READ);
  const { items, cut } = readDocuments(rowsOf(visits, headings.some(isOfDocuments)), mask);
  const { address } = addressOf(location.href);
  const page = recognisePage({
    group: hostGroup(location.hostname),
    route: routeTemplate(address),
    headings,
    has: (selector) => elements.some((element) => matches(element, selector)),
    buttons: elements
      .filter((element) => matches(element, BUTTON))
      .slice(0, MOST)
      .map(controlLabel),
    text,
    choosers: visits.some(({ chooser }) => chooser),
    documents: items,
  });
  return { page, items, cut, filed: filedDayIn(text) ?? null };
}

/** The same at one glance: nothing that the page says leaves it. */
export function lookAtFilingPage(): PageLook {
  const { page, items } = readFilingPage((text) => text);
  return { page, documents: items.length };
}
