import { expect, test } from 'vitest';
import { isLocal, isOurs } from '../../electron/desktop/origin.ts';
import { mayHave } from '../../electron/desktop/permissions.ts';

test.each(['app://jixiao/', 'app://jixiao/print/abc?x=http://evil/'])('%s is our own', (address) => {
  expect(isOurs(address)).toBe(true);
});

const FOREIGN = [
  'http://evil/?next=app://jixiao/',
  'app://evil/',
  'app://jixiao.evil/',
  'app://jixiao@evil/',
  'app://user@jixiao/',
  'app://jixiao:8080/',
  'xapp://jixiao/',
  'file:///app://jixiao/',
  'about:blank',
  'javascript:alert(1)',
  'jixiao',
  '',
];

test.each(FOREIGN)('%s is not', (address) => {
  expect(isOurs(address)).toBe(false);
});

test('bytes the page made itself are local, the rest of the world is not', () => {
  expect(isLocal('blob:app://jixiao/5b1c', false)).toBe(true);
  expect(isLocal('data:image/png;base64,AA==', false)).toBe(true);
  expect(['https://evil/', 'ws://evil/', 'file:///etc/passwd'].some((address) => isLocal(address, true))).toBe(false);
});

test('developer tools load only while developing', () => {
  expect(isLocal('devtools://devtools/x.html', true)).toBe(true);
  expect(isLocal('devtools://devtools/x.html', false)).toBe(false);
});

test('our page may write to the clipboard; nobody may do anything else', () => {
  expect(mayHave('clipboard-sanitized-write', 'app://jixiao/')).toBe(true);
  expect(mayHave('clipboard-sanitized-write', 'app://evil/')).toBe(false);
  for (const permission of ['clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal', 'fileSystem'])
    expect(mayHave(permission, 'app://jixiao/'), permission).toBe(false);
});
