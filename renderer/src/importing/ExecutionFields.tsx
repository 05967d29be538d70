import { TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Execution, ExecutionLine } from '../../../shared/model/project.ts';
import classes from './Check.module.css';
import { Field } from './Field.tsx';
import type { FieldKey } from './field-keys.ts';

const ROWS = [
  { key: 'total', label: '年度资金总额' },
  { key: 'fiscal', label: '当年财政拨款' },
  { key: 'carried', label: '上年结转资金' },
  { key: 'other', label: '其他资金' },
] as const satisfies readonly { readonly key: keyof Execution; readonly label: string }[];

const COLUMNS = [
  { key: 'initial', label: '年初预算数' },
  { key: 'adjusted', label: '全年预算数' },
  { key: 'executed', label: '全年执行数' },
] as const satisfies readonly { readonly key: keyof ExecutionLine; readonly label: string }[];

/** 预算执行 of 自评表: what was planned, what it became, what was spent. */
export const ExecutionFields = ({
  execution,
  onChange,
}: {
  readonly execution: Execution;
  readonly onChange: (execution: Execution, field: FieldKey) => void;
}): ReactElement => (
  <section aria-label="预算执行" className={classes.execution}>
    <span className={classes.head}>预算执行</span>
    {COLUMNS.map(({ key, label }) => (
      <span key={key} className={classes.head}>
        {label}
      </span>
    ))}
    {ROWS.map((row) => (
      <ExecutionRow
        key={row.key}
        label={row.label}
        line={execution[row.key]}
        field={`execution.${row.key}`}
        onChange={(line, field) => onChange({ ...execution, [row.key]: line }, field)}
      />
    ))}
  </section>
);

const ExecutionRow = ({
  label,
  line,
  field,
  onChange,
}: {
  readonly label: string;
  readonly line: ExecutionLine;
  readonly field: FieldKey;
  readonly onChange: (line: ExecutionLine, field: FieldKey) => void;
}): ReactElement => (
  <>
    <span>{label}</span>
    {COLUMNS.map((column) => {
      const key = `${field}.${column.key}`;
      return (
        <Field key={key} field={key}>
          <TextInput
            aria-label={`${label}的${column.label}`}
            value={line[column.key]}
            maxLength={2000}
            onChange={(event) => onChange({ ...line, [column.key]: event.currentTarget.value }, key)}
          />
        </Field>
      );
    })}
  </>
);
