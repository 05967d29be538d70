import { describe, expect, it } from 'vitest';
import { isDocument, leftText, ofDrop, ofFolder, pastedOf } from '../../renderer/src/importing/collect-files.ts';

const file = (name: string): File => new File(['x'], name);

describe('a folder', () => {
  it('gives its documents in the order people number them, and counts the rest', () => {
    const files = [
      '10号.xlsx',
      '2号.docx',
      '照片.jpg',
      '~$2号.docx',
      '.DS_Store',
      'desktop.ini',
      '说明.TXT',
      '旧.et',
    ].map(file);
    const { files: taken, left } = ofFolder(files);
    expect(taken.map(({ name }) => name)).toEqual(['2号.docx', '10号.xlsx', '旧.et', '说明.TXT']);
    // What office programs and systems leave behind is not worth a word.
    expect(left).toBe(1);
  });

  it('tells what was left out, and nothing where nothing was', () => {
    expect(leftText({ files: [file('a.xls')], left: 3, cut: false })).toBe(
      '读取 1 个文件，另有 3 个不是表格或文档，没有读。',
    );
    expect(leftText({ files: [], left: 3, cut: false })).toContain('没有找到能读的表格');
    expect(leftText({ files: [file('a.xls')], left: 0, cut: false })).toBe('');
    expect(ofFolder(Array.from({ length: 1200 }, (_, at) => file(`${at}.xlsx`)))).toMatchObject({ cut: true });
  });

  it.each([
    ['a.xlsx', true],
    ['a.PDF', true],
    ['a.exe', false],
    ['xlsx', false],
    ['~$a.xlsx', false],
  ])('%s is a document: %s', (name, is) => expect(isDocument(name)).toBe(is));
});

/** What a browser hands over of a dropped file or folder; a reader gives two at a time, as real ones give a hundred. */
type Entry = Pick<FileSystemEntry, 'name' | 'isFile' | 'isDirectory'>;
const fileEntry = (name: string): Entry =>
  ({ name, isFile: true, isDirectory: false, file: (give: (file: File) => void) => give(file(name)) }) as Entry;
const folderEntry = (name: string, children: readonly Entry[]): Entry =>
  ({
    ...{ name, isFile: false, isDirectory: true },
    createReader: () => {
      const rest = [...children];
      return { readEntries: (give: (some: Entry[]) => void) => give(rest.splice(0, 2)) };
    },
  }) as Entry;
const dropped = (...entries: readonly Entry[]): Pick<DataTransfer, 'items' | 'files'> =>
  ({
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
    files: entries.map(({ name }) => file(name)),
  }) as never;

describe('a drop', () => {
  it('takes files as they are, so that each can say why it can’t be read', async () => {
    const { files, left } = await ofDrop(dropped(fileEntry('表.xlsx'), fileEntry('照片.jpg')));
    expect(files.map(({ name }) => name)).toEqual(['表.xlsx', '照片.jpg']);
    expect(left).toBe(0);
  });

  it('goes into folders, however deep and full, for their documents', async () => {
    const deep = folderEntry('二级', [fileEntry('c.docx'), fileEntry('x.png')]);
    const folder = folderEntry('一级', [fileEntry('a.xlsx'), deep, fileEntry('b.pdf'), fileEntry('y.zip')]);
    const { files, left } = await ofDrop(dropped(folder, fileEntry('单独.jpg')));
    expect(files.map(({ name }) => name).sort()).toEqual(['a.xlsx', 'b.pdf', 'c.docx', '单独.jpg'].sort());
    expect(left).toBe(2);
  });
});

describe('a paste', () => {
  const clipboard = (parts: Readonly<Record<string, string>>, files: readonly File[] = []) =>
    ({ getData: (type: string) => parts[type] ?? '', files }) as never;

  it('is a table with its text where it has both, and files where it has nothing else', () => {
    const html = '<table><tr><td>a</td></tr></table>';
    expect(pastedOf(clipboard({ 'text/html': html, 'text/plain': 'a' }))).toEqual({ kind: 'text', html, text: 'a' });
    // Excel lays a picture of the cells beside them.
    expect(pastedOf(clipboard({ 'text/plain': 'a\tb' }, [file('image.png')]))).toMatchObject({
      kind: 'text',
      text: 'a\tb',
    });
    expect(pastedOf(clipboard({}, [file('表.xlsx')]))).toMatchObject({ kind: 'files' });
    expect(pastedOf(clipboard({ 'text/plain': ' ' }))).toBeNull();
  });
});
