import { Document, type IContext, type XmlComponent } from 'docx';
import { xmlOf } from './docx-xml.ts';
import { escapeXml } from './xml.ts';

/** Stands where the text of a template goes. */
export const TEXT = '§';

/**
 * XML made by the library, once for all parts that differ in nothing but a text or their content: a table of a hundred cells has
 * a dozen kinds of them, and building one takes the library longer than all else together.
 */
export class Templates {
  /** What the library asks a part about its document while it writes it: paragraphs and tables ask nothing. */
  private readonly context: IContext;
  private readonly known = new Map<string, readonly string[]>();
  private readonly keys = new WeakMap<object, string>();

  constructor() {
    const file = new Document({ sections: [] });
    this.context = { file, viewWrapper: file.Document, stack: [] };
  }

  /** The XML of parts as they are. */
  xml(parts: readonly XmlComponent[]): string {
    return xmlOf(parts, this.context);
  }

  /** The XML of a part before and after its {@link TEXT}; `key` names all that its XML depends on. */
  aroundText(key: string, make: () => XmlComponent): readonly string[] {
    return this.pieces(key, () => this.xml([make()]).split(TEXT));
  }

  /** The XML of a part before and after the one element of a name in it. */
  aroundElement(key: string, name: string, make: () => XmlComponent): readonly string[] {
    return this.pieces(key, () => {
      const xml = this.xml([make()]);
      return [xml.slice(0, xml.indexOf(`<${name}>`)), xml.slice(xml.lastIndexOf(`</${name}>`) + name.length + 3)];
    });
  }

  private pieces(key: string, make: () => readonly string[]): readonly string[] {
    let pieces = this.known.get(key);
    if (pieces === undefined) this.known.set(key, (pieces = make()));
    return pieces;
  }

  /** A name for what an object says; the same for objects that say the same. */
  keyOf(object: object): string {
    let key = this.keys.get(object);
    if (key === undefined) this.keys.set(object, (key = JSON.stringify(object)));
    return key;
  }
}

/** A text inside a run: line breaks and tabs are elements, Word shows neither as a letter. */
export const runText = (text: string): string =>
  escapeXml(text)
    .replaceAll('\n', '</w:t><w:br/><w:t xml:space="preserve">')
    .replaceAll('\t', '</w:t><w:tab/><w:t xml:space="preserve">');
