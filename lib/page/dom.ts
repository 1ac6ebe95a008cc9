/**
 * The DOM as the browser made it. In Chromium the fields of a form shadow the form's own properties, for an isolated
 * world too: with `<input name="matches">`, `form.matches` is that field. No page can reach the prototypes of this
 * world, so whatever may be asked of a form is asked through them. `document` and `window` need no such care: no
 * isolated world sees what a page names on the one, nothing there shadows what is built into the other.
 * Kinds are told by `nodeType`: in a frame, elements are of another realm and `instanceof` would be false.
 */
const free = <Owner, Args extends unknown[], Result>(method: (...args: Args) => Result) =>
  Function.prototype.call.bind(method) as (owner: Owner, ...args: Args) => Result;

const getter = <Owner extends Node, Key extends keyof Owner>(prototype: Owner, key: Key) =>
  // A getter of these interfaces: there is always one.
  free<Owner, [], Owner[Key]>(Object.getOwnPropertyDescriptor(prototype, key)?.get as () => Owner[Key]);

const { prototype: node } = Node;
const { prototype: element } = Element;

const typeOf = getter(node, 'nodeType');
export const isElement = (one: Node): one is Element => typeOf(one) === 1;
export const isText = (one: Node): one is Text => typeOf(one) === 3;
export const isShadowRoot = (one: Node): one is ShadowRoot => typeOf(one) === 11;

export const firstChild = getter(node, 'firstChild');
export const nextSibling = getter(node, 'nextSibling');
export const parentElement = getter(node, 'parentElement');
export const textOf = getter(node, 'textContent');
export const isConnected = getter(node, 'isConnected');
export const ownerDocument = getter(node, 'ownerDocument');
export const localName = getter(element, 'localName');
export const namespaceOf = /* @__PURE__ */ getter(element, 'namespaceURI');
export const shadowRoot = getter(element, 'shadowRoot');
export const attributesOf = /* @__PURE__ */ getter(element, 'attributes');
export const htmlOf = getter(element, 'innerHTML');
export const clientHeight = getter(element, 'clientHeight');

export const rootOf = free<Node, [], Node>(node.getRootNode);
export const contains = free<Node, [Node], boolean>(node.contains);
export const matches = free<Element, [string], boolean>(element.matches);
export const closest = free<Element, [string], Element | null>(element.closest);
export const attribute = free<Element, [string], string | null>(element.getAttribute);
export const boxOf = free<Element, [], DOMRect>(element.getBoundingClientRect);
export const boxesOf = free<Element, [], DOMRectList>(element.getClientRects);
export const checkVisibility = free<Element, [CheckVisibilityOptions], boolean>(element.checkVisibility);
const queryElement = free<Element, [string], NodeListOf<Element>>(element.querySelectorAll);

/** `querySelectorAll` of an element, a document or a shadow root. */
export const all = <Found extends Element>(root: ParentNode, selector: string): NodeListOf<Found> =>
  (isElement(root) ? queryElement(root, selector) : root.querySelectorAll(selector)) as NodeListOf<Found>;
export const first = free<Element, [string], Element | null>(element.querySelector);
