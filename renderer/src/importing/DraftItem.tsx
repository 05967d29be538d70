import { Accordion, Badge, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { memo, useState, type ReactElement } from 'react';
import type { FormId } from '../../../shared/model/form-id.ts';
import { parseFen } from '../../../shared/model/money.ts';
import type { Indicator, ProjectContent } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';
import { wanText } from '../lib/format.ts';
import { otherDoubts } from './doubts.ts';
import { DoubtText } from './DoubtText.tsx';
import { DraftFields } from './DraftFields.tsx';
import { DraftIndicators } from './DraftIndicators.tsx';
import classes from './Import.module.css';
import { rowsOf, shownParts } from './parts.ts';
import type { ImportDraft } from './sources.ts';

export interface DraftItemProps {
  readonly value: string;
  readonly draft: ImportDraft;
  /** Which table the file is; null where it was not recognised. */
  readonly layout: FormId | null;
  readonly opened: boolean;
  /** The clerk has said that what was doubtful is right now. */
  readonly checked: boolean;
  readonly onChange: (index: number, change: Partial<ImportDraft>) => void;
  readonly onChecked: (index: number) => void;
}

/** One read project: take it or not, its name and amount, how many doubts; opened, everything to check and correct. */
export const DraftItem = memo(function DraftItem(props: DraftItemProps): ReactElement {
  const { value, draft, opened, checked, onChange } = props;
  const { content, take } = draft;
  const name = isBlank(content.name) ? '（没有读到项目名称）' : content.name;
  return (
    <Accordion.Item value={value} data-index={draft.index} className={`${classes.item} ${take ? '' : classes.skipped}`}>
      <div className={classes.itemHead}>
        <Checkbox
          aria-label={`导入 ${name}`}
          checked={take}
          onChange={(event) => onChange(draft.index, { take: event.currentTarget.checked })}
        />
        <Accordion.Control className={classes.control ?? ''}>
          <span className={classes.controlLine}>
            <span className={classes.name}>{name}</span>
            {draft.alreadyThere !== '' && (
              <Badge color="blue" variant="light" radius="sm" size="lg">
                已有同名项目
              </Badge>
            )}
            {draft.doubts.count > 0 && (
              <Badge color={checked ? 'teal' : 'orange'} variant="light" radius="sm" size="lg">
                {checked ? '✓ 已核对' : `⚠ ${draft.doubts.count} 处请核对`}
              </Badge>
            )}
            <Text component="span" size="sm" c="dimmed">
              {content.indicators.length} 条指标
            </Text>
            <Text component="span" size="sm" className="tabular" w={130} ta="right">
              {amountOf(content)}
            </Text>
          </span>
        </Accordion.Control>
      </div>
      <Accordion.Panel>{opened && <Details {...props} />}</Accordion.Panel>
    </Accordion.Item>
  );
});

const Details = ({ draft, layout, checked, onChange, onChecked }: DraftItemProps): ReactElement => {
  const { content, doubts, index } = draft;
  const [parts] = useState(() => shownParts(content, layout));
  const [kinds] = useState(() => rowsOf(layout, content.indicators));
  const change = (part: Partial<ProjectContent>): void => onChange(index, { content: { ...content, ...part } });
  // Stable, so that typing into one indicator redraws one row.
  const changeIndicator = useCallbackRef((at: number, indicator: Indicator) =>
    change({ indicators: content.indicators.map((old, place) => (place === at ? indicator : old)) }),
  );
  return (
    <Stack gap="sm">
      {draft.alreadyThere !== '' && (
        <Text size="sm" c="blue.9">
          本年度已有项目“{draft.alreadyThere}”。勾选后会再存一个同名项目，不会覆盖原来的。
        </Text>
      )}
      <DoubtText messages={otherDoubts(doubts, parts.fields)} />
      <DraftFields content={content} parts={parts} doubts={doubts} onChange={change} />
      <DraftIndicators
        indicators={content.indicators}
        kinds={kinds}
        parts={parts.indicator}
        doubts={doubts}
        onChange={changeIndicator}
      />
      {parts.midterm > 0 && (
        <Text size="sm" c="dimmed">
          还读到中期目标和 {parts.midterm} 条中期指标，会一起存入，可以在填写时核对。
        </Text>
      )}
      {doubts.count > 0 && !checked && (
        <Group justify="flex-end">
          <Button variant="light" onClick={() => onChecked(index)}>
            核对好了，看下一个
          </Button>
        </Group>
      )}
    </Stack>
  );
};

const amountOf = ({ funds, amountUnit }: ProjectContent): string => {
  if (isBlank(funds.total)) return '没有金额';
  const fen = parseFen(funds.total, amountUnit);
  return fen === null ? funds.total : `${wanText(fen)} 万元`;
};
