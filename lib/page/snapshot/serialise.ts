import { inert } from '../../core/privacy/inert.ts';
import type { PersonalKind } from '../../core/privacy/patterns.ts';
import {
  boxOf,
  first,
  firstChild,
  isElement,
  isText,
  localName,
  matches,
  namespaceOf,
  nextSibling,
  shadowRoot,
} from '../dom.ts';
import { escapeAttribute, safeAttributes } from './attributes.ts';
import { LIMITS, type Sanitised } from './notes.ts';
import type { PersonalText } from './page-text.ts';
import { collectStyles, maskStrings } from './styles.ts';

export interface SerialiseContext {
  mask(text: string): string;
  label(kind: PersonalKind): string;
  note(what: Sanitised): void;
  readonly personal: PersonalText;
  readonly images: ReadonlyMap<string, string>;
}

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'wbr']);
const DROPPED = new Map<string, Sanitised>(
  Object.entries({
    script: 'scripts',
    noscript: 'scripts',
    template: 'scripts',
    base: 'links',
    link: 'metadata',
    meta: 'metadata',
    style: 'metadata',
    title: 'metadata',
    datalist: 'form-values',
    // All of them: where only the chosen one is missing, the hole tells it.
    option: 'form-values',
    optgroup: 'form-values',
    param: 'media',
    source: 'media',
    track: 'media',
    animate: 'scripts',
    set: 'scripts',
    animatetransform: 'scripts',
    animatemotion: 'scripts',
    'svg:image': 'external-resources',
  }),
);
const REPLACED = new Map<string, Sanitised>(
  Object.entries({
    iframe: 'frames',
    frame: 'frames',
    frameset: 'frames',
    object: 'media',
    embed: 'media',
    video: 'media',
    audio: 'media',
    canvas: 'media',
    picture: 'media',
    portal: 'frames',
    fencedframe: 'frames',
    applet: 'media',
  }),
);
/** Widgets that show a chosen value as if it were text. */
const VALUE_WIDGET =
  '[role="combobox"], [role="textbox"], [role="searchbox"], [role="spinbutton"], .ui-dropdown-label, .p-dropdown-label, ' +
  '.p-select-label, .p-multiselect-label, .p-inputtext, .ng-value-label, .ui-inputtext';
const TAG = /^[a-z][\w.-]{0,60}$/i;

const escapeText = (text: string): string =>
  inert(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const maskedText = (node: Text, { personal, label, note }: SerialiseContext): string => {
  // What was not looked at is not shown either.
  if (!personal.read.has(node)) return '';
  const spans = personal.spans.get(node);
  if (spans === undefined) return node.data;
  note('personal-data');
  let text = '';
  let from = 0;
  for (const { start, end, kind, first } of [...spans].sort((a, b) => a.start - b.start)) {
    text += node.data.slice(from, start) + (first ? label(kind) : '');
    from = end;
  }
  return text + node.data.slice(from);
};

const placeholder = (element: Element, what: string): string => {
  const { width, height } = boxOf(element);
  const size = `width:${Math.round(width)}px;height:${Math.round(height)}px`;
  return `<span role="img" aria-label="${what}" style="display:inline-block;box-sizing:border-box;border:1px dashed #888;${size}"></span>`;
};

const imageHtml = (image: HTMLImageElement, context: SerialiseContext): string => {
  const data = context.images.get(image.currentSrc);
  if (data === undefined) return placeholder(image, escapeAttribute(context.mask(image.alt) || 'image'));
  return `<img${safeAttributes(image, context)} src="${data}">`;
};

/** Writes one document as inert HTML, reading it only: nothing is cloned, nothing is inserted anywhere. */
export const serialiseTree = (root: Element, context: SerialiseContext, room: { styles: number }): string => {
  let html = '';
  let nodes = 0;

  const write = (text: string): boolean => {
    if (html.length + text.length > LIMITS.html) {
      context.note('cut-size');
      return false;
    }
    html += text;
    return true;
  };

  const children = (parent: Node, depth: number): void => {
    for (let child = firstChild(parent); child !== null; child = nextSibling(child)) visit(child, depth);
  };

  const visit = (node: Node, depth: number): void => {
    nodes += 1;
    if (nodes > LIMITS.nodes || depth > LIMITS.depth) {
      context.note(nodes > LIMITS.nodes ? 'cut-nodes' : 'cut-depth');
      return;
    }
    if (isText(node)) write(escapeText(maskedText(node, context)));
    else if (isElement(node)) element(node, depth);
    else context.note('comments');
  };

  const element = (node: Element, depth: number): void => {
    const name = localName(node).toLowerCase();
    const isSvg = namespaceOf(node) === 'http://www.w3.org/2000/svg';
    const dropped = DROPPED.get(isSvg && name === 'image' ? 'svg:image' : name);
    if (dropped !== undefined || !TAG.test(name)) {
      if (!(isSvg && name === 'title')) context.note(dropped ?? 'attributes');
      return;
    }
    if (node instanceof HTMLImageElement) {
      write(imageHtml(node, context));
      return;
    }
    const replaced = REPLACED.get(name);
    if (replaced !== undefined) {
      const image = name === 'picture' ? (first(node, 'img') as HTMLImageElement | null) : null;
      if (image === null) context.note(replaced);
      write(image === null ? placeholder(node, 'contenu non conservé') : imageHtml(image, context));
      return;
    }
    if (name === 'input' && (node as HTMLInputElement).type === 'hidden') {
      context.note('hidden-fields');
      return;
    }
    if (!write(`<${name}${safeAttributes(node, context)}>`)) return;
    if (VOID.has(name)) {
      if (name === 'input') context.note('form-values');
      return;
    }
    const shadow = shadowRoot(node);
    if (shadow !== null) {
      write(
        `<template shadowrootmode="open"><style>${maskStrings(collectStyles(shadow, context.note, room), context.mask)}</style>`,
      );
      children(shadow, depth + 1);
      write('</template>');
    }
    const holdsValue =
      name === 'textarea' ||
      (name !== 'input' && matches(node, ':read-write')) ||
      matches(node, VALUE_WIDGET);
    if (holdsValue) {
      if (firstChild(node) !== null) context.note('form-values');
    } else children(node, depth + 1);
    // The end of an element that was opened is written even beyond the limit: the rest would be swallowed by it.
    html += `</${name}>`;
  };

  visit(root, 0);
  return html;
};
