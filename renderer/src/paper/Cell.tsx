import { memo, type CSSProperties, type ReactElement } from 'react';
import { fontStack } from '../../../shared/grid/fonts.ts';
import type { CellStyle, GridCell } from '../../../shared/grid/grid.ts';
import { CELL_PADDING, LINE_HEIGHT } from '../../../shared/grid/measure.ts';
import type { PaperBox } from '../../../shared/grid/paper.ts';
import classes from './Paper.module.css';

interface CellProps {
  readonly box: PaperBox;
  readonly lit: boolean;
  /** At the table's left or upper edge: all other cells share their neighbours' lines. */
  readonly leftmost: boolean;
  readonly topmost: boolean;
}

/** Lengths follow the paper's zoom: `--pt` is what one point of the paper takes on the screen. */
export const pt = (points: number): string => `calc(${points.toFixed(2)} * var(--pt))`;

/** One cell as it prints. Drawn again only where something in it changed: typing must not draw the whole table. */
export const Cell = memo(
  function Cell({ box, lit, leftmost, topmost }: CellProps): ReactElement {
    const { cell } = box;
    const marks = [
      classes.cell,
      cell.style.border ? classes.bordered : '',
      cell.style.border && leftmost ? classes.leftmost : '',
      cell.style.border && topmost ? classes.topmost : '',
      cell.field === undefined ? '' : classes.linked,
      cell.missing ? classes.missing : '',
      lit ? classes.lit : '',
    ];
    const link =
      cell.field === undefined
        ? {}
        : { role: 'button', tabIndex: -1, 'data-field': cell.field, 'aria-label': said(cell) };
    return (
      <div className={marks.filter(Boolean).join(' ')} style={boxStyle(box)} {...link}>
        {cell.text !== '' && <span>{cell.text}</span>}
      </div>
    );
  },
  (before, after) =>
    before.lit === after.lit &&
    before.leftmost === after.leftmost &&
    before.topmost === after.topmost &&
    sameBox(before.box, after.box),
);

const said = ({ text, missing }: GridCell): string => {
  if (!missing) return text || '空白';
  return text === '' ? '必填，还没有填' : `${text}，还没有填全`;
};

const sameBox = (one: PaperBox, other: PaperBox): boolean =>
  PLACE.every((key) => one[key] === other[key]) &&
  one.cell.text === other.cell.text &&
  one.cell.field === other.cell.field &&
  one.cell.missing === other.cell.missing &&
  STYLE.every((key) => one.cell.style[key] === other.cell.style[key]);

const PLACE = ['x', 'y', 'width', 'height', 'size'] as const satisfies readonly (keyof PaperBox)[];
const STYLE = [
  'font',
  'bold',
  'horizontal',
  'vertical',
  'wrap',
  'border',
  'indent',
] as const satisfies readonly (keyof CellStyle)[];

const boxStyle = ({ cell: { style }, x, y, width, height, size }: PaperBox): CSSProperties => {
  const side = (CELL_PADDING / 2) * (size / style.size);
  return {
    left: pt(x),
    top: pt(y),
    width: pt(width),
    height: pt(height),
    padding: `0 ${pt(side)} 0 ${pt(side + style.indent * size)}`,
    fontFamily: fontStack(style.font),
    fontSize: pt(size),
    lineHeight: LINE_HEIGHT,
    fontWeight: style.bold ? 700 : 400,
    textAlign: style.horizontal,
    justifyContent: style.vertical === 'middle' ? 'center' : 'flex-start',
    whiteSpace: style.wrap ? 'pre-wrap' : 'pre',
  };
};
