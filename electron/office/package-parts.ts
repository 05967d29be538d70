import { unzipSync, zipSync, type Zippable } from 'fflate';
import { children, parseXml, remove, rootOf, xmlBytes, attribute, type Document, type Element } from './xml-dom.ts';
import { damaged, zipKind } from './zip-read.ts';

/** What a relationship of a part points to inside the package. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: worksheet, drawing, printerSettings. */
  readonly kind: string;
  /** Name of the part, without a leading /. */
  readonly target: string;
  readonly element: Element;
}

/** A package of Office, all of it: what nobody changes is written back byte for byte. */
export class PackageParts {
  readonly fileName: string;
  private readonly parts = new Map<string, Uint8Array>();
  private readonly documents = new Map<string, Document>();

  /** @throws ExpectedError where it is damaged, or unpacks to more than can be meant */
  constructor(bytes: Uint8Array, fileName: string) {
    this.fileName = fileName;
    zipKind(bytes, fileName);
    try {
      for (const [name, part] of Object.entries(unzipSync(bytes)))
        if (!name.endsWith('/')) this.parts.set(name.replace(/^\//u, ''), part);
    } catch (cause) {
      throw damaged(fileName, cause);
    }
  }

  names(): string[] {
    return [...this.parts.keys()];
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  bytes(name: string): Uint8Array {
    const part = this.parts.get(name);
    if (part === undefined) throw damaged(this.fileName, new Error(`no part ${name}`));
    return part;
  }

  /** The part as a tree; changes of it are saved. */
  document(name: string): Document {
    const known = this.documents.get(name);
    if (known !== undefined) return known;
    const document = this.fresh(name);
    this.documents.set(name, document);
    return document;
  }

  /** The part as it came, as a tree of the caller's own. */
  fresh(name: string): Document {
    return parseXml(this.bytes(name), this.fileName);
  }

  put(name: string, document: Document): void {
    this.parts.set(name, new Uint8Array());
    this.documents.set(name, document);
  }

  /** Its tree is at hand, changed or not. */
  isOpen(name: string): boolean {
    return this.documents.has(name);
  }

  /** Ends the changes of a part: its tree takes no more memory. */
  settle(name: string): void {
    const document = this.documents.get(name);
    if (document !== undefined) this.putBytes(name, xmlBytes(document));
  }

  putBytes(name: string, bytes: Uint8Array): void {
    this.parts.set(name, bytes);
    this.documents.delete(name);
  }

  /** Takes a part out, with what the list of kinds says of it. */
  drop(name: string): void {
    this.parts.delete(name);
    this.documents.delete(name);
    for (const one of children(rootOf(this.document(TYPES)), 'Override'))
      if (attribute(one, 'PartName') === `/${name}`) remove(one);
  }

  relations(name: string): Relation[] {
    const file = relationsOf(name);
    if (!this.parts.has(file)) return [];
    return children(rootOf(this.document(file)), 'Relationship').flatMap((element): Relation[] => {
      const target = attribute(element, 'Target') ?? '';
      if (attribute(element, 'TargetMode') === 'External') return [];
      const kind = (attribute(element, 'Type') ?? '').split('/').at(-1) ?? '';
      return [{ id: attribute(element, 'Id') ?? '', kind, target: resolve(name, target), element }];
    });
  }

  /** Says of a new part what kind it is: the same as another one. */
  typeLike(name: string, like: string): void {
    const root = rootOf(this.document(TYPES));
    const own = children(root, 'Override').find((one) => attribute(one, 'PartName') === `/${like}`);
    if (own === undefined) return;
    const added = own.cloneNode(true) as Element;
    added.setAttribute('PartName', `/${name}`);
    root.appendChild(added);
  }

  /** A name no part has: xl/worksheets/sheet7.xml for xl/worksheets/sheet1.xml. */
  freeName(like: string): string {
    const [, stem = like, extension = ''] = /^(.*?)\d*(\.[^./]+)$/u.exec(like) ?? [];
    let number = 1;
    while (this.parts.has(`${stem}${number}${extension}`)) number += 1;
    return `${stem}${number}${extension}`;
  }

  save(): Uint8Array {
    const files: Zippable = {};
    for (const [name, bytes] of this.parts) {
      const document = this.documents.get(name);
      files[name] = [
        document === undefined ? bytes : xmlBytes(document),
        { level: isPacked(name) ? 0 : 6, mtime: EPOCH },
      ];
    }
    return zipSync(files);
  }
}

/** The same file whenever it is made. */
const EPOCH = new Date('2000-01-01T00:00:00');

const TYPES = '[Content_Types].xml';

const isPacked = (name: string): boolean => /\.(?:png|jpe?g|gif|emf|wmf|zip)$/iu.test(name);

/** Where the relationships of a part are written. */
export const relationsOf = (name: string): string => name.replace(/([^/]*)$/u, '_rels/$1.rels');

const resolve = (from: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
};

/** How a part is named in the relationships of another: seen from its folder, as most programs write it. */
export const relativeTarget = (from: string, to: string): string => {
  const [own, other] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < own.length && same < other.length - 1 && own[same] === other[same]) same += 1;
  return [...own.slice(same).map(() => '..'), ...other.slice(same)].join('/');
};
