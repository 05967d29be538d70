import type { Level2Kind } from '../../model/level2.ts';
import type { Found, Rule } from '../rule.ts';
import type { ReviewedProject, ReviewedUnit } from '../subject.ts';
import { lackedByAll } from './required.ts';

/** Rows the national rules expect of a project even where its form does not insist. */
const USUAL: readonly Level2Kind[] = ['quantity', 'quality', 'timeliness', 'cost', 'social'];

/** Rows that others have and this project lacks. What all lack is told once, by `missing-in-all`. */
export const usualRows: Rule = {
  id: 'usual-rows',
  kind: 'missing-section',
  severity: 'hint',
  head: '完整性',
  question: '产出指标的数量、质量、时效、成本都有了吗？效益写了吗？',
  source: '财预〔2015〕88号（产出指标、效益指标的构成）',
  project: (project, unit) =>
    unit.form.indicatorRows
      .filter(({ kind, requirement }) => requirement === null && USUAL.includes(kind) && isMissing(project, unit, kind))
      .map(({ kind, level2 }): Found => ({
        path: `kind:${kind}`,
        evidence: '',
        message: `没有${level2}，${kind === 'social' ? '效益只写了别的，请补上带来的社会效益' : '请补上'}。`,
      })),
};

const isMissing = (project: ReviewedProject, unit: ReviewedUnit, kind: Level2Kind): boolean => {
  if (project.indicators.length === 0 || has(project, kind) || lackedByAll(unit, `kind:${kind}`)) return false;
  // An economic or ecological benefit may be all there is.
  return kind !== 'social' || (!has(project, 'economic') && !has(project, 'ecological'));
};

const has = ({ indicators }: ReviewedProject, wanted: Level2Kind): boolean =>
  indicators.some(({ kind }) => kind === wanted || (wanted === 'cost' && kind === 'economicCost'));
