import type { PdfStroke } from './pdf-marks.ts';

/** Strokes this near to one another are one line: programs draw borders twice, or in pieces. */
export const NEAR = 2.5;
/** Pieces of a line with gaps no longer than this, dots and dashes too. */
const GAP = 4;
/** Shorter lines are parts of characters or pictures. */
const SHORTEST = 6;

/**
 * The lines of a page: strokes on one line joined, the short ones gone, in order of their position.
 * @param strokes all of one direction
 */
export const joinStrokes = (strokes: readonly PdfStroke[]): PdfStroke[] => {
  const rules: PdfStroke[] = [];
  let group: PdfStroke[] = [];
  const end = (): void => {
    rules.push(...joinGroup(group));
    group = [];
  };
  for (const stroke of [...strokes].sort((one, other) => one.position - other.position)) {
    if (group[0] !== undefined && stroke.position - group[0].position > NEAR) end();
    group.push(stroke);
  }
  end();
  return rules.filter(({ from, to }) => to - from >= SHORTEST);
};

const joinGroup = (group: readonly PdfStroke[]): PdfStroke[] => {
  const [first] = group;
  if (first === undefined) return [];
  const position = group.reduce((sum, each) => sum + each.position, 0) / group.length;
  const joined: { isAcross: boolean; position: number; from: number; to: number }[] = [];
  for (const { from, to } of [...group].sort((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to + GAP) last.to = Math.max(last.to, to);
    else joined.push({ isAcross: first.isAcross, position, from, to });
  }
  return joined;
};

/** Lines that meet, directly or over others: the drawn borders of one table. */
export interface RuledArea {
  readonly across: readonly PdfStroke[];
  readonly down: readonly PdfStroke[];
}

/** More lines than this on a page are a drawing. */
const MOST_LINES = 4_000;

/** Parts the lines of a page into areas. */
export const ruledAreas = (strokes: readonly PdfStroke[]): RuledArea[] => {
  const across = joinStrokes(strokes.filter(({ isAcross }) => isAcross));
  const down = joinStrokes(strokes.filter(({ isAcross }) => !isAcross));
  const lines = [...across, ...down];
  if (lines.length > MOST_LINES) return [];
  const parents = lines.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) at = parents[at] = parents[parents[at] ?? at] ?? at;
    return at;
  };
  for (const [index, flat] of across.entries()) {
    for (const [other, upright] of down.entries()) {
      if (meet(flat, upright)) parents[root(index)] = root(across.length + other);
    }
  }
  const areas = new Map<number, { across: PdfStroke[]; down: PdfStroke[] }>();
  for (const [index, line] of lines.entries()) {
    const area = areas.get(root(index)) ?? { across: [], down: [] };
    (line.isAcross ? area.across : area.down).push(line);
    areas.set(root(index), area);
  }
  return withSides([...areas.values()]);
};

/** How far the end of a line at the side may be from the table's top or bottom. */
const SIDE_END = 6;

/**
 * Lines down the page that no line meets: at the side of a table, from its top to its bottom, one is the edge of a cell merged over the
 * whole height, which goes on over pages; several alike are the columns of a row as high as the page.
 */
const withSides = (areas: readonly RuledArea[]): RuledArea[] => {
  const lone = areas.flatMap(({ across, down }) => (across.length === 0 ? down : []));
  const taken = new Set<PdfStroke>();
  const whole = areas
    .filter(({ across }) => across.length > 0)
    .map(({ across, down }) => {
      const [from, to] = [Math.min(...down.map((line) => line.from)), Math.max(...down.map((line) => line.to))];
      const sides = lone.filter((line) => isAsLong(line, { from, to }));
      for (const side of sides) taken.add(side);
      return { across, down: [...down, ...sides] };
    });
  return [...whole, ...columnsAlone(lone.filter((line) => !taken.has(line)))];
};

const columnsAlone = (lines: readonly PdfStroke[]): RuledArea[] => {
  const groups: PdfStroke[][] = [];
  for (const line of lines) {
    const group = groups.find(([first]) => first !== undefined && isAsLong(first, line));
    if (group === undefined) groups.push([line]);
    else group.push(line);
  }
  return groups.filter((group) => group.length >= FEWEST_COLUMNS + 1).map((down) => ({ across: [], down }));
};

/** Fewer lines beside one another frame a text. */
const FEWEST_COLUMNS = 2;

const isAsLong = (line: Pick<PdfStroke, 'from' | 'to'>, other: Pick<PdfStroke, 'from' | 'to'>): boolean =>
  Math.abs(line.from - other.from) < SIDE_END && Math.abs(line.to - other.to) < SIDE_END;

const meet = (flat: PdfStroke, upright: PdfStroke): boolean =>
  upright.position >= flat.from - NEAR &&
  upright.position <= flat.to + NEAR &&
  flat.position >= upright.from - NEAR &&
  flat.position <= upright.to + NEAR;
