import { describe, expect, it } from 'vitest';
import { ExpectedError } from '../../shared/model/errors.ts';
import { toRecognised } from '../../shared/recognise/content.ts';
import { readExchange } from '../../shared/recognise/exchange.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';
import { samples } from './samples.ts';

const recognised = (): RecognisedDocument => ({
  document: {
    ...{
      file: '目标.xlsx',
      title: '绩效文本',
      layout: 'dossier',
      year: '2024',
      department: '示例镇',
      unitCode: '900001',
    },
    ...{ total: '1,536.74', overallGoals: ['总体。'], subGoals: [], safeguards: ['保障。'] },
  },
  projects: samples().map((content) => ({
    ...toRecognised({ ...content, midtermGoals: ['三年。'], midtermIndicators: content.indicators }),
    doubts: [
      { path: 'indicators.0.value', kind: 'not-a-number', message: '看不清。', at: 3 },
      {
        ...{ path: 'indicators.1.kind', kind: 'left-out', message: '这一格没有读进来。', at: null, confidence: 0.4 },
        place: { table: 0, at: 9, column: 2 },
        alternatives: [{ label: '改成质量指标', changes: [{ path: 'indicators.1', value: null }] }],
      },
    ],
    places: { name: { table: 0, at: 7, column: 1 }, 'indicators.0.level3': { table: 1, at: 12, column: 3 } },
    source: { table: '表1', at: 7 },
  })),
});

const refusal = (text: string): ExpectedError => {
  try {
    readExchange(text, '交换.json');
  } catch (error) {
    if (error instanceof ExpectedError) return error;
    throw error;
  }
  throw new Error('was read');
};

/** A document with one project and one indicator, as far as somebody cared to write it. */
const transcribed = (project: object, indicator: object = {}): string =>
  JSON.stringify({ document: {}, projects: [{ indicators: [indicator], ...project }] });

describe('a recognised document as text', () => {
  it('is read back as it was, alone or in a list, with a byte order mark or without', () => {
    const document = recognised();
    expect(readExchange(JSON.stringify(document), 'x.json')).toEqual([document]);
    expect(readExchange(`\uFEFF${JSON.stringify([document, document])}`, 'x.json')).toEqual([document, document]);
    expect(readExchange('[]', 'x.json')).toEqual([]);
  });

  it('may be a transcription with nothing but what is known', () => {
    const [read] = readExchange(transcribed({ name: '村干部报酬', total: 2.46, notes: '不认识的' }), '抄写.json');
    expect(read?.document).toEqual({
      ...{ file: '抄写.json', title: null, layout: null, year: null, department: null, unitCode: null },
    });
    expect(read?.projects[0]).toMatchObject({
      name: '村干部报酬',
      total: '2.46',
      goals: [],
      spendingPlan: null,
      doubts: [],
    });
    expect(read?.projects[0]).not.toHaveProperty('notes');
  });

  it('takes numbers where people write them: percentages, weights, years', () => {
    const text = transcribed({ spendingPlan: [{ by: '3月底', percent: 25 }] }, { value: 31, weight: 7.5 });
    const [project] = readExchange(text, 'x.json')[0]?.projects ?? [];
    expect(project?.spendingPlan).toEqual([{ by: '3月底', percent: '25%' }]);
    expect(project?.indicators[0]).toMatchObject({ value: '31', weight: '7.5' });
  });

  it.each([
    ['产出指标', '数量指标', 'quantity'],
    ['产出指标', '成本指标', 'cost'],
    ['成本指标', '经济成本指标', 'economicCost'],
    ['成本指标', '生态环境成本', 'ecologicalCost'],
    ['效益指标', '可持续影响', 'sustainable'],
    ['效益指标', '经济效益', 'economic'],
    ['满意度指标', null, 'satisfaction'],
    ['满意度指标', '服务对象满意度指标', 'satisfaction'],
    ['效益指标', '履职效能', 'other'],
    [null, null, 'other'],
  ])('knows by the labels %s, %s that an indicator is of the kind %s', (level1, level2, kind) => {
    const [read] = readExchange(transcribed({}, { level1, level2 }), 'x.json');
    expect(read?.projects[0]?.indicators[0]?.kind).toBe(kind);
  });

  it.each([
    ['不是', 'file-unreadable', '不是完整的 JSON'],
    ['{"document": {', 'file-unreadable', '不是完整的 JSON'],
    ['"text"', 'file-foreign', '不是识别结果'],
    ['{}', 'file-foreign', 'document 不合要求'],
    ['{"document": {"layout": "annex9"}, "projects": []}', 'file-foreign', 'document.layout 不合要求'],
    [transcribed({ amountUnit: '美元' }), 'file-foreign', 'projects.0.amountUnit 不合要求'],
    [transcribed({}, { kind: 'nothing' }), 'file-foreign', 'projects.0.indicators.0.kind 不合要求'],
    [transcribed({ name: '长'.repeat(2_001) }), 'file-foreign', 'projects.0.name 不合要求'],
    [transcribed({ goals: ['长'.repeat(20_001)] }), 'file-foreign', 'projects.0.goals.0 不合要求'],
    [transcribed({ indicators: Array(501).fill({}) }), 'file-foreign', 'projects.0.indicators 不合要求'],
    [JSON.stringify([{ document: {}, projects: [{ total: {} }] }]), 'file-foreign', '0.projects.0.total 不合要求'],
  ])('that is none is refused with the place: %.60s', (text, code, words) => {
    const error = refusal(text);
    expect(error.code).toBe(code);
    expect(error.message).toContain('“交换.json”');
    expect(error.message).toContain(words);
    expect(error.nextStep).not.toBe('');
  });
});
