import type { SourceTable } from '../../grid/table.ts';
import { joinHan } from '../clean.ts';
import type { RecognisedDocument, RecognisedProject } from '../recognised.ts';
import { readDocument } from './cover.ts';
import { upperDoubts } from './doubts.ts';
import { readIndicators } from './indicators.ts';
import { withoutRepeats } from '../lines.ts';
import { amountsIn, upperLabel, type UpperKey } from './labels.ts';
import { rowsOf } from './rows.ts';
import { splitDocument, type Block } from './split.ts';
import { readUpper } from './upper.ts';

/** Reads 绩效文本: the whole document, or some of its tables. */
export const readDossier = (tables: readonly SourceTable[], file: string): RecognisedDocument => {
  const parts = splitDocument(rowsOf(tables));
  const projects = parts.blocks.map(projectOf);
  const unitLine = projects.map(({ departmentAndCode }) => departmentAndCode).find((line) => line !== null) ?? null;
  return { document: { file, layout: 'dossier', ...readDocument(parts, unitLine) }, projects };
};

const projectOf = (block: Block): RecognisedProject => {
  const upper = readUpper(block.upper);
  const value = (key: UpperKey): string | null => upper.values.get(key) ?? null;
  const unit = unitOf(block);
  const { indicators, doubts } = readIndicators(block);
  const first = block.unit ?? block.upper[0] ?? block.indicators[0];
  const heading = block.heading === null || block.heading === '' ? null : joinHan(block.heading);
  const header = {
    departmentAndCode: unit.line,
    name: value('name') ?? heading,
    code: value('code'),
    amountUnit: unit.amountUnit,
    total: value('total'),
    fiscal: value('fiscal'),
    other: value('other'),
    usage: upper.usage,
    spendingPlan: upper.plan.steps,
    goals: upper.goals,
  };
  return {
    ...header,
    implementingUnit: value('implementingUnit'),
    attribute: value('attribute'),
    period: value('period'),
    category: value('category'),
    indicators,
    doubts: [...upperDoubts(header, upper, value('name') !== null), ...doubts],
    source: { table: first?.table ?? '', at: first?.at ?? 1 },
  };
};

/** `816001示例县示例镇人民政府 | 单位：万元`, in two cells or one, or in a line above it. */
const unitOf = ({ unit, upper }: Block): { line: string | null; amountUnit: '万元' | '元' | null } => {
  let line = '';
  let amountUnit: '万元' | '元' | null = null;
  for (const { text } of withoutRepeats(unit?.cells ?? [])) {
    const found = amountsIn(text);
    amountUnit ??= found?.unit ?? null;
    line += found?.rest ?? text;
  }
  const [above] = upper;
  if (line === '' && above?.cells.length === 1)
    line = above.cells.find(({ text }) => upperLabel(text) === null)?.text ?? '';
  return { line: line === '' ? null : joinHan(line), amountUnit };
};
