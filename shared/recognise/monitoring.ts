import type { SourceTable } from '../grid/table.ts';
import { isIndicatorHeader } from './annex2/column-labels.ts';
import { plain } from './annex2/header-labels.ts';

const COLUMNS =
  /^(?:全年)?预计完成(?:情况|值|程度)|^完成目标可能性|^(?:\d{1,2}-)?\d{1,2}月(?:份)?(?:执行|完成)(?:情况|数|值)|^目标完成可能性/u;

/** 绩效运行监控表 (财预〔2019〕136号): targets half way through the year. It is not read. */
export const isMonitoring = ({ rows }: SourceTable): boolean =>
  rows.some(
    ({ cells }) =>
      isIndicatorHeader(cells.map((text) => ({ text }))) &&
      cells.some((text) => text.length <= 20 && COLUMNS.test(plain(text))),
  );
