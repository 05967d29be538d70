import type { ReactElement } from 'react';
import type { SourceMerge } from '../../../shared/grid/table.ts';
import classes from './Source.module.css';
import type { SourceRows } from './use-source-rows.ts';

export interface TallMergesProps {
  readonly source: Pick<SourceRows, 'merges' | 'rowAt'>;
  /** First `at` in sight. */
  readonly first: number;
  /** Edges of the columns in pixels, the first one first. */
  readonly edges: readonly number[];
  /** Top and bottom of a row in pixels, by its `at`; undefined where there is none. */
  readonly rowBox: (at: number) => { readonly start: number; readonly end: number } | undefined;
}

/** What stands in merges whose first row has left the pane: it stays in sight until the merge ends. */
export const TallMerges = ({ source, first, edges, rowBox }: TallMergesProps): ReactElement => (
  <>
    {source.merges
      .filter((merge) => reachesIn(merge, first))
      .map((merge) => {
        const { at, column, rows, columns } = merge;
        const [top, bottom] = [rowBox(at)?.start, rowBox(at + rows - 1)?.end];
        const [left, right] = [edges[column], edges[column + columns] ?? edges.at(-1)];
        if (top === undefined || bottom === undefined || left === undefined || right === undefined) return null;
        return (
          <div
            key={`${at} ${column}`}
            className={classes.tall}
            style={{ top, height: bottom - top, left, width: right - left }}
            aria-hidden
          >
            <span>{source.rowAt(at)?.cells[column]}</span>
          </div>
        );
      })}
  </>
);

const reachesIn = ({ at, rows }: SourceMerge, first: number): boolean => at < first && at + rows > first;
