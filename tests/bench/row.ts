/** One line of `npm run bench`. A goal of null is only shown. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ratio' | 'ms' | 'MiB' | '/s';
  readonly goal: number | null;
}
