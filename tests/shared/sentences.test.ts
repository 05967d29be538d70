import { describe, expect, it } from 'vitest';
import { ExpectedError, inSentences } from '../../shared/model/errors.ts';
import { sentence } from '../../shared/model/text.ts';

describe('a sentence', () => {
  it.each([
    ['备份已做好', '备份已做好。'],
    ['备份已做好。', '备份已做好。'],
    ['备份已做好。。', '备份已做好。'],
    ['请稍候，', '请稍候。'],
    ['真的要删除吗？', '真的要删除吗？'],
    ['真的要删除吗？。', '真的要删除吗？'],
    ['他说“好的。”', '他说“好的。”'],
    ['没有名为“河道清理”的项目', '没有名为“河道清理”的项目。'],
    ['找不到文件“C:\\表格\\第1.xlsx”', '找不到文件“C:\\表格\\第1.xlsx”。'],
    ['已有的年度：2024、2025', '已有的年度：2024、2025。'],
    ['  前后有空格 \n', '前后有空格。'],
    ['', ''],
    ['  ', ''],
  ])('%j ends once: %j', (text, whole) => {
    expect(sentence(text)).toBe(whole);
    expect(sentence(whole)).toBe(whole);
  });
});

describe('what went wrong and what to do', () => {
  const nowhere = '请检查这个位置';
  it.each([
    [
      'one without an end',
      new ExpectedError('not-writable', '写不进“表.xlsx”', nowhere),
      '写不进“表.xlsx”。请检查这个位置。',
    ],
    ['both with one', new ExpectedError('disk-full', '磁盘已满。', '请清理磁盘。'), '磁盘已满。请清理磁盘。'],
    [
      'no next step',
      new ExpectedError('file-empty', '“表.txt”是空文件，里面没有内容'),
      '“表.txt”是空文件，里面没有内容。',
    ],
    [
      'two in one, as a job tells them',
      new ExpectedError('not-writable', inSentences({ message: '写不成', nextStep: nowhere })),
      '写不成。请检查这个位置。',
    ],
  ])('are told apart: %s', (_, error, text) => {
    expect(inSentences(error)).toBe(text);
  });
});
