import { afterEach, describe, expect, it } from 'vitest';
import { belongsToIme, focusNextField, isTyping, keyName, watchComposition } from '../../renderer/src/lib/keyboard.ts';

const key = (name: string, init: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key: name, ...init });

describe('a key that belongs to the input method', () => {
  const stops: (() => void)[] = [];
  afterEach(() => stops.splice(0).forEach((stop) => stop()));

  it('is every key while a composition runs', () => {
    expect(belongsToIme(key('Enter', { isComposing: true }))).toBe(true);
    expect(belongsToIme(key('1', { isComposing: true }))).toBe(true);
  });

  it('is key code 229, which Chromium sends for keys the input method took', () => {
    expect(belongsToIme(key('Process', { keyCode: 229 }))).toBe(true);
    expect(belongsToIme(key('Enter', { keyCode: 229 }))).toBe(true);
  });

  it('is seen through a React event too', () => {
    const react = { key: 'Enter', keyCode: 13, timeStamp: 0, nativeEvent: { isComposing: true } };
    expect(belongsToIme(react)).toBe(true);
  });

  it('is the Enter right after a composition, which some input methods send as an ordinary key', () => {
    stops.push(watchComposition(document));
    document.dispatchEvent(new CompositionEvent('compositionend'));
    expect(belongsToIme(key('Enter'))).toBe(true);
    expect(belongsToIme(key('a'))).toBe(false);
  });

  it('is no longer the Enter a person types a moment later', async () => {
    stops.push(watchComposition(document));
    document.dispatchEvent(new CompositionEvent('compositionend'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(belongsToIme(key('Enter'))).toBe(false);
  });

  it('is no plain Enter', () => {
    expect(belongsToIme(key('Enter', { keyCode: 13 }))).toBe(false);
  });
});

describe('the name of a key', () => {
  it('carries its modifiers in one order, ⌘ as Ctrl', () => {
    expect(keyName(key('z', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+Z');
    expect(keyName(key('z', { metaKey: true }))).toBe('Ctrl+Z');
    expect(keyName(key('1', { altKey: true }))).toBe('Alt+1');
    expect(keyName(key('Enter', { shiftKey: true }))).toBe('Shift+Enter');
  });

  it('does not count Shift for signs, which need it on some keyboards', () => {
    expect(keyName(key('?', { shiftKey: true }))).toBe('?');
    expect(keyName(key('/'))).toBe('/');
  });
});

describe('Enter from field to field', () => {
  const form = (html: string): HTMLElement => {
    document.body.innerHTML = html;
    return document.body;
  };

  it('goes on to the next field that can be typed in, and selects what is there', () => {
    const root = form(
      '<input id="a"><input id="b" disabled><input type="hidden"><input id="c" readonly><input id="d" value="95%">',
    );
    expect(focusNextField(root, root.querySelector('#a'))).toBe(true);
    const last = root.querySelector<HTMLInputElement>('#d');
    expect(document.activeElement).toBe(last);
    expect([last?.selectionStart, last?.selectionEnd]).toEqual([0, 3]);
  });

  it('says so at the last field', () => {
    const root = form('<input id="a"><textarea id="b"></textarea>');
    expect(focusNextField(root, root.querySelector('#b'))).toBe(false);
  });

  it('knows where a letter is text', () => {
    const root = form(
      '<input id="a"><input id="b" type="checkbox"><textarea id="c"></textarea><button id="d"></button>',
    );
    const typing = ['a', 'b', 'c', 'd'].map((id) => isTyping(root.querySelector(`#${id}`)));
    expect(typing).toEqual([true, false, true, false]);
  });
});
