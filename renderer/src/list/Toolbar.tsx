import { Button, CloseButton, Group, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState, type KeyboardEvent, type ReactElement, type RefObject } from 'react';
import type { ProjectState } from '../../../shared/model/project.ts';
import { belongsToIme } from '../lib/keyboard.ts';
import type { ListView } from './view.ts';

export interface ToolbarProps {
  readonly view: ListView;
  readonly onView: (change: (old: ListView) => ListView) => void;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  /** Leaves the search box for the list. */
  readonly onLeaveSearch: () => void;
  readonly selected: number;
  readonly count: number;
  /** Some projects came back approved: they can be looked at by themselves. */
  readonly approved: boolean;
  readonly onCreate: () => void;
  readonly onExport: () => void;
  readonly onPrint: () => void;
  readonly onMail: () => void;
  readonly onCarry: () => void;
  readonly onRemove: () => void;
}

/** Above the list: new, search, filter, and what can be done with the ticked projects, or with all that are shown. */
export const Toolbar = (props: ToolbarProps): ReactElement => {
  const { selected, count } = props;
  const nothing = selected === 0 && count === 0;
  return (
    <Group px="md" py={8} gap="xs" wrap="nowrap" role="toolbar" aria-label="项目操作">
      <Button px="sm" flex="none" onClick={props.onCreate} title="按 N 键也可以">
        新建项目
      </Button>
      <SearchBox {...props} />
      <StateFilter {...props} />
      <Group gap="xs" ml="auto" wrap="nowrap" flex="none">
        {selected > 0 && (
          <Button px="sm" variant="default" onClick={props.onRemove}>
            删除（{selected}）
          </Button>
        )}
        <Button px="sm" variant="default" title="把这些项目带到下一年度" onClick={props.onCarry} disabled={nothing}>
          结转
        </Button>
        <Button px="sm" variant="default" onClick={props.onMail} disabled={nothing}>
          发送
        </Button>
        <Button px="sm" variant="default" onClick={props.onPrint} disabled={nothing}>
          打印预览
        </Button>
        <Button px="sm" variant="light" onClick={props.onExport} disabled={nothing}>
          {selected > 0 ? `导出（${selected}）` : '导出全部'}
        </Button>
      </Group>
    </Group>
  );
};

const SearchBox = ({ view, onView, searchBox, onLeaveSearch }: ToolbarProps): ReactElement => {
  const [typed, setTyped] = useState(view.search);
  const apply = (search: string): void => onView((old) => ({ ...old, search }));
  const later = useDebouncedCallback(apply, 150);
  const change = (search: string): void => {
    setTyped(search);
    if (search === '') {
      later.cancel();
      apply('');
    } else later(search);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (belongsToIme(event)) return;
    if (event.key === 'Escape' && typed !== '') change('');
    else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') onLeaveSearch();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <TextInput
      ref={searchBox}
      flex="0 1 280px"
      miw={140}
      aria-label="搜索项目"
      placeholder="搜索：名称、拼音或首字母"
      title="按 / 键到这里"
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      rightSection={typed === '' ? null : <CloseButton aria-label="清除搜索" onClick={() => change('')} />}
    />
  );
};

const FILTERS: readonly { readonly value: ProjectState | 'all'; readonly label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'draft', label: '草稿' },
  { value: 'finished', label: '已完成' },
  { value: 'approved', label: '已批复' },
];

const StateFilter = ({ view, onView, approved }: ToolbarProps): ReactElement => (
  <SegmentedControl
    aria-label="按状态筛选"
    flex="none"
    value={view.state ?? 'all'}
    data={FILTERS.filter(({ value }) => value !== 'approved' || approved)}
    onChange={(value) => onView((old) => ({ ...old, state: value === 'all' ? null : value }))}
  />
);
