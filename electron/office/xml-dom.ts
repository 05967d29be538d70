import { DOMParser, XMLSerializer, type Document, type Element, type Node } from '@xmldom/xmldom';
import { damaged } from './zip-read.ts';

/* Reading and changing parts of a package as trees, by local names: programs differ in their prefixes. */

export type { Document, Element, Node };

/**
 * A part as a tree.
 * @throws ExpectedError naming the file where the part is no XML, or declares a document type (entities)
 */
export const parseXml = (bytes: Uint8Array, fileName: string): Document => {
  const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
  if (/<!DOCTYPE/iu.test(text)) throw damaged(fileName, new Error('document type'));
  try {
    return new DOMParser({ onError: refuse }).parseFromString(text, 'text/xml');
  } catch (cause) {
    throw damaged(fileName, cause);
  }
};

const refuse = (level: string, message: unknown): void => {
  if (level !== 'warning') throw new Error(String(message));
};

/** A tree as the bytes of a part. */
export const xmlBytes = (document: Document): Uint8Array =>
  new TextEncoder().encode(new XMLSerializer().serializeToString(document));

/** The root of a part. */
export const rootOf = (document: Document): Element => {
  const root = document.documentElement;
  if (root === null) throw new Error('a part without a root');
  return root;
};

/** Child elements, of one local name where it is given. */
export const children = (parent: Node, name?: string): Element[] => {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling)
    if (isElement(node) && (name === undefined || node.localName === name)) found.push(node);
  return found;
};

export const child = (parent: Node, name: string): Element | null => {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling)
    if (isElement(node) && node.localName === name) return node;
  return null;
};

/** Every element below a node, in order. */
export const descendants = (parent: Node, name?: string): Element[] => {
  const found: Element[] = [];
  const walk = (node: Node): void => {
    for (let next = node.firstChild; next !== null; next = next.nextSibling) {
      if (!isElement(next)) continue;
      if (name === undefined || next.localName === name) found.push(next);
      walk(next);
    }
  };
  walk(parent);
  return found;
};

export const isElement = (node: Node): node is Element => node.nodeType === 1;

/** A new element in the name space of another, with its prefix. */
export const create = (like: Element, name: string): Element => {
  const owner = like.ownerDocument;
  if (owner === null) throw new Error('an element without a document');
  return owner.createElementNS(like.namespaceURI, like.prefix ? `${like.prefix}:${name}` : name);
};

/** Puts a text into an element, in place of all it held. Blanks stay. */
export const setText = (element: Element, text: string): void => {
  while (element.firstChild !== null) element.removeChild(element.firstChild);
  const owner = element.ownerDocument;
  if (owner !== null) element.appendChild(owner.createTextNode(text));
};

/** All text in an element. */
export const textIn = (element: Element): string => element.textContent ?? '';

/** A copy with everything in it. */
export const copyOf = (element: Element): Element => element.cloneNode(true) as Element;

export const remove = (node: Node): void => {
  node.parentNode?.removeChild(node);
};

/** An attribute by its local name, whatever its prefix; null where there is none. */
export const attribute = (element: Element, name: string): string | null => {
  for (let index = 0; index < element.attributes.length; index += 1) {
    const one = element.attributes.item(index);
    if (one !== null && one.localName === name) return one.value;
  }
  return null;
};
