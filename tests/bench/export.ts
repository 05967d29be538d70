import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PAPERS } from '../../shared/forms/index.ts';
import { argumentsOf, type WantedExport } from './export-wanted.ts';
import type { BenchRow } from './row.ts';

const run = promisify(execFile);

const ROUNDS = 3;

interface Measured {
  readonly ms: number;
  readonly mib: number;
}

/** One run of a program in a process of its own: wall time with start-up, peak memory as it prints it. */
const measure = async (program: string, wanted: WantedExport, folder: string): Promise<Measured> => {
  const target = join(folder, `${Math.round(performance.now())}${wanted.mode === 'files' ? '' : `.${wanted.format}`}`);
  const start = performance.now();
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, program), ...argumentsOf(wanted, target)]);
  const ms = performance.now() - start;
  await rm(target, { recursive: true, force: true });
  const [mib = 0, free = 0] = stdout.trim().split(' ').map(Number);
  return { ms: ms - free, mib };
};

/** Compares by turns, so that what else the machine does falls on both; the quickest of each counts. */
const compare = async (wanted: WantedExport, folder: string): Promise<{ ours: Measured; plain: Measured }> => {
  const ours: Measured[] = [];
  const plain: Measured[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await measure('export-ours.ts', wanted, folder));
    plain.push(await measure('export-plain.ts', wanted, folder));
  }
  return { ours: best(ours), plain: best(plain) };
};

const best = (all: readonly Measured[]): Measured => ({
  ms: Math.min(...all.map(({ ms }) => ms)),
  mib: Math.max(...all.map(({ mib }) => mib)),
});

/** Exports against a plain program that writes the same cells with the library of the format. */
const COMPARED: readonly { readonly wanted: WantedExport; readonly ratio: number; readonly ms: number | null }[] = [
  { wanted: { form: 'annex2', format: 'xlsx', mode: 'workbook', projects: 1_000, units: 1 }, ratio: 1, ms: null },
  { wanted: { form: 'annex2', format: 'xlsx', mode: 'files', projects: 1_000, units: 1 }, ratio: 0.6, ms: null },
  // Every paper alike, as a unit has it: a second with start-up.
  ...PAPERS.flatMap(({ id, formats }) =>
    formats.map((format) => ({
      wanted: { form: id, format, mode: 'workbook' as const, projects: 60, units: 1 },
      ratio: 1,
      ms: 1_000,
    })),
  ),
];

/** Exports of a whole county, for their memory. */
const LARGE: readonly { readonly wanted: WantedExport; readonly mib: number }[] = [
  ...PAPERS.filter(({ span }) => span === 'book').map(({ id }) => ({
    wanted: { form: id, format: 'xlsx' as const, mode: 'workbook' as const, projects: 38 * 60, units: 38 },
    mib: 400,
  })),
  { wanted: { form: 'annex2', format: 'docx', mode: 'workbook', projects: 1_000, units: 1 }, mib: 500 },
];

const nameOf = ({ form, format, mode, projects, units }: WantedExport): string =>
  `${form} ${format}, ${projects} projects${units > 1 ? ` of ${units} units` : ''}${mode === 'files' ? ', a file each' : ''}`;

const libraryOf = ({ format }: WantedExport): string => `plain ${format === 'xlsx' ? 'exceljs' : 'docx'}`;

/** Exports of every paper in every format. */
export const benchExport = async (): Promise<BenchRow[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-export-'));
  const rows: BenchRow[] = [];
  try {
    for (const { wanted, ratio, ms } of COMPARED) {
      const name = nameOf(wanted);
      const { ours, plain } = await compare(wanted, folder);
      rows.push(
        { name: `${name}: time against ${libraryOf(wanted)}`, value: ours.ms / plain.ms, unit: 'ratio', goal: ratio },
        { name: `${name}: time`, value: ours.ms, unit: 'ms', goal: ms },
        { name: `${name}: peak memory`, value: ours.mib, unit: 'MiB', goal: 400 },
        { name: `${name}: peak memory of ${libraryOf(wanted)}`, value: plain.mib, unit: 'MiB', goal: null },
      );
    }
    for (const { wanted, mib: goal } of LARGE) {
      const { ms, mib } = await measure('export-ours.ts', wanted, folder);
      rows.push(
        { name: `${nameOf(wanted)}: peak memory`, value: mib, unit: 'MiB', goal },
        { name: `${nameOf(wanted)}: time`, value: ms, unit: 'ms', goal: null },
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return rows;
};
