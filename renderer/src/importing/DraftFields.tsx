import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { parseFen } from '../../../shared/model/money.ts';
import type { Funds, ProjectContent } from '../../../shared/model/project.ts';
import { isBlank } from '../../../shared/model/text.ts';
import { wanText } from '../lib/format.ts';
import classes from './Check.module.css';
import { ExecutionFields } from './ExecutionFields.tsx';
import { Field } from './Field.tsx';
import type { FieldKey } from './field-keys.ts';
import type { ShownParts } from './parts.ts';
import { PlanFields } from './PlanFields.tsx';

export interface DraftFieldsProps {
  readonly content: ProjectContent;
  /** What is shown beyond what every table has. */
  readonly parts: ShownParts;
  readonly onChange: (change: Partial<ProjectContent>, field: FieldKey) => void;
}

/** Fields of one line; `wide` ones take the whole width. */
const LINES = [
  { key: 'name', label: '项目名称', wide: true },
  { key: 'code', label: '项目编码', wide: false },
  { key: 'category', label: '项目类别', wide: false },
  { key: 'departmentAndCode', label: '主管部门及代码', wide: false },
  { key: 'implementingUnit', label: '实施单位', wide: false },
  { key: 'attribute', label: '项目属性', wide: false },
  { key: 'period', label: '项目期', wide: false },
  { key: 'evaluationScore', label: '自评总分', wide: false },
] as const satisfies readonly {
  readonly key: keyof ProjectContent;
  readonly label: string;
  readonly wide: boolean;
}[];

const AMOUNTS = [
  { key: 'total', label: '资金总额' },
  { key: 'fiscal', label: '其中：财政拨款' },
  { key: 'other', label: '其他资金' },
] as const satisfies readonly { readonly key: keyof Funds; readonly label: string }[];

/** Everything of a read project but its indicators. */
export const DraftFields = ({ content, parts, onChange }: DraftFieldsProps): ReactElement => (
  <>
    <div className={classes.fields}>
      {LINES.filter(({ key }) => parts.fields.has(key)).map(({ key, label, wide }) => (
        <Field key={key} field={key} wide={wide}>
          <TextInput
            label={label}
            value={content[key]}
            maxLength={2000}
            onChange={(event) => onChange({ [key]: event.currentTarget.value }, key)}
          />
        </Field>
      ))}
    </div>
    <div className={classes.amounts}>
      {AMOUNTS.map(({ key, label }) => (
        <Field key={key} field={`funds.${key}`}>
          <TextInput
            label={label}
            value={content.funds[key]}
            maxLength={2000}
            onChange={(event) =>
              onChange({ funds: { ...content.funds, [key]: event.currentTarget.value } }, `funds.${key}`)
            }
            description={inWan(content.funds[key], content.amountUnit)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
        </Field>
      ))}
      <Field field="amountUnit">
        <NativeSelect
          label="金额单位"
          data={['万元', '元']}
          value={content.amountUnit}
          onChange={(event) =>
            onChange({ amountUnit: event.currentTarget.value === '元' ? '元' : '万元' }, 'amountUnit')
          }
        />
      </Field>
    </div>
    {parts.fields.has('usage') && (
      <LongText
        label="资金用途"
        field="usage"
        value={content.usage}
        onChange={(usage) => onChange({ usage }, 'usage')}
      />
    )}
    {parts.fields.has('spendingPlan') && (
      <Field field="spendingPlan" wide>
        <PlanFields
          plan={content.spendingPlan}
          onChange={(spendingPlan) => onChange({ spendingPlan }, 'spendingPlan')}
        />
      </Field>
    )}
    <LongText
      label="年度总体目标"
      field="goals"
      value={content.goals.join('\n')}
      onChange={(text) => onChange({ goals: goalsOf(text, content.goals) }, 'goals')}
    />
    {parts.fields.has('goalsActual') && (
      <LongText
        label="年度总体目标的实际完成情况"
        field="goalsActual"
        value={content.goalsActual}
        onChange={(goalsActual) => onChange({ goalsActual }, 'goalsActual')}
      />
    )}
    {parts.fields.has('execution') && (
      <ExecutionFields execution={content.execution} onChange={(execution, field) => onChange({ execution }, field)} />
    )}
  </>
);

const LongText = ({
  label,
  field,
  value,
  onChange,
}: {
  readonly label: string;
  readonly field: FieldKey;
  readonly value: string;
  readonly onChange: (text: string) => void;
}): ReactElement => (
  <Field field={field} wide>
    <Textarea
      label={label}
      rows={2}
      classNames={{ input: classes.growing ?? '' }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </Field>
);

// Goals that were read apart are a line each and stay apart.
const goalsOf = (text: string, goals: readonly string[]): string[] => (goals.length > 1 ? text.split('\n') : [text]);

// Amounts printed in 元 show what they are on the official table, which is always in 万元.
const inWan = (text: string, unit: ProjectContent['amountUnit']): string => {
  if (isBlank(text)) return '';
  const fen = parseFen(text, unit);
  if (fen === null) return '不是数字，不会计入合计';
  return unit === '元' ? `= ${wanText(fen)} 万元` : '';
};
