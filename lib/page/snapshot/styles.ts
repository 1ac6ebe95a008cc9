import { inert } from '../../core/privacy/inert.ts';
import type { Sanitised } from './notes.ts';
import { LIMITS } from './notes.ts';

/** No part of it can match what the next one does: a style of a megabyte is read in a time that follows its length. */
const ADDRESS = /url\((?:\s*"[^"]*"\s*|\s*'[^']*'\s*|[^()"']*)\)/gi;
const IMAGE_SET = /(?:-webkit-)?image-set\((?:[^()]|\([^()]*\))*\)/gi;
const DATA = /^["']data:image\//i;
const LOCAL = /^url\(\s*["']?(?:data:image\/|#)/i;

/** CSS that fetches nothing: addresses other than `data:` pictures and local references become empty ones. */
export const withoutAddresses = (css: string): string =>
  css
    .replace(IMAGE_SET, 'none')
    .replace(ADDRESS, (address) => (LOCAL.test(address) ? address : 'url("data:,")'))
    .replace(/@import[^;]*;?/gi, '')
    .replace(/<(?=[/!])/g, '\\3c ');

/** Text that a style writes on the page (`content: "…"`, custom properties), masked; figures are left alone. */
export const maskStrings = (css: string, mask: (text: string) => string): string =>
  css.replace(/"[^"\n]{2,400}"|'[^'\n]{2,400}'/g, (quoted) => (DATA.test(quoted) ? quoted : mask(quoted)));

const ruleText = (rule: CSSRule): string => {
  if (rule instanceof CSSImportRule) {
    return rule.styleSheet === null ? '' : sheetText(rule.styleSheet);
  }
  if (rule instanceof CSSFontFaceRule || rule instanceof CSSNamespaceRule) return '';
  return `${rule.cssText}\n`;
};

const sheetText = (sheet: CSSStyleSheet): string => {
  if (sheet.disabled) return '';
  const text = Array.from(sheet.cssRules, ruleText).join('');
  const { mediaText } = sheet.media;
  return mediaText === '' ? text : `@media ${mediaText}{${text}}\n`;
};

/** Every style that applies in a tree, as the browser holds it: sheets, adopted sheets, rules added by script. */
export const collectStyles = (
  root: Document | ShadowRoot,
  note: (what: Sanitised) => void,
  room: { styles: number } = { styles: LIMITS.styles },
): string => {
  let css = '';
  for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
    try {
      const whole = sheetText(sheet);
      const text = whole.length > room.styles ? whole : inert(withoutAddresses(whole));
      if (text.length > room.styles) {
        note('cut-styles');
        continue;
      }
      room.styles -= text.length;
      css += text;
    } catch {
      // A sheet of another origin keeps its rules to itself.
      note('unreadable-styles');
    }
  }
  return css;
};
