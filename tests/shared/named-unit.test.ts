import { describe, expect, it } from 'vitest';
import { UNIT_DEFAULTS, type Unit } from '../../shared/model/unit.ts';
import { emptyContent } from '../../shared/model/project.ts';
import { toRecognised } from '../../shared/recognise/content.ts';
import { isNamed, partsByUnit, treeOf, unitAsNamed, type NamedUnit } from '../../shared/recognise/named-unit.ts';
import type { RecognisedDocument, RecognisedIndicator, RecognisedProject } from '../../shared/recognise/recognised.ts';

const project = (change: Partial<RecognisedProject> = {}): RecognisedProject => ({
  ...toRecognised(emptyContent()),
  ...change,
});

const documentOf = (
  projects: readonly RecognisedProject[],
  change: Partial<RecognisedDocument['document']> = {},
): RecognisedDocument => ({
  document: { file: 'x', title: null, layout: 'annex2', year: '2024', department: null, unitCode: null, ...change },
  projects,
});

const only = (document: RecognisedDocument): NamedUnit => {
  const [part, more] = partsByUnit(document);
  if (!part || more) throw new Error('one part');
  return part.named;
};

const UNIT: Unit = {
  ...UNIT_DEFAULTS,
  ...{
    id: 'u',
    name: '示例县示例镇人民政府本级',
    department: '示例县示例镇人民政府',
    departmentCode: '900001',
    code: '',
  },
};

describe('the unit of a document', () => {
  it('is 实施单位 where that is printed, with the code of its department', () => {
    const own = { implementingUnit: '示例镇本级', departmentAndCode: '示例镇人民政府 900001' };
    expect(only(documentOf([project(), project(own)], { department: '示例镇人民政府' }))).toEqual({
      ...{ name: '示例镇本级', code: '', department: '示例镇人民政府', departmentCode: '900001', own: true },
    });
  });

  it.each([
    ['744001-示例县城关镇人民政府（本级）', '744001', '示例县城关镇人民政府（本级）'],
    ['816001示例县官厅镇人民政府', '816001', '示例县官厅镇人民政府'],
    ['816001 — 示例镇', '816001', '示例镇'],
  ])('is taken apart where its code is printed before it: %s', (departmentAndCode, code, name) => {
    expect(only(documentOf([project({ departmentAndCode })], { layout: 'dossier' }))).toMatchObject({ code, name });
  });

  it('is the department where nothing else is printed, with the code of the table', () => {
    const document = documentOf([project()], {
      layout: 'disclosure',
      department: '示例县浩门镇政府',
      unitCode: '407001',
    });
    expect(only(document)).toMatchObject({ name: '示例县浩门镇政府', code: '407001', own: false });
    expect(only(documentOf([]))).toMatchObject({ name: '', own: false });
  });

  it('parts a 批复表 of several units; a project that names none goes with the one above it', () => {
    const names = ['101001-甲镇', null, '102001-乙镇', '101001-甲镇'];
    const parts = partsByUnit(
      documentOf(
        names.map((departmentAndCode) => project({ departmentAndCode })),
        { layout: 'approval' },
      ),
    );
    expect(parts.map(({ named, indexes }) => [named.code, named.name, indexes])).toEqual([
      ['101001', '甲镇', [0, 1, 3]],
      ['102001', '乙镇', [2]],
    ]);
  });
});

describe('a stored unit', () => {
  const named = (change: Partial<NamedUnit>): NamedUnit => ({
    ...{ name: '', code: '', department: '', departmentCode: '', own: false },
    ...change,
  });

  it.each([
    ['its name, 本级 or not', named({ name: '示例县示例镇人民政府', own: true }), true],
    ['its name with （本级）', named({ name: '示例县示例镇人民政府（本级）', own: true }), true],
    ['its department', named({ name: '示例镇', department: '示例县示例镇人民政府' }), true],
    [
      'a sister under the same department',
      named({ name: '农业服务中心', department: UNIT.department, own: true }),
      false,
    ],
    ['another', named({ name: '绿水镇', department: '绿水镇' }), false],
    ['nobody', named({}), false],
  ])('is told by %s', (_, whose, same) => {
    expect(isNamed(UNIT, whose)).toBe(same);
  });

  it('is told by its code, whatever its name became', () => {
    expect(isNamed({ ...UNIT, code: '744001' }, named({ name: '改了名的镇', code: '744001', own: true }))).toBe(true);
  });
});

describe('a unit that is made of a document', () => {
  const cost = { kind: 'economicCost', level1: '成本指标' } as RecognisedIndicator;

  it('hands in what the document is, by the tree its indicators show', () => {
    const document = documentOf([project({ indicators: [cost] })], { layout: 'dossier', department: '示例镇' });
    expect(unitAsNamed('u', only(document), document)).toMatchObject({
      ...{ id: 'u', name: '示例镇', department: '示例镇', forms: ['dossier'], tree: '101' },
    });
    expect(treeOf(documentOf([project()]))).toBe('88');
    const odd = project({ indicators: [cost] });
    expect(treeOf(documentOf([project(), project(), odd])), 'one of three').toBe('88');
  });

  it('has a name and a form even where the document says nothing', () => {
    const document = documentOf([project()], { layout: null });
    expect(unitAsNamed('u', only(document), document)).toMatchObject({
      name: '未命名单位',
      forms: UNIT_DEFAULTS.forms,
    });
  });
});
