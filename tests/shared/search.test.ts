import { describe, expect, it } from 'vitest';
import { nameKeys, searchWords } from '../../shared/model/search.ts';

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
});
