import { foldText } from '../fold.ts';
import type { HostGroup } from '../hosts.ts';
import { compileWording, findWording, searchText } from '../wording.ts';
import type { DocumentItem } from './document.ts';
import { type FilingPage, PAGE_SIGNS, TELLING_ROUTE } from './page-signs.ts';

/** What a person sees of a page at one glance. Read in the page, and judged there. */
export interface PageGlance {
  readonly group: HostGroup | undefined;
  /** Path and hash route. */
  readonly route: string;
  /** Each text of a heading by itself: a stepper puts the number of the step beside its name. */
  readonly headings: readonly string[];
  /** An element of that selector stands there. */
  has(selector: string): boolean;
  /** Labels of its buttons. */
  readonly buttons: readonly string[];
  /** All that can be read on it, as far as it was read. */
  readonly text: string;
  /** Documents can be chosen there. */
  readonly choosers: boolean;
  readonly documents: readonly DocumentItem[];
}

const SIGNS = PAGE_SIGNS.map((signs) => ({
  ...signs,
  routes: new RegExp(signs.routes),
  headings: new RegExp(signs.headings),
  buttons: signs.buttons === null ? null : new RegExp(signs.buttons),
  wordings: signs.rules.flatMap(({ wordings }) => wordings.map((wording) => compileWording(wording.text))),
}));
const TELLING = new RegExp(TELLING_ROUTE);

/** Words of a route stand apart: `demande/mes-pieces` has « pieces » in it. */
const wordsOf = (route: string): string => foldText(route).replace(/[^a-z0-9]+/g, ' ');

/** Something was given, or the page says something of it: more than a question for a document. */
const saysSomething = ({ state, says, fileShown }: DocumentItem): boolean =>
  fileShown || says !== null || (state !== 'missing' && state !== 'unknown');

/** Which page worth keeping this is; null for any other. When in doubt, none: a suggestion is for the right moment. */
export function recognisePage(glance: PageGlance): FilingPage | null {
  const route = wordsOf(glance.route);
  const { group } = glance;
  if (group === undefined || TELLING.test(route)) return null;
  const headings = glance.headings.map(foldText);
  const buttons = glance.buttons.map(foldText);
  const text = searchText(glance.text);
  // Where none can be chosen, a file name alone may be one that the portal gives.
  const given = glance.documents.filter((one) =>
    glance.choosers ? saysSomething(one) : one.says !== null,
  ).length;
  const found = SIGNS.find((signs) => {
    const told = [
      signs.routes.test(route),
      headings.some((heading) => signs.headings.test(heading)),
      buttons.some((button) => signs.buttons?.test(button) === true),
      signs.element !== null && glance.has(signs.element),
      signs.wordings.some((wording) => findWording(wording, text) !== undefined),
    ];
    return (
      signs.hosts.includes(group) && given >= signs.documents && told.filter(Boolean).length >= signs.enough
    );
  });
  return found?.page ?? null;
}
