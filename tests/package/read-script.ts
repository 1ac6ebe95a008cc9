import { parseSync } from 'vite';

/** A node of the syntax tree, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Globals by which text becomes code, or by which anything leaves or comes. */
const GLOBALS = new Set([
  'eval',
  'Function',
  'importScripts',
  'WebAssembly',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'Worker',
  'SharedWorker',
]);
/** The same, and markup from text, by the name of a property that is read, called or set. */
const PROPERTIES = new Set([
  ...GLOBALS,
  'sendBeacon',
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'createContextualFragment',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'srcdoc',
  'onMessageExternal',
  'onConnectExternal',
]);
const TIMERS = new Set(['setTimeout', 'setInterval']);

const nameOfIdentifier = (node: Node): string => (node.type === 'Identifier' ? String(node.name) : '');
const nameOf = (node: unknown): string => {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return nameOfIdentifier(node);
  if (node.type === 'MemberExpression') return nameOf(node.property) || literal(node.property);
  return '';
};
const literal = (node: unknown): string =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
const isText = (node: unknown): boolean =>
  isNode(node) && (literal(node) !== '' || node.type === 'TemplateLiteral');

/** Where the name of a maker of code is not the maker handed on: a call, a look at a property, a comparison. */
const NAMED_ONLY = new Set(['MemberExpression', 'BinaryExpression', 'Property', 'MethodDefinition']);

/** A maker of code handed on under another name. */
function handedOn(node: Node): string | undefined {
  if (NAMED_ONLY.has(node.type)) return undefined;
  const parts = Object.entries(node).flatMap(([part, value]) => (part === 'callee' ? [] : value));
  const maker = parts.find((part) => isNode(part) && ['eval', 'Function'].includes(nameOfIdentifier(part)));
  return maker === undefined ? undefined : `${nameOf(maker)} as a value`;
}

/** What one node does that is worth a reason; undefined for all others. */
function deedOf(node: Node): string | undefined {
  const [first] = Array.isArray(node.arguments) ? (node.arguments as unknown[]) : [];
  switch (node.type) {
    case 'ImportExpression':
      return literal(node.source) === '' ? 'import()' : undefined;
    case 'MemberExpression':
      return PROPERTIES.has(nameOf(node)) ? `.${nameOf(node)}` : undefined;
    case 'CallExpression':
    case 'NewExpression': {
      const callee = node.callee;
      if (isNode(callee) && callee.type === 'Identifier' && GLOBALS.has(nameOf(callee)))
        return nameOf(callee);
      if (TIMERS.has(nameOf(callee)) && isText(first)) return 'timer with text';
      if (nameOf(callee) === 'constructor' && isText(first)) return 'constructor with text';
      if (nameOf(callee) === 'createElement' && literal(first) === 'script') return 'script element';
      return undefined;
    }
    default:
      return undefined;
  }
}

/** Everything in a script that makes code of text, makes markup of text, or reaches outside: name → times. */
export function deedsOf(file: string, source: string): Record<string, number> {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: Record<string, number> = {};
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isNode(value)) {
      for (const deed of [deedOf(value), handedOn(value)]) {
        if (deed !== undefined) found[deed] = (found[deed] ?? 0) + 1;
      }
      for (const part of Object.values(value)) visit(part);
    }
  };
  visit(program);
  return found;
}
