import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { ExpectedError } from '../../shared/model/errors.ts';
import { damaged } from './zip-read.ts';

/** What a reader of an XML part listens to. */
export interface XmlListener {
  readonly open?: (tag: SaxesTagPlain) => void;
  /** Text between two tags, in pieces. */
  readonly text?: (text: string) => void;
  readonly close?: (tag: SaxesTagPlain) => void;
  /** Told now and then how much is read, from 0 to 1. */
  readonly progress?: (share: number) => void;
}

/** Bytes fed to the parser at once. */
const CHUNK = 1 << 16;

/**
 * Reads a part of an office file as a stream. Entities of its own (`<!DOCTYPE … <!ENTITY`) are refused, not expanded: no office
 * program writes them, and they can swell without end.
 * @throws ExpectedError naming the file where it is no good XML
 */
export const parseXml = (part: Uint8Array, fileName: string, { open, text, close, progress }: XmlListener): void => {
  const parser = new SaxesParser();
  // Thrown in the handler, an error ends the reading; without it the parser would go on.
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw foreignDefinitions(fileName);
  });
  if (open !== undefined) parser.on('opentag', open);
  if (close !== undefined) parser.on('closetag', close);
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  try {
    const decoder = new TextDecoder(encodingOf(part), { fatal: true });
    for (let at = 0; at < part.length; at += CHUNK) {
      parser.write(decoder.decode(part.subarray(at, at + CHUNK), { stream: true }));
      progress?.(Math.min(1, (at + CHUNK) / part.length));
    }
    parser.write(decoder.decode());
    parser.close();
  } catch (cause) {
    throw cause instanceof ExpectedError ? cause : damaged(fileName, cause);
  }
};

const encodingOf = (part: Uint8Array): string => {
  if (part[0] === 0xff && part[1] === 0xfe) return 'utf-16le';
  if (part[0] === 0xfe && part[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(part.subarray(0, 200));
  const said = /^(?:ï»¿)?<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']/u.exec(head)?.[1] ?? 'utf-8';
  // What says that it is UTF-16 can't be where it could be read so far.
  return isKnown(said) && !/^utf-?16/iu.test(said) ? said : 'utf-8';
};

const isKnown = (encoding: string): boolean => {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
};

/** The refusal of XML that brings definitions of its own. */
export const foreignDefinitions = (fileName: string): ExpectedError =>
  new ExpectedError(
    'file-unreadable',
    `“${fileName}”里夹带了自定义的内容（DTD），不是正常的表格文件，为安全起见没有读取。`,
    '请用 Office 或 WPS 打开它，另存为新的 .xlsx 或 .docx 文件再导入。',
  );

/** The name of an element without the prefix of its namespace. */
export const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};
