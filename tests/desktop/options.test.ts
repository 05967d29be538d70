import { expect, test } from 'vitest';
import { dataOption } from '../../electron/desktop/options.ts';

test.each([
  [['--data', '/a b'], '/a b'],
  [['--data=/a'], '/a'],
  [['--no-sandbox', '--inspect=0', '.', '--data', 'C:\\数据'], 'C:\\数据'],
  [['.'], undefined],
  [['--data='], undefined],
  [['--data'], undefined],
])('%j means the data folder %j', (args, folder) => {
  expect(dataOption(args)).toBe(folder);
});
