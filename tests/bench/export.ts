import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchRow } from './row.ts';

const run = promisify(execFile);

const COUNT = 1_000;
const ROUNDS = 3;

interface Measured {
  readonly ms: number;
  readonly mib: number;
}

/** One run of a program in a process of its own: wall time with start-up, peak memory as it prints it. */
const measure = async (program: string, mode: string, folder: string): Promise<Measured> => {
  const target = join(folder, `${mode}-${Math.round(performance.now())}${mode === 'workbook' ? '.xlsx' : ''}`);
  const start = performance.now();
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, program), mode, String(COUNT), target]);
  const ms = performance.now() - start;
  await rm(target, { recursive: true, force: true });
  return { ms, mib: Number(stdout.trim()) };
};

/** Compares by turns, so that what else the machine does falls on both; the quickest of each counts. */
const compare = async (mode: string, folder: string): Promise<{ ours: Measured; plain: Measured }> => {
  const ours: Measured[] = [];
  const plain: Measured[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await measure('export-ours.ts', mode, folder));
    plain.push(await measure('export-plain.ts', mode, folder));
  }
  return { ours: best(ours), plain: best(plain) };
};

const best = (all: readonly Measured[]): Measured => ({
  ms: Math.min(...all.map(({ ms }) => ms)),
  mib: Math.max(...all.map(({ mib }) => mib)),
});

const MODES = [
  { mode: 'workbook', name: `export ${COUNT} projects to one workbook`, goal: 1 },
  { mode: 'files', name: `export ${COUNT} projects to ${COUNT} files`, goal: 0.6 },
] as const;

/** Exporting 1,000 projects against a plain exceljs program that writes the same cells. */
export const benchExport = async (): Promise<BenchRow[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-export-'));
  const rows: BenchRow[] = [];
  try {
    for (const { mode, name, goal } of MODES) {
      const { ours, plain } = await compare(mode, folder);
      rows.push(
        { name: `${name}, time against plain exceljs`, value: ours.ms / plain.ms, unit: 'ratio', goal },
        { name: `${name}, time`, value: ours.ms, unit: 'ms', goal: null },
        { name: `${name}, peak memory`, value: ours.mib, unit: 'MiB', goal: 400 },
        { name: `${name}, peak memory of plain exceljs`, value: plain.mib, unit: 'MiB', goal: null },
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return rows;
};
