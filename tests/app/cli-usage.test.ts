import { describe, expect, it } from 'vitest';
import { jixiao, node } from './cli-support.ts';

describe('wrong usage', () => {
  it.each([
    [[]],
    [['fly']],
    [['recognise']],
    [['recognise', '--jsn', 'x']],
    [['import']],
    [['export', '--form', 'annex2']],
    [['export', '--form', 'annex2', '--out', 'x.pdf']],
    [['export', '--form', 'annex2', '--all-units', '--unit', '甲', '--out', 'x.xlsx']],
    [['verify']],
    [['export', '--form', 'annex9', '--out', 'x.xlsx']],
    [['export', '--form', 'annex2', '--year', '24', '--out', 'x.xlsx']],
    [['review']],
    [['demo']],
    [['doctor', '--data']],
    [['__proto__']],
    [['doctor', '--data', '']],
    [['backup', '--data=']],
    [['backup', '/somewhere']],
    [['export', 'x.xlsx', '--form', 'annex2', '--out', 'x.xlsx']],
    [['review', '--json']],
  ])('%j is code 2 and says how to call', async (args) => {
    const { code, out, err } = await jixiao(...args);
    expect(code).toBe(2);
    expect(err).toContain('用法');
    expect(out).toBe('');
  });
});

describe('starting the program wrongly', () => {
  const starts = ['electron/start.ts', 'electron/browser/main.ts'];
  const wrong = [['--foo'], ['--data', ''], ['--data'], ['--port', '99999'], ['extra']];
  it.each(starts.flatMap((start) => wrong.map((args) => [start, args] as const)))(
    '%s %j is one sentence, how to start it, and code 2',
    async (start, args) => {
      const { code, out, err } = await node(start, ...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err.trimEnd().split('\n')).toEqual([
        expect.stringMatching(/。$/u),
        expect.stringMatching(/^用法：.*--data/u),
      ]);
    },
  );
});
