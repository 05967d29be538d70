import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { parseFen } from '../../../shared/model/money.ts';
import type { Funds, ProjectContent } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';
import { wanText } from '../lib/format.ts';
import { DoubtText } from './DoubtText.tsx';
import type { PlacedDoubts } from './doubts.ts';
import type { ShownParts } from './parts.ts';
import { PlanFields } from './PlanFields.tsx';

export interface DraftFieldsProps {
  readonly content: ProjectContent;
  /** What is shown beyond what every table has. */
  readonly parts: ShownParts;
  readonly doubts: PlacedDoubts;
  readonly onChange: (change: Partial<ProjectContent>) => void;
}

const LINES = [
  { key: 'name', label: '项目名称' },
  { key: 'code', label: '项目编码' },
  { key: 'category', label: '项目类别' },
  { key: 'departmentAndCode', label: '主管部门及代码' },
  { key: 'implementingUnit', label: '实施单位' },
  { key: 'attribute', label: '项目属性' },
  { key: 'period', label: '项目期' },
] as const satisfies readonly { readonly key: keyof ProjectContent; readonly label: string }[];

const AMOUNTS = [
  { key: 'total', label: '资金总额' },
  { key: 'fiscal', label: '其中：财政拨款' },
  { key: 'other', label: '其他资金' },
] as const satisfies readonly { readonly key: keyof Funds; readonly label: string }[];

/** Everything of a read project but its indicators. */
export const DraftFields = ({ content, parts, doubts, onChange }: DraftFieldsProps): ReactElement => {
  const lines = LINES.filter(({ key }) => parts.fields.has(key));
  const of = (field: string): readonly string[] | undefined => doubts.fields.get(field);
  const mark = (field: string) => (of(field) ? { error: <DoubtText messages={of(field)} /> } : {});
  return (
    <>
      <SimpleGrid cols={{ base: 2, lg: 3 }} spacing="sm" verticalSpacing="xs">
        {lines.map(({ key, label }) => (
          <TextInput
            key={key}
            label={label}
            value={content[key]}
            maxLength={2000}
            onChange={(event) => onChange({ [key]: event.currentTarget.value })}
            {...mark(key)}
          />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={4} spacing="sm" mt="xs">
        {AMOUNTS.map(({ key, label }) => (
          <TextInput
            key={key}
            label={label}
            value={content.funds[key]}
            maxLength={2000}
            onChange={(event) => onChange({ funds: { ...content.funds, [key]: event.currentTarget.value } })}
            description={inWan(content.funds[key], content.amountUnit)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...mark(`funds.${key}`)}
          />
        ))}
        <NativeSelect
          label="金额单位"
          data={['万元', '元']}
          value={content.amountUnit}
          onChange={(event) => onChange({ amountUnit: event.currentTarget.value === '元' ? '元' : '万元' })}
          {...mark('amountUnit')}
        />
      </SimpleGrid>
      {parts.fields.has('usage') && (
        <Textarea
          mt="xs"
          label="资金用途"
          autosize
          minRows={1}
          maxRows={6}
          value={content.usage}
          onChange={(event) => onChange({ usage: event.currentTarget.value })}
          {...mark('usage')}
        />
      )}
      {parts.fields.has('spendingPlan') && (
        <PlanFields
          plan={content.spendingPlan}
          doubts={of('spendingPlan')}
          onChange={(spendingPlan) => onChange({ spendingPlan })}
        />
      )}
      <Textarea
        mt="xs"
        label="年度总体目标"
        autosize
        minRows={2}
        maxRows={8}
        value={content.goals.join('\n')}
        onChange={(event) => onChange({ goals: goalsOf(event.currentTarget.value, content.goals) })}
        {...mark('goals.0')}
      />
    </>
  );
};

// Goals that were read apart are a line each and stay apart.
const goalsOf = (text: string, goals: readonly string[]): string[] => (goals.length > 1 ? text.split('\n') : [text]);

// Amounts printed in 元 show what they are on the official table, which is always in 万元.
const inWan = (text: string, unit: ProjectContent['amountUnit']): string => {
  if (isBlank(text)) return '';
  const fen = parseFen(text, unit);
  if (fen === null) return '不是数字，不会计入合计';
  return unit === '元' ? `= ${wanText(fen)} 万元` : '';
};
