import { bottomOfBlock, middleOfBlock, topOfBlock, type OpenBlock } from './pdf-open-blocks.ts';

/** Texts whose middles are this near, in points, are centred in one row. */
const SAME_MIDDLE = 1.8;
/** What a row not covered by a label beside it costs, against a label out of its middle by a letter's height. */
const UNCOVERED = 4;

/** What it costs where a label goes on beside the begin of one further left. */
const CROSSED = 2;

/** A text and the rows it stands beside. */
export interface PlacedBlock {
  readonly block: OpenBlock;
  readonly row: number;
  readonly rows: number;
}

/** The rows of a table whose texts are centred in their cells, labels merged over rows told from rows by their middles. */
export const placeCentred = (
  blocks: readonly OpenBlock[],
  columnCount: number,
): { placed: PlacedBlock[]; rowCount: number } => {
  const rows = rowsOf(blocks, leafOf(blocks, columnCount));
  const bounds = boundsOf(rows);
  const starts = new Map<OpenBlock, PlacedBlock>();
  for (const [row, group] of rows.entries()) for (const block of group) starts.set(block, { block, row, rows: 1 });
  const leaf = leafOf(blocks, columnCount);
  for (let column = 0; column < leaf; column += 1) {
    const inside = blocks.filter((block) => block.column <= column && block.end >= column);
    const parts = new Set([...starts.values()].filter(({ block }) => block.column < column).map(({ row }) => row));
    for (const each of spread(inside, bounds, parts)) {
      if (each.block.column === column && each.block.end === column) starts.set(each.block, each);
    }
  }
  const nearest = (block: OpenBlock): number =>
    rows.reduce((best, group, index) => (distance(group, block) < distance(rows[best] ?? [], block) ? index : best), 0);
  const placed = blocks.map((block) => starts.get(block) ?? { block, row: nearest(block), rows: 1 });
  return { placed, rowCount: rows.length };
};

const distance = (group: readonly OpenBlock[], block: OpenBlock): number =>
  Math.abs(middleOfGroup(group) - middleOfBlock(block));

const middleOfGroup = (group: readonly OpenBlock[]): number =>
  group[0] === undefined ? Infinity : middleOfBlock(group[0]);

/** The column with most texts that have another in their middle, the last of such: every row has one there. */
const leafOf = (blocks: readonly OpenBlock[], columnCount: number): number => {
  const counts = Array.from({ length: columnCount }, () => 0);
  for (const group of groupsOf(blocks)) {
    if (group.length > 1) for (const { column } of group) counts[column] = (counts[column] ?? 0) + 1;
  }
  const most = Math.max(...counts) * 0.9;
  return counts.findLastIndex((count) => count >= most);
};

/** Texts of the leaf column are rows; others with one middle too, where they do not stand beside such rows. */
const rowsOf = (blocks: readonly OpenBlock[], leaf: number): OpenBlock[][] => {
  const groups = groupsOf(blocks);
  const isSure = (group: readonly OpenBlock[]): boolean =>
    group.some(({ column, end }) => column <= leaf && end >= leaf);
  const sure = groups.filter(isSure);
  return groups.filter((group) => isSure(group) || !isBeside(group, sure, leaf));
};

const groupsOf = (blocks: readonly OpenBlock[]): OpenBlock[][] => {
  const groups: OpenBlock[][] = [];
  for (const block of [...blocks].sort((one, other) => middleOfBlock(one) - middleOfBlock(other))) {
    const last = groups.at(-1);
    if (last !== undefined && middleOfBlock(block) - middleOfGroup(last) <= SAME_MIDDLE) last.push(block);
    else groups.push([block]);
  }
  return groups;
};

/** Does a group reach into rows, or stand between two of which neither has a text in its columns? */
const isBeside = (group: readonly OpenBlock[], rows: readonly OpenBlock[][], leaf: number): boolean => {
  const [top, bottom, middle] = [
    Math.min(...group.map(topOfBlock)),
    Math.max(...group.map(bottomOfBlock)),
    middleOfGroup(group),
  ];
  const own = (row: readonly OpenBlock[]): OpenBlock[] =>
    row.filter(({ column, end }) => column <= leaf && end >= leaf);
  if (rows.some((row) => own(row).some((each) => topOfBlock(each) < bottom - 0.5 && bottomOfBlock(each) > top + 0.5)))
    return true;
  const before = rows.findLast((row) => middleOfGroup(row) < middle);
  const after = rows.find((row) => middleOfGroup(row) > middle);
  if (before === undefined || after === undefined) return false;
  // Room for a row of its own.
  const room = Math.min(...own(after).map(topOfBlock)) - Math.max(...own(before).map(bottomOfBlock));
  if (room > bottom - top + 1.3 * (group[0]?.lines[0]?.size ?? 0)) return false;
  const isFree = (row: readonly OpenBlock[]): boolean =>
    !row.some((each) => group.some(({ column, end }) => each.column <= end && each.end >= column));
  return isFree(before) && isFree(after);
};

/** Where rows end: halfway between what stands in one and in the next. */
const boundsOf = (rows: readonly (readonly OpenBlock[])[]): number[] => {
  const middles = rows.map(middleOfGroup);
  const within = (row: number): OpenBlock[] => {
    const [before, after] = [middles[row - 1] ?? -Infinity, middles[row + 1] ?? Infinity];
    return (rows[row] ?? []).filter((block) => topOfBlock(block) > before && bottomOfBlock(block) < after);
  };
  const top = (row: number): number => Math.min(middles[row] ?? 0, ...within(row).map(topOfBlock));
  const bottom = (row: number): number => Math.max(middles[row] ?? 0, ...within(row).map(bottomOfBlock));
  const inner = rows.slice(1).map((_, index) => (bottom(index) + top(index + 1)) / 2);
  return [top(0) - 3, ...inner, bottom(rows.length - 1) + 3];
};

/** Each text of a column over the rows in whose middle it stands, as few rows as may be left without one. */
const spread = (blocks: readonly OpenBlock[], bounds: readonly number[], parts: ReadonlySet<number>): PlacedBlock[] => {
  const rowCount = bounds.length - 1;
  const sorted = [...blocks].sort((one, other) => middleOfBlock(one) - middleOfBlock(other));
  interface Step {
    readonly cost: number;
    readonly before: Step | null;
    readonly placed: PlacedBlock | null;
  }
  let costs: (Step | null)[] = Array.from({ length: rowCount + 1 }, (_, row) => ({
    cost: row * UNCOVERED,
    before: null,
    placed: null,
  }));
  for (const block of sorted) {
    const next: (Step | null)[] = Array.from({ length: rowCount + 1 }, () => null);
    const [middle, size] = [middleOfBlock(block), block.lines[0]?.size ?? 1];
    for (let row = 0; row < rowCount; row += 1) {
      const before = costs[row] ?? null;
      if (before === null || (bounds[row] ?? 0) > middle) continue;
      let crossed = 0;
      for (let end = row + 1; end <= rowCount; end += 1) {
        if (end > row + 1 && parts.has(end - 1)) crossed += CROSSED;
        const off = ((bounds[row] ?? 0) + (bounds[end] ?? 0)) / 2 - middle;
        if (off > size * 6) break;
        const cost = before.cost + (off / size) ** 2 + crossed;
        if (cost < (next[end]?.cost ?? Infinity)) next[end] = { cost, before, placed: { block, row, rows: end - row } };
      }
    }
    for (let row = 1; row <= rowCount; row += 1) {
      const left = next[row - 1] ?? null;
      if (left !== null && left.cost + UNCOVERED < (next[row]?.cost ?? Infinity))
        next[row] = { cost: left.cost + UNCOVERED, before: left, placed: null };
    }
    costs = next;
  }
  const placed: PlacedBlock[] = [];
  for (let step = costs[rowCount] ?? null; step !== null; step = step.before)
    if (step.placed !== null) placed.unshift(step.placed);
  return placed;
};
