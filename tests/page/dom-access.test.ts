import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const PAGE = resolve(import.meta.dirname, '../../lib/page');
const SOURCES = readdirSync(PAGE, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.ts') && name !== 'dom.ts',
);
/** What a form's fields can take the place of; `range.getClientRects()` is asked of a range. */
const SHADOWED =
  /(?<!range)\.(?:matches|closest|querySelector(?:All)?|getElementById|getAttribute|hasAttribute|parent(?:Element|Node)|(?:first|last)(?:Element)?Child|(?:next|previous)(?:Element)?Sibling|childNodes|children|attributes|textContent|innerText|getRootNode|isConnected|localName|tagName|nodeName|nodeType|namespaceURI|checkVisibility|getBoundingClientRect|getClientRects|(?:client|offset|scroll)(?:Height|Width|Top|Left)|hasChildNodes|isContentEditable|contains|ownerDocument|className|classList|dataset|shadowRoot)(?=[\s?.(;,)\]}]|$)/gm;
/** False of an element in a frame, whose realm is another; form controls of the top document excepted. */
const REALM =
  /instanceof (?:Element|Node|Text|ShadowRoot|Document|HTMLElement|HTMLFormElement|HTMLIFrameElement)\b/g;

describe('lib/page', () => {
  it.each(SOURCES)('%s asks nodes nothing but through dom.ts', (name) => {
    const source = readFileSync(join(PAGE, name), 'utf8')
      .replace(/LIMITS\.\w+/g, '')
      .replace(/^\s*(?:\*|\/\*\*|\/\/).*$/gm, '');
    expect([...source.matchAll(SHADOWED), ...source.matchAll(REALM)].map(([found]) => found)).toEqual([]);
  });
});
