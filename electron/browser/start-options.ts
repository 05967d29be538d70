import { exitCodeOf, UsageError, wordsOf } from '../app/usage.ts';

/** The options `npm start` and the browser host share. */
export const START_OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string', default: '0' },
  open: { type: 'boolean', default: true },
} as const;

/** The port of `--port`; 0 for any free one. @throws UsageError */
export const portOption = (text: string): number => {
  const port = Number(text);
  if (/^\d+$/u.test(text) && port < 65_536) return port;
  throw new UsageError(`“${text}”不是端口，请写 0 到 65535 之间的数，或者不写。`);
};

/**
 * Runs the program; an expected failure is one sentence for whoever started it, and exit code 1. A wrong call is told
 * with how to call it, and is exit code 2.
 * @param usage how it is called, without 用法
 */
export const orSay = async (usage: string, run: () => Promise<void>): Promise<void> => {
  try {
    await run();
  } catch (thrown) {
    const error = thrown instanceof UsageError ? new UsageError(thrown.message, `用法：${usage}`) : thrown;
    const words = wordsOf(error);
    if (words === null) throw error;
    console.error(words);
    process.exitCode = exitCodeOf(error);
  }
};
