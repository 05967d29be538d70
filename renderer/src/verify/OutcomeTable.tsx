import { Alert, Badge, Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { OUTCOMES, outcomesOf, type VerifiedTable } from './outcome.ts';

/** What came out for one file: in a sentence each what it means, and its tables one by one. */
export const OutcomeTable = ({
  name,
  tables,
}: {
  readonly name: string;
  readonly tables: readonly VerifiedTable[];
}): ReactElement => (
  <Paper component="section" aria-label={name} withBorder p="md">
    <Stack gap="sm">
      <Title order={2} size="h5" style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Title>
      {outcomesOf(tables).map(({ outcome, count }) => (
        <Alert
          key={outcome}
          color={OUTCOMES[outcome].color}
          role="status"
          title={`${OUTCOMES[outcome].label}：${count === tables.length ? '' : `${tables.length} 张表里的 `}${count} 张`}
        >
          <Text size="sm">{OUTCOMES[outcome].meaning}</Text>
        </Alert>
      ))}
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>表</Table.Th>
            <Table.Th>结果</Table.Th>
            <Table.Th>按内容算出的校验码</Table.Th>
            <Table.Th>页脚印的</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {/* Tables of a document may share their name. */}
          {tables.map((table, index) => (
            <Row key={`${index} ${table.name}`} table={table} />
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  </Paper>
);

const Row = ({ table }: { readonly table: VerifiedTable }): ReactElement => (
  <Table.Tr>
    <Table.Td style={{ overflowWrap: 'anywhere' }}>{table.name}</Table.Td>
    <Table.Td>
      <Badge color={OUTCOMES[table.outcome].color} variant="light" radius="sm" size="lg">
        {OUTCOMES[table.outcome].label}
      </Badge>
    </Table.Td>
    <Table.Td className="tabular">{table.code}</Table.Td>
    <Table.Td className="tabular">{table.printed === '' ? '（没有印）' : table.printed}</Table.Td>
  </Table.Tr>
);
