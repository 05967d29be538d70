import { useDeferredValue, useMemo, useState } from 'react';
import type { SourceTable } from '../../../shared/grid/table.ts';
import {
  headAtOf,
  headsAt,
  labelBeside,
  withCell,
  withColumn,
  withHead,
  type Spot,
} from '../../../shared/recognise/mapped/edit.ts';
import type { MappedField } from '../../../shared/recognise/mapped/fields.ts';
import type { Mapping } from '../../../shared/recognise/mapped/mapping.ts';
import { proposeMapping } from '../../../shared/recognise/mapped/propose.ts';
import { readMapped } from '../../../shared/recognise/mapped/read.ts';
import type { RecognisedDocument } from '../../../shared/recognise/recognised.ts';
import type { Outputs } from '../lib/trpc.ts';

export type MappingStart = Outputs['mappings']['propose'];

/** A mapping while it is being said. */
export interface MappingEdit {
  readonly mapping: Mapping;
  /** Which of the tables is shown, by its index. */
  readonly table: number;
  /** Row of the source at which the head begins. */
  readonly headAt: number;
  /** What comes out of the rows that are shown. */
  readonly reading: RecognisedDocument;
  readonly setShape: (shape: Mapping['shape']) => void;
  readonly setAmountUnit: (unit: Mapping['amountUnit']) => void;
  readonly showTable: (table: number) => void;
  readonly setHead: (at: number, rows: number) => void;
  readonly setColumn: (column: number, field: MappedField | null) => void;
  readonly setCell: (spot: Spot, field: MappedField | null) => void;
}

interface State {
  readonly mapping: Mapping;
  readonly table: number;
  readonly headAt: number;
}

const NO_TABLE: SourceTable = { name: '', rows: [] };

/** The mapping as proposed, with what the clerk says of it; read anew after every word. */
export const useMapping = ({ tables, proposal, file }: MappingStart): MappingEdit => {
  const at = (table: number): SourceTable => tables[table] ?? NO_TABLE;
  const [state, setState] = useState<State>(() => startOf(tables, proposal));
  const { mapping, table, headAt } = state;
  const shown = useDeferredValue(mapping);
  const reading = useMemo(() => readMapped(tables, shown, file), [tables, shown, file]);
  const change = (next: (old: State) => Partial<State>): void => setState((old) => ({ ...old, ...next(old) }));
  return {
    ...state,
    reading,
    setShape: (shape) =>
      change((old) => {
        const next = shape === proposal.shape ? proposal : proposeMapping(tables, shape);
        return { mapping: next, headAt: headAtOf(at(old.table), next) };
      }),
    setAmountUnit: (amountUnit) => change((old) => ({ mapping: { ...old.mapping, amountUnit } })),
    showTable: (next) => change(() => ({ table: next, headAt: headAtOf(at(next), mapping) })),
    setHead: (from, rows) =>
      change((old) => ({
        headAt: from,
        mapping: withHead(old.mapping, headsAt(at(old.table), from, rows), rows),
      })),
    setColumn: (column, field) =>
      change((old) => ({
        mapping: withColumn(old.mapping, headsAt(at(table), headAt, old.mapping.headerRows), column, field),
      })),
    setCell: (spot, field) =>
      change((old) => {
        const beside = labelBeside(at(old.table), spot);
        return beside === null ? {} : { mapping: withCell(old.mapping, beside, field) };
      }),
  };
};

/** The table the proposal was made for: the one in which its head stands, else the first. */
const startOf = (tables: readonly SourceTable[], mapping: Mapping): State => {
  const table = Math.max(
    0,
    tables.findIndex((one) => readMapped([one], mapping, '').projects.length > 0),
  );
  return { mapping, table, headAt: headAtOf(tables[table] ?? NO_TABLE, mapping) };
};
