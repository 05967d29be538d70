import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { ExpectedError, inSentences } from '../../shared/model/errors.ts';
import { sentence } from '../../shared/model/text.ts';

/* How the program is called from a shell: the same words for scripts, `npm start` and the browser host. */

/** It was called wrongly. Exit code 2. */
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
  typeof parseArgs<{ options: Options; allowPositionals: true; allowNegative: true; strict: true }>
>;

/** What went wrong in plain words, with how to call it where that was wrong; null for a bug. */
export const wordsOf = (error: unknown): string | null => {
  if (error instanceof ExpectedError) return inSentences(error);
  if (error instanceof UsageError) return [sentence(error.message), error.usage].join('\n').trimEnd();
  return null;
};

/** 2 for a wrong call, 1 for everything else that went wrong. */
export const exitCodeOf = (error: unknown): number => (error instanceof UsageError ? 2 : 1);

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
    return parseArgs({ args: [...args], options, allowPositionals: true, allowNegative: true, strict: true });
  } catch (error) {
    throw new UsageError(`看不懂这个参数：${named(error)}`);
  }
};

const named = (error: unknown): string =>
  /'(-[^' ]*)/u.exec(error instanceof Error ? error.message : '')?.[1] ?? '请对照用法检查';
