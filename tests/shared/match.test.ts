import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf, matchProjects, mergeRead, type ProjectMatch } from '../../shared/match/index.ts';
import { looseKey, strictKey } from '../../shared/match/names.ts';
import { similarity } from '../../shared/match/similarity.ts';
import { undoChanges } from '../../shared/model/diff.ts';
import { LEVEL2_KINDS } from '../../shared/model/level2.ts';
import { emptyContent, emptyIndicator, type Indicator, type ProjectContent } from '../../shared/model/project.ts';
import { sampleProjects } from '../../shared/sample/index.ts';

const named = (name: string, more: Partial<ProjectContent> = {}): ProjectContent => ({
  ...emptyContent(),
  name,
  ...more,
});

const storedAs = (contents: readonly ProjectContent[]) =>
  contents.map((content, index) => ({ id: `s${index}`, content, state: 'draft' as const }));

const matchNames = (read: readonly string[], stored: readonly string[]): ProjectMatch[] =>
  matchProjects(
    read.map((name) => named(name)),
    storedAs(stored.map((name) => named(name))),
  );

const one = (read: ProjectContent, ...stored: ProjectContent[]): ProjectMatch | undefined =>
  matchProjects([read], storedAs(stored))[0];

let count = 0;
const sample = (): ProjectContent[] => sampleProjects(() => `i${(count += 1)}`);

describe('a project that was read', () => {
  it.each([
    ['农村道路维护', '农村 道路维护'],
    ['农村道路维护（一期）', '农村道路维护(一期)'],
    ['1.村级运转经费', '村级运转经费'],
    ['（三）村级运转经费', '村级运转经费'],
    ['十二、村级运转经费', '村级运转经费'],
    ['2024年度村级运转经费', '村级运转经费'],
    ['示例镇（本级）运转经费', '示例镇运转经费'],
    ['“三资”管理经费', '三资管理经费'],
    ['农村道路维护项目', '农村道路维护'],
    ['ＡＢＣ中心运转', 'abc中心运转'],
  ])('%s is the stored %s by its name', (read, stored) => {
    expect(matchNames([read], ['别的项目', stored])[0]).toMatchObject({ storedId: 's1', by: 'name', similarity: 1 });
  });

  it.each([
    ['农村道路维护一期', '农村道路维护二期'],
    ['人居环境整治第1批', '人居环境整治第2批'],
    ['青山村高标准农田建设项目', '绿水村高标准农田建设项目'],
    ['3.8妇女节活动经费', '8妇女节活动经费'],
    ['征兵工作经费', '妇联工作经费'],
    ['村级运转', '危房改造'],
  ])('%s is never taken for %s', (read, stored) => {
    expect(matchNames([read], [stored])[0]).toMatchObject({ kind: 'new', storedId: null });
  });

  it('goes by its code first, whatever it is called now', () => {
    const code = '63012300024T000000550';
    const match = one(named('改了名的项目', { code }), named('改了名的项目'), named('老名字', { code }));
    expect(match).toMatchObject({ storedId: 's1', by: 'code', kind: 'changed' });
  });

  it('of several with one code goes by its name among them', () => {
    const code = '407001';
    const read = ['甲项目', '乙项目'].map((name) => named(name, { code }));
    const found = matchProjects(read, storedAs([named('乙项目', { code }), named('甲项目', { code })]));
    expect(found.map(({ storedId }) => storedId)).toEqual(['s1', 's0']);
  });

  it('keeps years apart where both are there, and ignores the year where one is', () => {
    const both = matchNames(['2023年道路项目', '2024年道路项目'], ['2024年道路项目', '2023年道路项目']);
    expect(both.map(({ storedId }) => storedId)).toEqual(['s1', 's0']);
    expect(matchNames(['2024年道路项目'], ['道路项目'])[0]?.storedId).toBe('s0');
  });

  it('that is nearly the same is proposed; where two are nearly as likely a person must say which', () => {
    expect(matchNames(['村级组织运转经弗'], ['村级组织运转经费'])[0]).toMatchObject({ by: 'similar', storedId: 's0' });
    const doubtful = matchNames(['人居环境整治补助'], ['人居环境整治补偿', '人居环境整治补贴'])[0];
    expect(doubtful).toMatchObject({ kind: 'new', storedId: null });
    expect(doubtful?.candidates).toHaveLength(2);
  });

  it('of two with one name goes by the amount', () => {
    const money = (total: string) => ({ funds: { total, fiscal: '', other: '' } });
    const read = [named('公益岗位', money('2')), named('公益岗位', money('1'))];
    const found = matchProjects(read, storedAs([named('公益岗位', money('1')), named('公益岗位', money('2'))]));
    expect(found.map(({ storedId }) => storedId)).toEqual(['s1', 's0']);
  });
});

const WORKS =
  '道路硬化 人居环境整治 安全饮水提升 河道清理 高标准农田建设 文化广场建设 垃圾清运 养老服务 防汛物资采购'.split(' ');
const VILLAGES = '青山村 绿水村 白石村 南坡村 河东社区'.split(' ');

describe('thresholds on made names', () => {
  it('find most names with a slip in them', () => {
    const slips = WORKS.flatMap((work) => {
      const name = `农村${work}专项经费`;
      const letters = Array.from(name);
      return letters.map((_, at) => [name, letters.with(at, '口').join('')] as const);
    });
    const found = slips.filter(([name, slip]) => matchNames([slip], [name, '别的项目'])[0]?.storedId === 's0');
    expect(found.length / slips.length).toBeGreaterThan(0.95);
  });

  it('take no work of one village for that of another, nor one work for another', () => {
    const names = VILLAGES.flatMap((village) => WORKS.map((work) => `${village}${work}项目`));
    const wrong = names.filter(
      (name) =>
        matchNames(
          [name],
          names.filter((other) => other !== name),
        )[0]?.storedId !== null,
    );
    expect(wrong).toEqual([]);
  });
});

describe('matching', () => {
  it('finds every project of a list in it, in any order, as the same', () => {
    const projects = sample();
    fc.assert(
      fc.property(
        fc.shuffledSubarray(projects),
        fc.shuffledSubarray(projects, { minLength: projects.length }),
        (read, stored) => {
          const kept = storedAs(stored);
          for (const [index, match] of matchProjects(read, kept).entries()) {
            expect(match.kind).toBe('same');
            expect(kept.find(({ id }) => id === match.storedId)?.content).toBe(read[index]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds a stored project once at most, and never calls one that is found a candidate', () => {
    const name = fc.tuple(
      fc.constantFrom(...VILLAGES, ''),
      fc.constantFrom(...WORKS),
      fc.constantFrom('', '项目', '经费', '一期'),
    );
    const names = fc.array(
      name.map((parts) => parts.join('')),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(names, names, (read, stored) => {
        const found = matchNames(read, stored);
        const taken = found.flatMap(({ storedId }) => storedId ?? []);
        expect(new Set(taken).size).toBe(taken.length);
        for (const { candidates } of found) expect(candidates.filter((id) => taken.includes(id))).toEqual([]);
      }),
    );
  });

  it('measures similarity both ways alike, 1 only for the same', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('村道路修建一')) }),
        fc.string({ unit: fc.constantFrom(...Array.from('村道路修建一')) }),
        (a, b) => {
          expect(similarity(a, b)).toBe(similarity(b, a));
          expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
          expect(similarity(a, b) === 1).toBe(a === b);
        },
      ),
    );
  });

  it('keys a key as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('村道路（）().一2024年度、本级项目')) }), (name) => {
        expect(looseKey(strictKey(name)) === '').toBe(strictKey(name) === '');
      }),
    );
  });
});

const text = fc.constantFrom('', '甲', '乙', ' 甲', '95%', '≥95%', '１２', '12', '12万元');
const amounts = fc.record({ total: text, fiscal: text, other: text });
const executed = fc.record({ initial: text, adjusted: text, executed: text });

const indicator = fc.record({
  ...{ kind: fc.constantFrom(...LEVEL2_KINDS), level1: text, level2: text, level3: text, description: text },
  ...{ requirement: fc.constantFrom('hard', 'required', null), printed: text, value: text, unit: text, weight: text },
  ...{ operator: fc.constantFrom('', '≥'), basis: text, note: text, actual: text, score: text, deviation: text },
});

const indicators = (prefix: string): fc.Arbitrary<Indicator[]> =>
  fc.array(indicator, { maxLength: 5 }).map((rows) => rows.map((row, index) => ({ id: `${prefix}${index}`, ...row })));

/** `prefix` keeps ids of what is read apart from those that are stored, or not. */
const content = (prefix: string): fc.Arbitrary<ProjectContent> =>
  fc.record({
    ...{ name: text, code: text, departmentAndCode: text, implementingUnit: text, attribute: text, period: text },
    ...{
      category: text,
      amountUnit: fc.constantFrom('万元', '元'),
      funds: amounts,
      midtermFunds: amounts,
      usage: text,
    },
    spendingPlan: fc.array(fc.record({ by: text, percent: text }), { maxLength: 2 }),
    ...{ goals: fc.array(text, { maxLength: 3 }), midtermGoals: fc.array(text, { maxLength: 2 }) },
    ...{ indicators: indicators(prefix), midtermIndicators: indicators(`${prefix}m`) },
    execution: fc.record({ total: executed, fiscal: executed, carried: executed, other: executed }),
    ...{ goalsActual: text, evaluationScore: text },
  });

/** A paper whose indicators can be told apart: twins without names have no order of their own. */
const plain = (read: ProjectContent): ProjectContent => {
  const withNames = (rows: readonly Indicator[]): Indicator[] =>
    rows.map((row, index) => ({ ...row, level3: '甲乙丙丁戊'.charAt(index) }));
  return { ...read, indicators: withNames(read.indicators), midtermIndicators: withNames(read.midtermIndicators) };
};

describe('laying a paper over a project', () => {
  it('twice is laying it over once', () => {
    fc.assert(
      fc.property(content('a'), fc.constantFrom('a', 'b').chain(content).map(plain), (stored, read) => {
        const once = mergeRead(stored, read);
        expect(mergeRead(once, read)).toEqual(once);
        expect(differencesOf(once, read)).toEqual([]);
      }),
    );
  });

  it('changes nothing where the paper says nothing, or the same', () => {
    fc.assert(
      fc.property(content('a'), (stored) => {
        expect(mergeRead(stored, emptyContent())).toEqual(stored);
        expect(mergeRead(stored, stored)).toEqual(stored);
      }),
    );
  });

  it('can be undone by its differences', () => {
    fc.assert(
      fc.property(content('a'), content('b'), (stored, read) => {
        expect(undoChanges(mergeRead(stored, read), differencesOf(stored, read))).toEqual(stored);
      }),
    );
  });

  it('keeps no two indicators under one id', () => {
    fc.assert(
      fc.property(content('a'), content('a'), (stored, read) => {
        const { indicators: rows } = mergeRead(stored, read);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      }),
    );
  });

  const road = named('道路', {
    usage: '养护',
    funds: { total: '95.0832', fiscal: '90', other: '5.0832' },
    indicators: [
      { ...emptyIndicator('i1', 'quantity'), level3: '维护里程', printed: '≥12公里', basis: '计划' },
      { ...emptyIndicator('i2', 'satisfaction'), level3: '群众满意度', printed: '≥95%' },
    ],
  });

  it('keeps what the form does not print', () => {
    const read = named('道路', { indicators: road.indicators.map((row) => ({ ...row, id: `x${row.id}`, basis: '' })) });
    expect(differencesOf(road, read)).toEqual([]);
  });

  it('compares amounts in 分, whatever their unit', () => {
    const inYuan = { total: '950832', fiscal: '900000.00', other: '50,832' };
    expect(differencesOf(road, named('道路', { amountUnit: '元', funds: inYuan }))).toEqual([]);
    const changed = mergeRead(
      road,
      named('道路', { amountUnit: '元', funds: { total: '960832', fiscal: '', other: '' } }),
    );
    expect([changed.amountUnit, changed.funds]).toEqual(['元', { total: '960832', fiscal: '900000', other: '50832' }]);
  });

  it('names an indicator by its stored id, and finds it by its name', () => {
    const read = named('道路', {
      indicators: [
        { ...emptyIndicator('n1', 'satisfaction'), level3: '1.群众满意度', printed: '≥96%' },
        { ...emptyIndicator('n2', 'quantity'), level3: '维护里程', printed: '大于等于12公里' },
      ],
    });
    expect(differencesOf(road, read)).toEqual([
      { path: 'indicators', before: ['i1', 'i2'], after: ['i2', 'i1'] },
      { path: 'indicators.i2.printed', before: '≥95%', after: '≥96%' },
    ]);
  });
});
