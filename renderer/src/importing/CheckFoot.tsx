import { Button, Text } from '@mantine/core';
import type { ReactElement, RefObject } from 'react';
import classes from './Check.module.css';
import { openDoubts, type ImportDraft } from './draft.ts';
import type { ReadySource } from './sources.ts';
import { nextOpenDraft } from './walk.ts';

/** The way on: to the next doubt, then to the next project, at last back to the overview. */
export const CheckFoot = ({
  draft,
  sources,
  draftKeyHere,
  next,
  onNextDoubt,
  onForward,
}: {
  readonly draft: ImportDraft;
  readonly sources: readonly ReadySource[];
  readonly draftKeyHere: string;
  readonly next: RefObject<HTMLButtonElement | null>;
  readonly onNextDoubt: () => void;
  readonly onForward: () => void;
}): ReactElement => {
  const open = openDoubts(draft).length;
  const more = nextOpenDraft(sources, draftKeyHere) !== null;
  const label = open > 0 ? `这 ${open} 处都没错` : '核对好了';
  return (
    <div className={classes.foot}>
      <Text size="sm" c="dimmed" mr="auto" className={classes.keys}>
        F8 下一处，Shift+F8 上一处，回车“没错”，数字键改成别的读法，Ctrl+回车看下一个
      </Text>
      <Text size="sm" role="status" c={open > 0 ? 'orange.9' : 'teal.9'} ml="auto" style={{ whiteSpace: 'nowrap' }}>
        {open > 0 ? `⚠ 还有 ${open} 处请核对` : '✓ 没有要核对的'}
      </Text>
      {open > 0 && (
        <Button variant="default" onClick={onNextDoubt}>
          下一处
        </Button>
      )}
      <Button ref={next} variant={open > 0 ? 'light' : 'filled'} onClick={onForward}>
        {more ? `${label}，看下一个` : `${label}，回到全部项目`}
      </Button>
    </div>
  );
};
