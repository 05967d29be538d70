import { describe, expect, it } from 'vitest';
import { mentionsOf } from '../../shared/carry/mentions.ts';

const YEARS = { from: 2024, to: 2025 };
const TEXT = { period: false, value: false };

/** `text → proposed kind!` per mention; `!` where it is sure, `?` where it is only shown. */
const told = (text: string, place: Partial<typeof TEXT> = {}, years = YEARS): string[] =>
  mentionsOf(text, years, { ...TEXT, ...place }).map(
    ({ text: from, proposed, kind, sure }) => `${from}→${proposed ?? ''} ${kind}${sure ? '!' : '?'}`,
  );

describe('the old year', () => {
  it.each([
    ['2024年底', '2024年→2025年 year!'],
    ['2024 年底前完成', '2024 年→2025 年 year!'],
    ['（2024年度）', '2024年度→2025年度 year!'],
    ['2024.12.31', '2024→2025 year!'],
    ['2024-06', '2024→2025 year!'],
    ['２０２４年', '２０２４年→２０２５年 year!'],
    ['二〇二四年', '二〇二四年→二〇二五年 year!'],
    ['二零二四年度', '二零二四年度→二零二五年度 year!'],
    ['24年度', '24年度→25年度 year!'],
    ['1.2024年完成整治', '2024年→2025年 year!'],
    ['完成整治，2024年底验收', '2024年→2025年 year!'],
    ['24年12月底', '24年→25年 year!'],
    ['2024县级预算编制通知', '2024→2025 year!'],
    ['森林防火（2024）', '2024→2025 year!'],
  ])('is changed: %s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('is changed at each of its places', () => {
    expect(told('2024年1月至2024年12月')).toEqual(['2024年→2025年 year!', '2024年→2025年 year!']);
  });

  it('keeps a day that is there every fourth year only', () => {
    expect(told('2024年2月29日前')).toEqual(['2024年2月29→2025年2月28 year!']);
    expect(told('2024年2月29日前', {}, { from: 2024, to: 2028 })).toEqual(['2024年→2028年 year!']);
    expect(told('2028年', {}, { from: 2028, to: 2029 })).toEqual(['2028年→2029年 year!']);
  });

  it('is changed to another year of Chinese digits with a zero as it was written', () => {
    expect(told('二○二九年', {}, { from: 2029, to: 2030 })).toEqual(['二○二九年→二○三○年 year!']);
  });
});

describe('what looks like the old year and may be none', () => {
  it.each([
    ['发放 2024 元', '2024→2025 number?'],
    ['受益群众≥2024', '2024→2025 number?'],
    ['2024人', '2024→2025 number?'],
  ])('is only shown: %s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('takes a bare number for a year in 项目期 and not in 指标值', () => {
    expect(told('2024', { period: true })).toEqual(['2024→2025 year!']);
    expect(told('2024', { value: true })).toEqual(['2024→2025 number?']);
  });

  it.each(['120240', '1.2024', '63012300024T000000550', '24个月', '工龄满24年以上', '24年期', 'T2024'])(
    'is left alone: %s',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );
});

describe('document numbers, history and money of earlier years', () => {
  it.each([
    ['按财预〔2023〕12号执行', '〔2023〕12号→ document?'],
    ['青财[2020]517 号', '[2020]517 号→ document?'],
    ['平财（2024）5号', '（2024）5号→ document?'],
    ['2024年第12号', '2024年第12号→ document?'],
    ['按GB/T 9704-2012排版', 'GB/T 9704-2012→ document?'],
    ['《2024年预算编制通知》', '2024年→2025年 document?'],
    ['2004年撤县设镇', '2004年→ history?'],
    ['自2024年起提高补贴标准', '2024年→2025年 history?'],
    ['2022年一事一议财政奖补', '2022年→ funds?'],
    ['2024年结转资金', '2024年→2025年 funds?'],
    ['较2023年增长5%', '2023年→2024年 base?'],
    ['兑现2022年村干部补贴', '2022年→2025年 older?'],
    ['2025年1月底前验收', '2025年→2026年 later?'],
  ])('are shown and not changed: %s', (text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('does not take a deadline for history', () => {
    expect(told('2024年建成', { value: true })).toEqual(['2024年→2025年 year!']);
  });

  it('does not warn of years to come', () => {
    expect(told('到2030年碳达峰')).toEqual([]);
  });
});

describe('spans of years', () => {
  it('are shifted by as many years, and only shown: the project may still run', () => {
    expect(told('2023-2025', { period: true })).toEqual(['2023-2025→2024-2026 range?']);
    expect(told('2022年—2024年', { period: true })).toEqual(['2022年—2024年→2023年—2025年 range?']);
    expect(told('2024年7月至2026年6月')).toEqual(['2024年7月至2026年→2025年7月至2027年 range?']);
  });

  it('are shifted where they are a season over the turn of the year', () => {
    expect(told('2024-2025学年补助')).toEqual(['2024-2025→2025-2026 range!']);
    expect(told('2024至2025年采暖季')).toEqual(['2024至2025年→2025至2026年 range!']);
  });

  it('that are over are told without a proposal', () => {
    expect(told('2016-2020年规划')).toEqual(['2016-2020年→ range?']);
  });

  it('of several years in words are told in 项目期 only', () => {
    expect(told('3年', { period: true })).toEqual(['3年→ period?']);
    expect(told('1年', { period: true })).toEqual([]);
    expect(told('3年')).toEqual([]);
  });
});

describe('words that move with the year', () => {
  it('are shown', () => {
    expect(told('比去年提高，明年持平')).toEqual(['去年→ relative?', '明年→ relative?']);
    expect(told('上年度结转')).toEqual(['上年度→ relative?']);
  });

  it.each(['60岁以上年龄', '过去年份', '出具证明年限', '每次年检一次年度'])(
    'are not seen in other words: %s',
    (text) => {
      expect(told(text).filter((one) => one.includes('relative'))).toEqual([]);
    },
  );
});
