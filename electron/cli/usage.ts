import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** The command was called wrongly. Exit code 2. */
export class UsageError extends Error {
  /** How it is called. */
  readonly usage: string;

  constructor(message: string, usage = '') {
    super(message);
    this.name = 'UsageError';
    this.usage = usage;
  }
}

type Parsed<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; allowPositionals: true; strict: true }>
>;

/**
 * Reads options and files.
 * @param files whether the command takes any
 * @throws UsageError for anything the command does not know, and for an option whose value is empty: `--data "$D"` in a
 * script that forgot to set D must not reach anybody's own data
 */
export const parse = <const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  files: 'files' | 'no-files' = 'no-files',
): Parsed<Options> => {
  const parsed = read(args, options);
  for (const [name, value] of Object.entries(parsed.values)) {
    if (value === '') throw new UsageError(`--${name} 后面没有内容。`);
  }
  const [extra] = parsed.positionals;
  if (files === 'no-files' && extra !== undefined) throw new UsageError(`看不懂这个参数：${extra}`);
  return parsed;
};

const read = <const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
): Parsed<Options> => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`看不懂这个参数：${named(error)}`);
  }
};

const named = (error: unknown): string =>
  /'(-[^' ]*)/u.exec(error instanceof Error ? error.message : '')?.[1] ?? '请对照用法检查';

/** The year of `--year`; null where it was not given. */
export const yearOption = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  const year = Number(text);
  if (!/^\d{4}$/u.test(text) || year < 1990 || year > 2100)
    throw new UsageError(`“${text}”不是年度，请写成 2024 这样。`);
  return year;
};
