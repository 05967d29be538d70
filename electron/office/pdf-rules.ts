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
 * A line down the side of a table, from its top to its bottom, that no line meets is the edge of a cell merged over the whole height,
 * which goes on over pages.
 */
const withSides = (areas: readonly RuledArea[]): RuledArea[] => {
  const lone = areas.flatMap(({ across, down }) => (across.length === 0 ? down : []));
  return areas
    .filter(({ across }) => across.length > 0)
    .map(({ across, down }) => {
      const [top, bottom] = [Math.min(...down.map(({ from }) => from)), Math.max(...down.map(({ to }) => to))];
      const sides = lone.filter(({ from, to }) => Math.abs(from - top) < SIDE_END && Math.abs(to - bottom) < SIDE_END);
      return { across, down: [...down, ...sides] };
    });
};

const meet = (flat: PdfStroke, upright: PdfStroke): boolean =>
  upright.position >= flat.from - NEAR &&
  upright.position <= flat.to + NEAR &&
  flat.position >= upright.from - NEAR &&
  flat.position <= upright.to + NEAR;
