import { attribute, children, descendants, remove, textIn, type Element } from './xml-dom.ts';

/* What may be in a document only once: a copy of a row goes without it. */

const ONCE = new Set([
  'bookmarkStart',
  'bookmarkEnd',
  'commentRangeStart',
  'commentRangeEnd',
  'commentReference',
  'permStart',
  'permEnd',
]);

let picture = 0;

/** Takes out of a copy what only the first may have, and gives its pictures numbers of their own. */
export const cleanCopy = (element: Element): void => {
  for (const one of [element, ...descendants(element)]) {
    if (ONCE.has(one.localName ?? '')) remove(one);
    for (const name of ['w14:paraId', 'w14:textId']) if (one.hasAttribute(name)) one.removeAttribute(name);
    if (one.localName === 'docPr') one.setAttribute('id', String(1_000_000 + (picture += 1)));
    if (one.localName === 'sdtPr') for (const id of children(one, 'id')) remove(id);
  }
};

/** Marks whose other end went with a row that was left out. */
export const dropHalfMarks = (body: Element): void => {
  for (const [start, end] of [
    ['bookmarkStart', 'bookmarkEnd'],
    ['commentRangeStart', 'commentRangeEnd'],
    ['permStart', 'permEnd'],
  ] as const) {
    const ids = (name: string): Set<string | null> =>
      new Set(descendants(body, name).map((one) => attribute(one, 'id')));
    const [starts, ends] = [ids(start), ids(end)];
    for (const one of descendants(body, start)) if (!ends.has(attribute(one, 'id'))) remove(one);
    for (const one of descendants(body, end)) if (!starts.has(attribute(one, 'id'))) remove(one);
  }
};

/** 目录 is made anew when the document is opened: its pages and titles are last year's. */
export const markContents = (body: Element): void => {
  let begin: Element | null = null;
  for (const one of descendants(body)) {
    if (one.localName === 'fldChar' && attribute(one, 'fldCharType') === 'begin') begin = one;
    if (one.localName === 'instrText' && /^\s*TOC\b/u.test(textIn(one)) && begin !== null) {
      const prefix = begin.prefix ? `${begin.prefix}:` : '';
      begin.setAttributeNS(begin.namespaceURI, `${prefix}dirty`, 'true');
    }
  }
};
