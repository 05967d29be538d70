import { ExpectedError } from '../../shared/model/errors.ts';

/** A page or a program's table of HTML begins so, after blanks, comments and a mark of its encoding. */
const BEGINS =
  /^(?:\s|<\?xml[^>]{0,200}\?>|<!--[\s\S]{0,5000}?-->)*<(?:!doctype\s+html|html|head|meta|body|table|div|style|font|center)[\s>]/iu;

/** How far into a file its kind is looked for. */
const HEAD = 8_192;

/** Is a file a page of HTML, whatever it is named? Workbooks of web systems often are. */
export const isHtml = (bytes: Uint8Array): boolean => BEGINS.test(headOf(bytes));

const headOf = (bytes: Uint8Array): string => {
  const head = bytes.subarray(0, HEAD);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  return new TextDecoder('latin1').decode(head).replace(/^ï»¿/u, '');
};

/**
 * The text of a saved page: by its mark, by what it says of itself (`charset=gb2312`), as UTF-8 where it is that, else as
 * GB18030, which Chinese Windows writes.
 * @param charset what stands around the page says of it (a header of .mht); null where nothing does
 * @throws ExpectedError file-foreign where it is no text
 */
export const decodeHtml = (bytes: Uint8Array, fileName: string, charset: string | null = null): string => {
  for (const encoding of [...marked(bytes), charset, declared(bytes), 'utf-8', 'gb18030']) {
    const text = encoding === null ? null : decode(bytes, encoding);
    if (text !== null) return text;
  }
  throw new ExpectedError(
    'file-foreign',
    `“${fileName}”不是文本，也不是能读取的表格。`,
    '请用浏览器或 WPS 打开它，复制表格内容，粘贴到导入页面。',
  );
};

const marked = (bytes: Uint8Array): string[] => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  return bytes[0] === 0xfe && bytes[1] === 0xff ? ['utf-16be'] : [];
};

/** GB2312 stands for the larger GBK and GB18030 everywhere, as in every browser. */
const declared = (bytes: Uint8Array): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/iu.exec(headOf(bytes))?.[1] ?? null;

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
