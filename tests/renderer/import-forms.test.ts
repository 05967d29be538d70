import { describe, expect, it } from 'vitest';
import { addresseeOf, targetKey, targetLabel } from '../../renderer/src/importing/addressee.ts';
import { otherDoubts } from '../../renderer/src/importing/Draft.tsx';
import { rowsOf, shownParts } from '../../renderer/src/importing/parts.ts';
import { allDrafts, readySources, type ReadySource } from '../../renderer/src/importing/sources.ts';
import type { FormId } from '../../shared/model/form-id.ts';
import { emptyContent, emptyIndicator } from '../../shared/model/project.ts';
import { unit } from './fake-program.ts';
import { contentOf, doubt, previewOf, sourcesOf } from './importing.ts';

/** A paper of one unit, as the program answers it. */
const paperOf = (department: string, layout: FormId = 'dossier'): ReadySource[] => {
  const document = { file: '表.docx', title: null, layout, year: '2024', department, unitCode: null };
  return readySources(sourcesOf(previewOf([], { recognised: { document, projects: [] }, unitName: department })));
};

const second = { ...unit, id: 'u2', name: '示例县水务局', department: '示例县水务局', departmentCode: '512' };

describe('whose projects a paper brings', () => {
  it('are the own ones, without a word, where it names this unit or nobody', () => {
    for (const name of [unit.department, '']) {
      const { proposed, warning, targets } = addresseeOf(paperOf(name), unit, [unit]);
      expect({ to: targetKey(proposed), warning, targets: targets.length }).toEqual({
        to: 'u1',
        warning: '',
        targets: 1,
      });
    }
  });

  it("are another unit's where it names one that is there", () => {
    const { proposed, warning } = addresseeOf(paperOf('示例县水务局'), unit, [unit, second]);
    expect(targetKey(proposed)).toBe('u2');
    expect(warning).toContain('示例县水务局');
  });

  it('stay here where it names a strange one, but that is said and a new unit is offered', () => {
    const { proposed, warning, targets } = addresseeOf(paperOf('邻县邻镇人民政府'), unit, [unit, second]);
    expect(targetKey(proposed)).toBe('u1');
    expect(warning).toContain('邻县邻镇人民政府');
    expect(targets.map(targetLabel).at(-1)).toBe('新建单位“邻县邻镇人民政府”');
  });

  it('are nobody else’s where two papers name two units', () => {
    const both = [...paperOf('示例县水务局'), ...paperOf('邻县邻镇人民政府')];
    expect(addresseeOf(both, unit, [unit, second])).toMatchObject({ proposed: { unit: { id: 'u1' } }, warning: '' });
  });
});

describe('what of a read project is shown', () => {
  it('is what its table asks and what it said, and nothing else', () => {
    const plain = { ...emptyContent(), indicators: [emptyIndicator('1', 'quantity')] };
    const asked = ['name', 'departmentAndCode', 'implementingUnit', 'attribute', 'period'];
    expect([...shownParts(plain, 'annex2').fields]).toEqual(asked);
    expect(shownParts(plain, 'annex2').indicator).toEqual([]);
    expect(shownParts(plain, 'approval').fields.has('attribute')).toBe(false);
    const full = {
      ...plain,
      code: '63012300024T000000550',
      category: '3-特定目标类',
      usage: '用于支付村干部工资',
      spendingPlan: [{ by: '3月底', percent: '25%' }],
      indicators: [{ ...emptyIndicator('1', 'quantity'), weight: '10', basis: '年初工作计划' }],
    };
    const more = ['code', 'category', 'usage', 'spendingPlan'];
    expect([...shownParts(full, null).fields].filter((field) => !asked.includes(field))).toEqual(more);
    expect(shownParts(full, null).indicator).toEqual(['weight', 'basis']);
  });

  it('has its doubts beside it where it is shown, and above the draft where it is not', () => {
    const content = contentOf('甲', { code: '1', spendingPlan: [{ by: '3月底', percent: '25%' }] });
    const doubts = [
      doubt('code', '编码少一位。'),
      doubt('spendingPlan.1.percent', '比前一个少。'),
      doubt('midterm.total', '中期总额看不清。'),
      doubt('indicators.0.weight', '权重看不清。'),
      doubt('indicators.0.level3', '名称看不清。'),
    ];
    const [found] = allDrafts(readySources(sourcesOf(previewOf([{ content, doubts }]))));
    if (!found) throw new Error('no draft');
    const said = (parts: ReturnType<typeof shownParts>) =>
      otherDoubts(found.draft, parts).map((one) => one.doubt.message);
    expect(said(shownParts(content, 'annex2'))).toEqual(['中期总额看不清。', '权重看不清。']);
    expect(said(shownParts(emptyContent(), 'annex2'))).toHaveLength(4);
  });

  it('has the rows of its own form, and 成本 of its own where the paper has it so', () => {
    const kinds = (layout: FormId | null, cost: 'cost' | 'economicCost'): string[] =>
      rowsOf(layout, [emptyIndicator('1', cost)]).map(({ value }) => value);
    expect(kinds('approval', 'cost')).toContain('cost');
    expect(kinds('approval', 'cost')).not.toContain('socialCost');
    expect(kinds('approval', 'economicCost')).toContain('socialCost');
    expect(kinds(null, 'cost')).toEqual(expect.arrayContaining(['quantity', 'satisfaction']));
  });
});
