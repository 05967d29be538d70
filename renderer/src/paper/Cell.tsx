import { memo, type CSSProperties, type ReactElement } from 'react';
import type { CellStyle, GridCell } from '../../../shared/grid/grid.ts';
import { fontFamily } from './fonts.ts';
import classes from './Paper.module.css';

/** Where a cell stands on its sheet, in points. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface CellProps extends Box {
  readonly cell: GridCell;
  readonly scale: number;
  readonly lit: boolean;
}

/** Lengths follow the paper's zoom: `--pt` is what one point of the paper takes on the screen. */
const pt = (points: number): string => `calc(${points.toFixed(2)} * var(--pt))`;

/** One cell as it prints. Drawn again only where something in it changed: typing must not draw the whole table. */
export const Cell = memo(
  function Cell({ cell, left, top, width, height, scale, lit }: CellProps): ReactElement {
    const style: CSSProperties = {
      left: pt(left),
      top: pt(top),
      width: pt(width),
      height: pt(height),
      ...textStyle(cell.style, scale),
    };
    const marks = [
      classes.cell,
      cell.style.border ? classes.bordered : '',
      cell.field === undefined ? '' : classes.linked,
      cell.missing ? classes.missing : '',
      lit ? classes.lit : '',
    ];
    const text = <span className={classes.text}>{cell.text}</span>;
    if (cell.field === undefined) {
      return (
        <div className={marks.join(' ')} style={style}>
          {text}
        </div>
      );
    }
    return (
      <div className={marks.join(' ')} style={style} role="button" tabIndex={-1} data-field={cell.field}>
        {text}
      </div>
    );
  },
  (before, after) =>
    before.lit === after.lit &&
    before.scale === after.scale &&
    before.left === after.left &&
    before.top === after.top &&
    before.width === after.width &&
    before.height === after.height &&
    sameCell(before.cell, after.cell),
);

const sameCell = (one: GridCell, other: GridCell): boolean =>
  one.text === other.text &&
  one.field === other.field &&
  one.missing === other.missing &&
  STYLE_KEYS.every((key) => one.style[key] === other.style[key]);

const STYLE_KEYS = [
  'font',
  'size',
  'bold',
  'horizontal',
  'vertical',
  'wrap',
  'border',
  'indent',
] as const satisfies readonly (keyof CellStyle)[];

const ALIGN = { left: 'flex-start', center: 'center', right: 'flex-end' } as const;

const textStyle = (style: CellStyle, scale: number): CSSProperties => ({
  fontFamily: fontFamily(style.font),
  fontSize: pt(style.size * scale),
  fontWeight: style.bold ? 700 : 400,
  textAlign: style.horizontal,
  justifyContent: ALIGN[style.horizontal],
  alignItems: style.vertical === 'middle' ? 'center' : 'flex-start',
  whiteSpace: style.wrap ? 'pre-wrap' : 'pre',
  paddingInline: pt(3 * scale),
  ...(style.indent > 0 ? { paddingInlineStart: pt((3 + style.indent * style.size) * scale) } : {}),
});
