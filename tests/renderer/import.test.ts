import { describe, expect, it } from 'vitest';
import { otherDoubts, placeDoubts } from '../../renderer/src/importing/doubts.ts';
import {
  printedYear,
  sourcesReducer,
  takenCount,
  type ImportPreview,
  type Source,
} from '../../renderer/src/importing/sources.ts';
import { unitOfSources } from '../../renderer/src/importing/unit-of.ts';
import { readySources } from '../../renderer/src/importing/sources.ts';
import { emptyContent } from '../../shared/model/project.ts';
import { UNIT_DEFAULTS } from '../../shared/model/unit.ts';
import type { RecognisedProject } from '../../shared/recognise/recognised.ts';

const project = (name: string, change: Partial<RecognisedProject> = {}): RecognisedProject => ({
  name,
  code: null,
  departmentAndCode: '示例县示例镇人民政府407001',
  implementingUnit: '示例县示例镇人民政府本级',
  attribute: null,
  period: null,
  category: null,
  amountUnit: '万元',
  total: '5',
  fiscal: '5',
  other: null,
  usage: null,
  spendingPlan: null,
  goals: [],
  indicators: [],
  doubts: [],
  source: { table: '1', at: 1 },
  ...change,
});

const preview = (projects: readonly RecognisedProject[], alreadyThere: readonly string[] = []): ImportPreview => ({
  importId: 'i1',
  file: '去年.xlsx',
  recognised: {
    document: {
      file: '去年.xlsx',
      title: null,
      layout: 'annex2',
      year: '2023',
      department: '示例县示例镇人民政府',
      unitCode: null,
    },
    projects,
  } as ImportPreview['recognised'],
  contents: projects.map(({ name }) => ({ ...emptyContent(), name: name ?? '' })),
  unitName: '',
  projectUnits: projects.map(() => ({ name: '', code: '', unitId: '' })),
  alreadyThere: projects.map((_, index) => alreadyThere[index] ?? ''),
  ...{ notes: [], hiddenSheets: [], tables: [], isApproval: false },
});

const read = (...previews: ImportPreview[]): readonly Source[] =>
  previews.reduce<readonly Source[]>((sources, one, index) => {
    const key = String(index);
    const reading = sourcesReducer(sources, { type: 'reading', key, name: one.file });
    return sourcesReducer(reading, { type: 'read', key, preview: one });
  }, []);

describe('a doubt', () => {
  it('stands beside the field in which it can be settled', () => {
    const placed = placeDoubts([
      { path: 'amountUnit', message: '单位？' },
      { path: 'total', message: '总额？' },
      { path: 'goals.1', message: '目标？' },
      { path: 'indicators.2.level3', message: '名称？' },
      { path: 'indicators.2.printedValue', message: '值？' },
      { path: 'indicators.3', message: '哪一行？' },
    ]);
    expect([...placed.fields.keys()]).toEqual(['amountUnit', 'funds.total', 'goals.0']);
    expect(placed.indicators.get(2)).toEqual({ level3: ['名称？'], printed: ['值？'], row: [] });
    expect(placed.indicators.get(3)?.row).toEqual(['哪一行？']);
    expect(placed.count).toBe(6);
  });

  it('is told all the same where the page has no field for it', () => {
    expect(otherDoubts(placeDoubts([{ path: 'spendingPlan', message: '计划？' }]), new Set())).toEqual(['计划？']);
  });
});

describe('the files on the import page', () => {
  it('take everything that is new, and nothing that is there already', () => {
    const sources = read(preview([project('甲'), project('乙')], ['', '乙']));
    expect(takenCount(sources)).toBe(1);
    expect(takenCount(sourcesReducer(sources, { type: 'takeAll', take: true }))).toBe(2);
  });

  it('keep what one file said when another one fails', () => {
    const one = read(preview([project('甲')]));
    const two = sourcesReducer(one, { type: 'reading', key: 'bad', name: '坏.xlsx' });
    const trouble = { code: 'file-unreadable', message: '读不了', nextStep: '', details: '' } as const;
    const failed = sourcesReducer(two, { type: 'failed', key: 'bad', trouble });
    expect(failed.map(({ state }) => state)).toEqual(['ready', 'failed']);
    expect(takenCount(failed)).toBe(1);
  });

  it('change one project and leave the others the very same, so that they are not drawn again', () => {
    const before = read(preview([project('甲'), project('乙')]));
    const after = sourcesReducer(before, { type: 'change', key: '0', index: 1, change: { take: false } });
    const [old] = readySources(before);
    const [now] = readySources(after);
    expect(now?.drafts[0]).toBe(old?.drafts[0]);
    expect(now?.drafts[1]?.take).toBe(false);
  });

  it('say which year is printed on them', () => {
    expect(printedYear(read(preview([project('甲')])))).toBe(2023);
    expect(printedYear([])).toBeNull();
  });
});

describe('a first unit proposed from the papers', () => {
  it('has the name most projects carry, and the code behind the department', () => {
    const sources = read(preview([project('甲', { implementingUnit: '某站' }), project('乙'), project('丙')]));
    expect(unitOfSources(readySources(sources), 2024)).toEqual({
      ...UNIT_DEFAULTS,
      name: '示例县示例镇人民政府本级',
      department: '示例县示例镇人民政府',
      departmentCode: '407001',
      code: '',
      year: 2024,
      operator: '',
    });
  });
});
