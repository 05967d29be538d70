import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { FileFormat, Paper } from '../../shared/forms/form.ts';
import { UsageError } from '../app/usage.ts';

/** Where `--out` says to write: one file of a format, or a folder. */
export interface OutPlace {
  readonly path: string;
  readonly folder: boolean;
  readonly format: FileFormat;
}

const OTHER_FILES = /^\.(?:pdf|xls|doc|csv|wps|et|txt|json|html?|zip)$/u;

/** Reads `--out`. What is no file of a format we write is a folder; a folder takes the paper's first format. */
export const outOption = (text: string | undefined, { formats, title }: Paper): OutPlace => {
  if (!text) throw new UsageError('没有写 --out。');
  const path = resolve(text);
  const extension = extname(path).toLowerCase();
  const first = formats[0] ?? 'xlsx';
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return { path, folder: true, format: first };
  if (extension === '.xlsx' || extension === '.docx') {
    return { path, folder: false, format: extension === '.docx' ? 'docx' : 'xlsx' };
  }
  if (OTHER_FILES.test(extension)) {
    const can = formats.map((format) => `.${format}`).join('、');
    throw new UsageError(`不能写成 ${extension} 文件：${title}可以写成 ${can}。`);
  }
  return { path, folder: true, format: first };
};
