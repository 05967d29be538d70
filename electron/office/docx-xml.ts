import type { IContext, IXmlableObject, XmlComponent } from 'docx';
import { escapeXml } from './xml.ts';

/** The XML of parts of a document, as the library would write them into it. */
export const xmlOf = (parts: readonly XmlComponent[], context: IContext): string =>
  parts.map((part) => elementXml(part.prepForXml(context))).join('');

type Node = IXmlableObject | string | number | undefined;

/** The library's tree: one key, the name of the element; its value the attributes (`_attr`), the content, or a list of both. */
const elementXml = (node: Node): string => {
  if (node === undefined) return '';
  if (typeof node !== 'object') return escapeXml(String(node));
  return Object.entries(node)
    .map(([name, content]) => tagXml(name, content as Content))
    .join('');
};

type Content = readonly Node[] | { readonly _attr?: Attributes } | string | number;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const tagXml = (name: string, content: Content): string => {
  let attributes = '';
  let inside = '';
  for (const part of Array.isArray(content) ? (content as readonly Node[]) : [content as Node]) {
    if (typeof part === 'object' && '_attr' in part) attributes += attributesXml(part['_attr'] as Attributes);
    else inside += elementXml(part);
  }
  return inside === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside}</${name}>`;
};

const attributesXml = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(String(value))}"`))
    .join('');
