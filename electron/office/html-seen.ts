import { attribute, elementsIn, rawText, type HtmlElement } from './html-tree.ts';

/** Elements whose content nobody reads on the page: programs, readings above characters, what Word deleted with changes tracked. */
const NEVER_SEEN = new Set([
  'head',
  'title',
  'style',
  'script',
  'noscript',
  'template',
  'xml',
  'object',
  'iframe',
  'noframes',
  'svg',
  'rt',
  'rp',
  'del',
  'comment',
  'datalist',
]);

/** Styles that hide, those of Word and WPS for hidden text, comments, footnotes and page headers included. */
const HIDING =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|mso-(?:foot|end)note-id\s*:|mso-element\s*:\s*(?:comment-list|footnote-list|endnote-list|header|footer)|mso-special-character\s*:\s*(?:comment|footnote))/iu;

/** Tells for an element whether a reader of its page would see it. */
export type IsSeen = (element: HtmlElement) => boolean;

/** What is seen of a page: by the elements' own styles, and by simple rules (`.name`, `td.name`, `comment`) of its style sheet. */
export const seenIn = (root: HtmlElement): IsSeen => {
  const hiding = new Set([...elementsIn(root)].filter(({ tagName }) => tagName === 'style').flatMap(hidingRules));
  return (element) => {
    const { tagName } = element;
    if (NEVER_SEEN.has(tagName) || attribute(element, 'hidden') !== null) return false;
    if (tagName === 'input' && attribute(element, 'type')?.toLowerCase() === 'hidden') return false;
    if (HIDING.test(attribute(element, 'style') ?? '')) return false;
    if (hiding.size === 0) return true;
    const classes = (attribute(element, 'class') ?? '').split(/\s+/u).filter((name) => name !== '');
    return ![tagName, ...classes.flatMap((name) => [`.${name}`, `${tagName}.${name}`])].some((each) =>
      hiding.has(each),
    );
  };
};

/** Selectors of one element's name, one class, or both, whose rule hides. Split, not matched: a sheet may be long and broken. */
const hidingRules = (style: HtmlElement): string[] =>
  rawText(style)
    .split('}')
    .flatMap((rule) => {
      const brace = rule.indexOf('{');
      if (brace < 0 || !HIDING.test(rule.slice(brace + 1))) return [];
      return rule
        .slice(0, brace)
        .split(',')
        .map((selector) => selector.replace(/<!--/u, '').trim());
    })
    .filter((selector) => /^(?:[a-z][\w-]*)?(?:\.[\w-]+)?$/iu.test(selector) && selector !== '');
