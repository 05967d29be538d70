import { Paper, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { wanText } from '../lib/format.ts';
import classes from './Summary.module.css';
import type { YearSummary } from './SummaryPage.tsx';

/** 各单位 of a department and their sum. */
export const UnitTable = ({ units, all }: Pick<YearSummary, 'units' | 'all'>): ReactElement => (
  <Paper withBorder p="md">
    <Title order={2} size="h5" mb="xs" id="by-unit">
      各单位
    </Title>
    <table className={classes.bars} aria-labelledby="by-unit">
      <thead>
        <tr>
          <th scope="col">单位</th>
          {['项目数', '资金总额（万元）', '财政拨款', '其他资金'].map((label) => (
            <th key={label} scope="col" className={classes.number}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <Row key={unit.unitId} name={unit.name} sums={unit} />
        ))}
        <Row name="合计" sums={all} />
      </tbody>
    </table>
  </Paper>
);

const Row = ({ name, sums }: { readonly name: string; readonly sums: YearSummary['all'] }): ReactElement => (
  <tr>
    <th scope="row">{name}</th>
    <td className={classes.number}>{sums.projects}</td>
    <td className={classes.number}>{wanText(sums.totalFen)}</td>
    <td className={classes.number}>{wanText(sums.fiscalFen)}</td>
    <td className={classes.number}>{wanText(sums.otherFen)}</td>
  </tr>
);
