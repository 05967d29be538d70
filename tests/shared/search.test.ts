import { describe, expect, it } from 'vitest';
import { nameKeys, searchWords, wordForms } from '../../shared/model/search.ts';

describe('what a name is found by', () => {
  it('is its text, its pinyin and its initials', () => {
    expect(nameKeys('道路 维护（2024）').search.split('\n')).toEqual([
      '道路维护(2024)',
      'daoluweihu(2024)',
      'dlwh(2024)',
    ]);
  });

  it('has ü as v, as keyboards do, and knows that 绿化 is not lu hua', () => {
    expect(nameKeys('绿化').search).toContain('lvhua');
  });

  it('keeps a character nobody can spell', () => {
    expect(nameKeys('𬀩巷').search.split('\n')[1]).toMatch(/xiang$/u);
  });
});

describe('names in order', () => {
  it('stand as in a dictionary, syllable by syllable', () => {
    const order = (name: string) => nameKeys(name).order;
    const names = ['西安', '先行', '社区', '道路', '办公'];
    expect([...names].sort((a, b) => (order(a) < order(b) ? -1 : 1))).toEqual(['办公', '道路', '社区', '西安', '先行']);
  });
});

describe('the words of a search', () => {
  it('are folded, and none where nothing was typed', () => {
    expect(searchWords(' ＬＪ　清运 ')).toEqual(['lj', '清运']);
    expect(searchWords('　 ')).toEqual([]);
  });

  it('find what is typed half in characters, half in pinyin or initials', () => {
    const found = (word: string, name: string) => wordForms(word).some((form) => nameKeys(name).search.includes(form));
    expect(found('两个zhongxin', '两个中心建设')).toBe(true);
    expect(found('zhong心', '两个中心建设')).toBe(true);
    expect(found('两个zx', '两个中心建设')).toBe(true);
    expect(found('a类', '2024年A类补助')).toBe(true);
    expect(found('三个zhongxin', '两个中心建设')).toBe(false);
  });

  it('do not find other characters of the same sound', () => {
    expect(wordForms('中心')).toEqual(['中心']);
    expect(wordForms('2024年')).toEqual(['2024年']);
  });
});
