import { ExpectedError } from '../../shared/model/errors.ts';
import { UsageError } from './usage.ts';

/** Results go to the standard output, everything that went wrong to the standard error. */
export const say = (text: string): void => console.log(text);

/** Tells something beside the result. */
export const warn = (text: string): void => console.error(text);

/** Tells what went wrong in one Chinese sentence. A bug brings its stack. */
export const fail = (error: unknown): void => {
  if (error instanceof ExpectedError) console.error(`${error.message}${error.nextStep}`);
  else if (error instanceof UsageError) console.error(`${error.message}\n${error.usage}`);
  else console.error('程序出错：', error);
};
