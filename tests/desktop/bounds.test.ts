import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isReachable, readPlace, writePlace } from '../../electron/desktop/bounds.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const second = { x: 1366, y: -200, width: 1920, height: 1040 };
const at = (x: number, y: number) => ({ x, y, width: 1200, height: 700 });

test('a window on any display can be reached', () => {
  expect(isReachable(at(20, 20), [laptop])).toBe(true);
  expect(isReachable(at(1500, -150), [laptop, second])).toBe(true);
});

test('a window on a display that was unplugged cannot', () => {
  expect(isReachable(at(1500, -150), [laptop])).toBe(false);
});

test('a window whose title bar is outside cannot', () => {
  expect(isReachable(at(20, -60), [laptop])).toBe(false);
  expect(isReachable(at(20, 720), [laptop])).toBe(false);
  expect(isReachable(at(-1150, 20), [laptop])).toBe(false);
});

const scratch = mkdtempSync(path.join(tmpdir(), 'jixiao-bounds-'));

test('a place is read as it was written', () => {
  const file = path.join(scratch, 'window.json');
  const place = { ...at(5, 6), maximized: true };
  writePlace(file, place);
  expect(readPlace(file)).toEqual(place);
});

test.each(['', '{', '{"x":1}', '{"x":"1","y":1,"width":1,"height":1,"maximized":false}', '[]'])(
  'a damaged note (%s) is no place',
  (text) => {
    const file = path.join(scratch, 'damaged.json');
    writeFileSync(file, text);
    expect(readPlace(file)).toBeNull();
  },
);

test('where nothing can be written, nothing happens', () => {
  expect(() => writePlace(path.join(scratch, 'none/window.json'), { ...at(1, 1), maximized: false })).not.toThrow();
});
