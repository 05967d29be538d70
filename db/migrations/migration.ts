/** One step of the schema. Steps that were released are never edited: a mistake is put right by a further step. */
export interface Migration {
  /** From 1, without a gap; the database's user_version once it has run. */
  readonly number: number;
  readonly name: string;
  /** Runs inside one transaction that also moves user_version. */
  readonly sql: string;
}
