import type { ReactElement } from 'react';
import classes from './Mapping.module.css';
import { DrawnTable } from './DrawnTable.tsx';
import { KeepBar } from './KeepBar.tsx';
import type { MappingPanelProps } from './MappingPanel.tsx';
import { Outcome } from './Outcome.tsx';
import { ShapeBar } from './ShapeBar.tsx';
import { useMapping, type MappingStart } from './use-mapping.ts';

/** The table on the left, what comes out of it on the right, and below whether it is kept. */
export const MappingDesk = ({
  start,
  ...props
}: MappingPanelProps & { readonly start: MappingStart }): ReactElement => {
  const edit = useMapping(start);
  return (
    <>
      <ShapeBar start={start} edit={edit} />
      <div className={classes.panes}>
        <DrawnTable table={start.tables[edit.table]} edit={edit} />
        <Outcome reading={edit.reading} />
      </div>
      <KeepBar {...props} start={start} edit={edit} />
    </>
  );
};
