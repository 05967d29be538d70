import { Paper, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { wanText } from '../lib/format.ts';
import { shareOf } from './share.ts';
import classes from './Summary.module.css';
import type { YearSummary } from './SummaryPage.tsx';

/** 按项目类别: a bar each, as long as its part of the largest, with both sources in it. */
export const CategoryBars = ({ categories }: { readonly categories: YearSummary['byCategory'] }): ReactElement => {
  const most = Math.max(0, ...categories.map(({ totalFen }) => totalFen));
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="xs" id="by-category">
        项目类别
      </Title>
      <table className={classes.bars} aria-labelledby="by-category">
        <thead>
          <tr>
            <th scope="col" style={{ width: '24%' }}>
              类别
            </th>
            <td style={{ width: '28%' }} aria-hidden />
            <th scope="col" className={classes.number}>
              项目数
            </th>
            <th scope="col" className={classes.number}>
              资金总额（万元）
            </th>
            <th scope="col" className={classes.number}>
              财政拨款
            </th>
            <th scope="col" className={classes.number}>
              其他资金
            </th>
          </tr>
        </thead>
        <tbody>
          {categories.map((one) => (
            <tr key={one.label}>
              <th scope="row">{one.label}</th>
              <td aria-hidden>
                <div className={classes.track}>
                  <span className={classes.fiscal} style={{ width: `${shareOf(one.fiscalFen, most)}%` }} />
                  <span className={classes.other} style={{ width: `${shareOf(one.otherFen, most)}%` }} />
                  <span
                    className={classes.rest}
                    style={{ width: `${shareOf(one.totalFen - one.fiscalFen - one.otherFen, most)}%` }}
                  />
                </div>
              </td>
              <td className={classes.number}>{one.projects}</td>
              <td className={classes.number}>{wanText(one.totalFen)}</td>
              <td className={classes.number}>{wanText(one.fiscalFen)}</td>
              <td className={classes.number}>{wanText(one.otherFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Paper>
  );
};
