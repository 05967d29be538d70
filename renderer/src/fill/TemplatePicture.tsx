import { Text } from '@mantine/core';
import { memo, type KeyboardEvent, type ReactElement } from 'react';
import { placeKey, roleName, type Corrections } from '../../../shared/fill/roles.ts';
import { belongsToIme } from '../lib/keyboard.ts';
import classes from './Fill.module.css';
import type { OpenTemplate } from './use-template.ts';

type Table = OpenTemplate['tables'][number];
type Cell = Table['cells'][number];
type Mark = OpenTemplate['marks'][number];

/** A cell of a template that the clerk points at. */
export interface PictureCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** What it is taken for; empty for nothing. */
  readonly name: string;
  readonly corrected: boolean;
}

export interface TemplatePictureProps {
  readonly table: Table;
  readonly index: number;
  readonly marks: readonly Mark[];
  readonly corrections: Corrections;
  /** null where nothing can be pointed at. */
  readonly onCell: ((cell: PictureCell) => void) | null;
}

/** A sheet or a document about as it looks: merges, widths and heights, with the cells lit that are filled. */
export const TemplatePicture = memo(
  ({ table, index, marks, corrections, onCell }: TemplatePictureProps): ReactElement => {
    const named = new Map(
      marks.filter((mark) => mark.table === index).map((mark) => [`${mark.row}:${mark.column}`, mark]),
    );
    const rows = Array.from({ length: table.rows }, (): Cell[] => []);
    for (const cell of table.cells) rows[cell.row]?.push(cell);
    return (
      <section aria-label={table.name === '' ? '文档' : table.name}>
        {table.name !== '' && (
          <Text size="sm" fw={600} mb={4}>
            {table.name}
          </Text>
        )}
        <table
          role="presentation"
          className={classes.picture}
          style={{ width: table.widths.reduce((sum, width) => sum + width, 0) * SCALE }}
        >
          <colgroup>
            {table.widths.map((width, column) => (
              <col key={column} style={{ width: width * SCALE }} />
            ))}
          </colgroup>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row} style={{ height: (table.heights[row] ?? 20) * SCALE }}>
                {cells.map((cell) => (
                  <PictureBox
                    key={cell.column}
                    cell={cell}
                    table={index}
                    mark={named.get(`${cell.row}:${cell.column}`)}
                    corrected={placeKey(index, cell.row, cell.column) in corrections}
                    onCell={onCell}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    );
  },
);
TemplatePicture.displayName = 'TemplatePicture';

/** Points to pixels, a little smaller than on paper. */
const SCALE = 1.1;

interface PictureBoxProps {
  readonly cell: Cell;
  readonly table: number;
  readonly mark: Mark | undefined;
  readonly corrected: boolean;
  readonly onCell: TemplatePictureProps['onCell'];
}

const PictureBox = ({ cell, table, mark, corrected, onCell }: PictureBoxProps): ReactElement => {
  const { row, column, text } = cell;
  const name = mark === undefined ? '' : roleName(mark.role);
  const point = (): void => onCell?.({ table, row, column, text, name, corrected });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (belongsToIme(event) || event.key !== 'Enter') return;
    event.preventDefault();
    point();
  };
  return (
    <td
      colSpan={cell.columns}
      rowSpan={cell.rows}
      className={classes.cell}
      data-line={cell.kind === 'line' || undefined}
      data-lit={mark?.kind}
      data-corrected={corrected || undefined}
      style={{ fontSize: Math.min(cell.size, 16) }}
      {...(onCell === null
        ? {}
        : { onClick: point, onKeyDown, tabIndex: mark === undefined && !corrected ? -1 : 0, role: 'button' })}
      {...(name === ''
        ? {}
        : { 'aria-label': `${mark?.kind === 'slot' ? '填' : ''}${name}${text === '' ? '' : `：${text}`}` })}
    >
      {text}
      {name !== '' && <span className={classes.name}>{name}</span>}
    </td>
  );
};
