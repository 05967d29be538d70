import { ExpectedError } from '../../shared/model/errors.ts';

/** The port of `--port`; 0 for any free one. @throws ExpectedError */
export const portOption = (text: string): number => {
  const port = Number(text);
  if (/^\d+$/u.test(text) && port < 65_536) return port;
  throw new ExpectedError('bad-input', `“${text}”不是端口。`, '请写 0 到 65535 之间的数，或者不写。');
};

/** Runs the program; an expected failure is one sentence for whoever started it, and exit code 1. */
export const orSay = async (run: () => Promise<void>): Promise<void> => {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    console.error(`${error.message}${error.nextStep}`);
    process.exitCode = 1;
  }
};
