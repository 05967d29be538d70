import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../electron/cli/files.ts';
import { fileWith, jixiao, two } from './cli-support.ts';
import { temporaryFolder } from './support.ts';

describe('files of the command line', () => {
  it('a file that changes while it is read is refused, whatever changed', async () => {
    const file = join(temporaryFolder(), '表.txt');
    await writeFile(file, '一半');
    const growing = bytesOf(file, async (path) => {
      const bytes = await readFile(path);
      await appendFile(path, '另一半');
      return bytes;
    });
    await expect(growing).rejects.toMatchObject({
      code: 'file-unreadable',
      message: '“表.txt”在读取的时候被改动了，没有读成。',
      nextStep: '请等它保存好，再读一次。',
    });
    expect((await bytesOf(file)).length).toBe(Buffer.byteLength('一半另一半'));
  });

  it('a folder stands for its documents, an empty one is told', async () => {
    const folder = temporaryFolder();
    await mkdir(join(folder, '里面'));
    await writeFile(join(folder, '里面', '表.txt'), await readFile(fileWith(two)));
    await writeFile(join(folder, '~$表.xlsx'), 'x');
    const { code, out } = await jixiao('recognise', folder);
    expect([code, out.includes('2 个项目')]).toEqual([0, true]);
    const empty = temporaryFolder();
    const told = await jixiao('recognise', empty);
    expect(told.code).toBe(1);
    expect(told.err).toContain('是文件夹，里面没有可以读取的表格文件。');
  });
});
