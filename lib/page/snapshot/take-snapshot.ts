import type { PageFiling } from '../../app/witness-ports.ts';
import type { FormField, PersonalZone } from '../../core/bundle/capture-record.ts';
import { inert } from '../../core/privacy/inert.ts';
import { createKeyedHash } from '../../core/privacy/keyed-hash.ts';
import { maskLabel, maskText, mergeSpans, personalSpans } from '../../core/privacy/mask.ts';
import { createTypedValues, type TypedValues } from '../../core/privacy/typed-values.ts';
import { all, attribute, shadowRoot } from '../dom.ts';
import { readFilingPage } from '../filing/read-filing.ts';
import { hasFilledPassword } from '../passwords.ts';
import { valuesOf } from '../typed.ts';
import { witnessHandle } from '../witness-handle.ts';
import { escapeAttribute } from './attributes.ts';
import { readForm } from './form.ts';
import { collectImages } from './images.ts';
import { LIMITS, type Sanitised } from './notes.ts';
import { personalText } from './page-text.ts';
import { serialiseTree } from './serialise.ts';
import { collectStyles, maskStrings } from './styles.ts';
import { personalZones } from './zones.ts';

/** What the injected script returns: plain JSON. */
export interface PageSnapshot {
  /** Inert, self-contained HTML; null when it was refused. */
  readonly html: string | null;
  readonly refused: 'password' | null;
  readonly sanitised: readonly Sanitised[];
  readonly form: readonly FormField[];
  readonly piiZones: readonly PersonalZone[];
  readonly page: { readonly title: string; readonly lang: string; readonly topFrame: boolean };
  /** Lengths in CSS pixels. */
  readonly scroll: { readonly x: number; readonly y: number };
  readonly dpr: number;
  readonly window: { readonly width: number; readonly height: number };
  readonly screen: { readonly width: number; readonly height: number };
  readonly filing?: PageFiling;
}

/** No address but `data:`, no script, nowhere to send a form: opening the file makes no request. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-src 'none'";
const VALUES = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

const shadowRootsIn = (root: ParentNode, found: ParentNode[]): ParentNode[] => {
  found.push(root);
  let left: number = LIMITS.elements;
  for (const element of all(root, '*')) {
    const shadow = shadowRoot(element);
    if (shadow !== null && found.length < 300) shadowRootsIn(shadow, found);
    left -= 1;
    if (left === 0) break;
  }
  return found;
};

/** What the fields hold at this moment: filled in by the site itself, or typed before the witness was there. */
const currentValues = (roots: readonly ParentNode[]): TypedValues => {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  const values = createTypedValues(createKeyedHash([high, low]));
  for (const root of roots) {
    for (const field of all(root, VALUES)) for (const value of valuesOf(field)) values.add(value);
  }
  return values;
};

/** Takes the page as it is now, without what is personal, secret or active. Changes nothing, requests nothing. */
export const takeSnapshot = async (): Promise<PageSnapshot> => {
  const witness = witnessHandle();
  const roots = shadowRootsIn(document, []);
  const refused = (witness?.passwordFilled() ?? false) || hasFilledPassword(roots);
  const sanitised = new Set<Sanitised>();
  const note = (what: Sanitised) => void sanitised.add(what);
  let current = currentValues(roots);
  const find = (text: string) =>
    mergeSpans([...(witness?.personalSpans(text) ?? personalSpans(text)), ...current.find(text)]);
  const mask = (text: string) => {
    const masked = maskText(inert(text), current);
    return witness?.mask(masked) ?? masked;
  };

  const title = mask(document.title.slice(0, 600)).slice(0, 300).toWellFormed();
  const { lang } = document.documentElement;
  const facts = {
    page: { title, lang: inert(lang.slice(0, 20)), topFrame: window === window.top },
    scroll: { x: Math.round(scrollX), y: Math.round(scrollY) },
    dpr: devicePixelRatio,
    window: { width: innerWidth, height: innerHeight },
    screen: { width: screen.width, height: screen.height },
  };
  if (refused) return { html: null, refused: 'password', sanitised: [], form: [], piiZones: [], ...facts };

  const readPersonal = () => personalText(document.documentElement, find, note);
  const form = readForm(roots, mask);
  const filing = readFilingPage(mask);
  const piiZones = personalZones(roots, readPersonal());
  const images = await collectImages(roots, note);
  // The page may have changed while the pictures were read: what is written below is masked as it is now.
  current = currentValues(roots);
  const personal = readPersonal();
  const room = { styles: LIMITS.styles as number };
  const styles = maskStrings(collectStyles(document, note, room), mask);
  const context = { mask, note, personal, images, label: maskLabel };
  const tag = (element: Element | null) => (element === null ? '' : serialiseTree(element, context, room));
  const html =
    `<!doctype html>\n<html lang="${escapeAttribute(facts.page.lang)}"${attributesOf(document.documentElement)}><head>` +
    `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
    '<meta name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width">' +
    `<title>${escapeAttribute(title)}</title><style>${styles}</style></head>${tag(document.body)}</html>\n`;
  return { html, refused: null, sanitised: [...sanitised], form, piiZones, filing, ...facts };
};

/** Styles hang on the class and the theme of the root. */
const attributesOf = (root: Element): string => {
  const theme = attribute(root, 'data-fr-theme') ?? '';
  const scheme = attribute(root, 'data-fr-scheme') ?? '';
  const safe = (text: string) =>
    escapeAttribute(
      text
        .slice(0, 500)
        .replace(/[^\w -]/g, '')
        .slice(0, 200),
    );
  return ` class="${safe(attribute(root, 'class') ?? '')}" data-fr-theme="${safe(theme)}" data-fr-scheme="${safe(scheme)}"`;
};
