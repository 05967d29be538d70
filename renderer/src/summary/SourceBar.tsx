import { Group, Paper, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { wanText } from '../lib/format.ts';
import { shareOf, shareText } from './share.ts';
import classes from './Summary.module.css';
import type { YearSummary } from './SummaryPage.tsx';

/** 资金来源: one bar, and what it says in words beside it. */
export const SourceBar = ({ sums }: { readonly sums: YearSummary['all'] }): ReactElement => {
  const parts = partsOf(sums);
  const whole = parts.reduce((sum, { fen }) => sum + fen, 0);
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h5" mb="xs">
        资金来源
      </Title>
      <div className={classes.stack} aria-hidden>
        {parts.map(({ label, fen, className }) => (
          <span key={label} className={className} style={{ width: `${shareOf(fen, whole)}%` }} />
        ))}
      </div>
      <Group gap="lg" mt="xs">
        {parts.map(({ label, fen, className }) => (
          <Text key={label} size="sm" className="tabular">
            <span className={`${classes.key} ${className}`} aria-hidden />
            {label} <b>{wanText(fen)}</b> 万元（{shareText(fen, whole)}）
          </Text>
        ))}
      </Group>
    </Paper>
  );
};

// What neither of the two says: a total typed without its parts.
const partsOf = ({ totalFen, fiscalFen, otherFen }: YearSummary['all']) => {
  const rest = totalFen - fiscalFen - otherFen;
  return [
    { label: '财政拨款', fen: fiscalFen, className: classes.fiscal ?? '' },
    { label: '其他资金', fen: otherFen, className: classes.other ?? '' },
    ...(rest > 0 ? [{ label: '没有写明来源', fen: rest, className: classes.rest ?? '' }] : []),
  ];
};
