import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeValue, readValue } from '../../shared/model/value.ts';

const short = (printed: string): string => {
  const { operator, value, unit, kind } = readValue(printed);
  return [kind, operator, value, unit].join('|');
};

describe('a printed value', () => {
  it.each([
    ['≥95%', 'number|≥|95|%'],
    ['41 人', 'number||41|人'],
    ['600 元/人 /年', 'number||600|元/人/年'],
    ['1,250.5 元', 'number||1250.5|元'],
    ['３００ 元', 'number||300|元'],
    ['大于等于95%', 'number|≥|95|%'],
    ['不低于 90%', 'number|≥|90|%'],
    ['不超过20万元', 'number|≤|20|万元'],
    ['3次及以上', 'number|≥|3|次'],
    ['4.5/平方米', 'number||4.5|/平方米'],
    ['120m2', 'number||120|m2'],
    ['5个单位', 'number||5|个单位'],
    ['12个月', 'number||12|个月'],
    ['二次', 'number||2|次'],
    ['二十五人', 'number||25|人'],
    ['每村 30000 元/村', 'number||30000|元/村'],
    ['每人600元', 'number||600|元/人'],
    ['≥0', 'number|≥|0|'],
    ['800', 'number||800|'],
  ])('%s is a number with its unit', (printed, reading) => expect(short(printed)).toBe(reading));

  it.each([
    ['10-20', 'range||10-20|'],
    ['10~20 人', 'range||10-20|人'],
    ['5—8次', 'range||5-8|次'],
    ['3至5次', 'range||3-5|次'],
    ['1-2万元/个', 'range||1-2|万元/个'],
    ['2 万元/个-5 万元/个', 'range||2-5|万元/个'],
    ['2000 元-5000 元/人', 'range||2000-5000|元/人'],
    ['5%-8%', 'range||5-8|%'],
  ])('%s is a range', (printed, reading) => expect(short(printed)).toBe(reading));

  it.each([
    '2024 年底',
    '2024年度',
    '2024年1月至12月',
    '2024-06-30',
    '1-12月',
    '12月底前',
    '1年内',
    '每月 15 日前',
    '每年 6 月底前',
    '每季度末',
    '一年内',
    '每季度',
    '按月',
    '全年',
  ])('%s is a time without a value', (printed) => expect(short(printed)).toBe('time|||'));

  it.each(['不断提升', '按时足额', '增幅20%', '100%完成', '约100人', '10人-5次', '1:3', '5年来首次'])(
    '%s is words',
    (printed) => expect(short(printed)).toBe('words|||'),
  );

  it.each(['', ' ', '\n\t'])('%j is blank', (printed) => expect(short(printed)).toBe('blank|||'));

  it('reads back what it prints', () => {
    const operator = fc.constantFrom('', '≥', '≤', '=', '>', '<');
    const unit = fc.constantFrom('', '%', '人', '元/人/年', '个村', '万元', '人次');
    fc.assert(
      fc.property(operator, fc.nat({ max: 9_999_999 }), unit, (sign, number, word) => {
        expect(readValue(`${sign} ${number} ${word}`)).toEqual({
          operator: sign,
          value: String(number),
          unit: word,
          kind: 'number',
        });
      }),
    );
  });

  it('never throws and never hangs, whatever is typed', () => {
    const piece = fc.constantFrom(
      '2024',
      '年',
      '月',
      '底',
      '-',
      '12',
      '元',
      '/',
      '每',
      '前',
      '内',
      '本年度',
      ' ',
      '≥',
      ',',
      '十',
      '次',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
        ),
        (text) => describeValue(text) !== '',
      ),
    );
  });
});

describe('how a value was understood', () => {
  it.each([
    ['≥95%', '大于等于 95，单位 %'],
    ['10-20 人', '10 到 20，单位 人'],
    ['800', '800，没有单位'],
    ['2024 年底', '时间'],
    ['不断提升', '文字说明'],
    ['', '未填'],
  ])('%s: %s', (printed, words) => expect(describeValue(printed)).toBe(words));
});
