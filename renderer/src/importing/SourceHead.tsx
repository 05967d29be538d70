import { Button, Group, Text } from '@mantine/core';
import type { MouseEvent, ReactElement } from 'react';
import { FORMS } from '../../../shared/forms/index.ts';
import type { Layout } from '../../../shared/recognise/layout.ts';
import { MapByHand } from '../mapping/MapByHand.tsx';
import { useImporting } from './importing-context.ts';
import classes from './Overview.module.css';
import { overviewRowId } from './OverviewRow.tsx';
import { wantedOf } from './outcome.ts';
import type { SameNames } from './same-names.ts';
import { draftKey, type ReadySource } from './sources.ts';

/** The head of one file in the overview: what it is, what the clerk should know of it, and the question about hidden sheets. */
export const SourceHead = ({
  source,
  twins,
  index,
  top,
  active,
  measure,
}: {
  readonly source: ReadySource;
  readonly twins: SameNames;
  readonly index: number;
  readonly top: number;
  readonly active: boolean;
  readonly measure: (head: HTMLElement | null) => void;
}): ReactElement => {
  const { dispatch } = useImporting();
  const { preview, name, drafts } = source;
  const { document } = preview.recognised;
  const facts = [
    document.layout && titleOf(document.layout),
    document.department,
    document.year && `${document.year} 年度`,
    `${drafts.length} 个项目`,
  ];
  return (
    <div
      ref={measure}
      id={overviewRowId(index)}
      data-index={index}
      data-active={active || undefined}
      className={classes.head}
      style={{ top }}
      role="row"
      aria-rowindex={index + 1}
    >
      <div role="gridcell" className={classes.headCell}>
        <Group gap="sm" wrap="nowrap">
          <Text fw={600} truncate>
            {name}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {facts.filter(Boolean).join(' · ')}
          </Text>
          {preview.tables.length > 0 && (
            <MapByHand
              readingId={preview.importId}
              label="读得不对？手工对应"
              variant="subtle"
              ml="auto"
              flex="none"
              aria-label={`读得不对？手工对应 ${name}`}
              onRead={(read) => dispatch({ type: 'ready', key: source.key, preview: read, hidden: source.hidden })}
            />
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            ml={preview.tables.length > 0 ? 0 : 'auto'}
            flex="none"
            aria-label={`移除 ${name}`}
            onClick={() => dispatch({ type: 'remove', key: source.key })}
          >
            移除
          </Button>
        </Group>
        <HiddenSheets source={source} />
        <Twins source={source} twins={twins} />
        {preview.notes.map((note) => (
          <Text key={note} size="sm" c="orange.9">
            ⚠ {note}
          </Text>
        ))}
      </div>
    </div>
  );
};

const titleOf = (layout: Layout): string =>
  layout === 'self-evaluation' ? '自评表' : (FORMS.find(({ id }) => id === layout)?.title ?? '');

/** `有 2 张隐藏的工作表：…，要读吗？` */
const HiddenSheets = ({ source }: { readonly source: ReadySource }): ReactElement | null => {
  const { readHidden, dispatch } = useImporting();
  const { hiddenSheets } = source.preview;
  if (hiddenSheets.length === 0 || source.hidden !== 'asked') return null;
  return (
    <Group gap="sm" role="group" aria-label="隐藏的工作表" className={classes.hidden}>
      <Text size="sm">
        有 {hiddenSheets.length} 张隐藏的工作表：{hiddenSheets.map((sheet) => `“${sheet}”`).join('、')}，要读吗？
      </Text>
      <Button size="compact-sm" onClick={() => readHidden(source)}>
        一起读
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => dispatch({ type: 'hidden', key: source.key, answer: 'left' })}
      >
        不读
      </Button>
    </Group>
  );
};

/** `有 17 个项目，前面的文件里也有（“000.xls”）`, and one click to leave them out. */
const Twins = ({ source, twins }: { readonly source: ReadySource; readonly twins: SameNames }): ReactElement | null => {
  const { dispatch } = useImporting();
  const own = source.drafts.filter((draft) => twins.has(draftKey(source, draft)));
  const files = new Set(own.map((draft) => twins.get(draftKey(source, draft))));
  if (own.length === 0) return null;
  const skip = (event: MouseEvent<HTMLElement>): void => {
    // The button goes with it: the keyboard stays in the list.
    event.currentTarget.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
    own.forEach(({ index }) =>
      dispatch({ type: 'draft', key: source.key, index, change: (old) => ({ ...old, wanted: wantedOf('skip') }) }),
    );
  };
  return (
    <Group gap="sm" role="group" aria-label="名称相同的项目" className={classes.hidden}>
      <Text size="sm" c="orange.9">
        ⚠ 有 {own.length} 个项目和{[...files].map((file) => `“${file ?? ''}”`).join('、')}里的名称相同，都存就重复了。
      </Text>
      <Button size="compact-sm" onClick={skip}>
        跳过这 {own.length} 个
      </Button>
    </Group>
  );
};
