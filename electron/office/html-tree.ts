import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { ExpectedError } from '../../shared/model/errors.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Browsers draw no deeper; programs that write tables stay below thirty. */
const MOST_DEPTH = 512;

/**
 * The elements of a page, as a browser would see them.
 * @throws ExpectedError file-unreadable where they lie in one another deeper than any browser shows
 */
export const parseHtml = (html: string, fileName: string): HtmlElement => {
  let depth = 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      depth += 1;
      if (depth > MOST_DEPTH) {
        throw new ExpectedError(
          'file-unreadable',
          `“${fileName}”里的内容层层嵌套太深，无法读取。`,
          '请复制其中的表格，粘贴到导入页面。',
        );
      }
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
  const root = parse(html, { treeAdapter, sourceCodeLocationInfo: false }).childNodes.find(isElement);
  if (root === undefined) throw new Error('a parsed page has an element html');
  return root;
};

export const isElement = (node: DefaultTreeAdapterTypes.Node): node is HtmlElement => 'tagName' in node;

/** The value of an attribute, or null. */
export const attribute = ({ attrs }: HtmlElement, name: string): string | null =>
  attrs.find((each) => each.name === name)?.value ?? null;

/** Every element below one, itself first, in reading order. */
export function* elementsIn(element: HtmlElement): Generator<HtmlElement> {
  yield element;
  for (const child of element.childNodes) if (isElement(child)) yield* elementsIn(child);
}

/** The text inside an element as it stands in the source. */
export const rawText = (element: HtmlElement): string =>
  element.childNodes.map((node) => ('value' in node ? node.value : isElement(node) ? rawText(node) : '')).join('');
