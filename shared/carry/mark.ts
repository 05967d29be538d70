import type { Year } from '../model/unit.ts';

/** From which year to which a project is taken over. */
export interface Years {
  readonly from: Year;
  readonly to: Year;
}

/** Why a place speaks of a year. */
export type MentionKind =
  /** The old year itself: 2024年底, 24年度, 二〇二四年. */
  | 'year'
  /** Years from to: 2023-2025, 2024年7月至2025年6月. */
  | 'range'
  /** The digits of the old year that may be an amount: 2024 人. */
  | 'number'
  /** 〔2023〕12号, 《2024年预算编制通知》, GB/T 9704-2012. */
  | 'document'
  /** What once happened: 2004年撤县设镇. */
  | 'history'
  /** Money of an earlier year that is still spent: 2022年一事一议. */
  | 'funds'
  /** An earlier year that is compared with: 较2023年增长. */
  | 'base'
  /** An earlier year that seems to have been forgotten once before. */
  | 'older'
  /** The new year itself, in the old table. */
  | 'later'
  /** 去年, 今年, 明年: moves with the reader. */
  | 'relative'
  /** 项目期 of several years: 3年. */
  | 'period';

/** A place in a text that speaks of a year. */
export interface Mention {
  /** Offsets in the text, as String.slice takes them. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: MentionKind;
  /** What it would become; null where only a person knows. */
  readonly proposed: string | null;
  /** Changed unless the clerk says otherwise; what is not sure is only shown. */
  readonly sure: boolean;
}

/** Why a place is shown and not simply changed, one short Chinese sentence; empty for what is sure. */
export const reasonOf = ({ kind, sure }: Pick<Mention, 'kind' | 'sure'>, { from, to }: Years): string => {
  if (sure) return '';
  switch (kind) {
    case 'year':
      return `说的是 ${from} 年，请看要不要改成 ${to} 年。`;
    case 'range':
      return '是一段年份，请看还在不在期内，要不要顺延。';
    case 'number':
      return '可能是数量，不是年份。';
    case 'document':
      return '是文件名或者文号，一般不改；有新文件的换成新的。';
    case 'history':
      return '像是过去的事，一般不改。';
    case 'funds':
      return '像是以前年度的资金，一般不改。';
    case 'base':
      return '是拿来比较的年份，请看要不要顺延一年。';
    case 'older':
      return `比 ${from} 年还早，可能是以前忘了改。`;
    case 'later':
      return `上一年的表里已经写着 ${to} 年，请看要不要顺延。`;
    case 'relative':
      return '意思会随年度变，请看说得对不对。';
    case 'period':
      return '项目期不止一年，请看还在不在期内。';
  }
};
