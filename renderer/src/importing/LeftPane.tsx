import { SegmentedControl } from '@mantine/core';
import { useMemo, useState, type ReactElement } from 'react';
import type { SourcePlace } from '../../../shared/grid/table.ts';
import type { ProjectMatch } from './contract.ts';
import classes from './Check.module.css';
import { Differences } from './Differences.tsx';
import type { ImportDraft } from './draft.ts';
import type { FieldKey } from './field-keys.ts';
import { doubtfulCells, litOf, type Focus } from './lit.ts';
import { outcomeOf } from './outcome.ts';
import { placesOf } from './places.ts';
import type { ReadySource } from './sources.ts';
import { SourceView } from './SourceView.tsx';

/** Left of the draft: the source it was read from, or what differs from what is stored. */
export const LeftPane = ({
  source,
  draft,
  match,
  approve,
  focus,
  onField,
  onDoubt,
}: {
  readonly source: ReadySource;
  readonly draft: ImportDraft;
  readonly match: ProjectMatch | undefined;
  readonly approve: boolean;
  readonly focus: Focus;
  readonly onField: (field: FieldKey) => void;
  readonly onDoubt: (doubt: number) => void;
}): ReactElement => {
  const [comparing, setComparing] = useState(false);
  const { preview } = source;
  const project = preview.recognised.projects[draft.index];
  const places = useMemo(() => placesOf(project ?? {}, draft.readIds), [project, draft.readIds]);
  const lit = useMemo(() => litOf(draft, places, focus), [draft, places, focus]);
  const start = useMemo((): SourcePlace => {
    const table = preview.tables.findIndex(({ name }) => name === project?.source.table);
    return { table: Math.max(0, table), at: project?.source.at ?? 1, column: 0 };
  }, [preview.tables, project]);
  const doubtful = useMemo(() => doubtfulCells(draft.doubts, places), [draft.doubts, places]);
  const outcome = outcomeOf(draft, match);
  const compared = outcome.kind === 'update' ? outcome.stored : null;
  return (
    <div className={classes.left}>
      {compared && (
        <div className={classes.leftChoice}>
          <SegmentedControl
            fullWidth
            aria-label="左边看什么"
            value={comparing ? 'compare' : 'source'}
            onChange={(value) => setComparing(value === 'compare')}
            data={[
              { value: 'source', label: '原表' },
              {
                value: 'compare',
                label: `${approve ? '申报数和批复数' : '和已存的比较'}（${compared.differences} 处不同）`,
              },
            ]}
          />
        </div>
      )}
      {compared && comparing ? (
        <Differences
          storedId={compared.id}
          content={draft.content}
          layout={preview.recognised.document.layout}
          approve={approve}
          onField={onField}
        />
      ) : (
        <SourceView
          key={source.key}
          readingId={preview.importId}
          tables={preview.tables}
          places={places}
          lit={lit}
          start={start}
          doubtful={doubtful}
          onField={onField}
          onDoubt={onDoubt}
        />
      )}
    </div>
  );
};
