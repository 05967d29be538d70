import { wordsOf } from '../app/usage.ts';

/** Results go to the standard output, everything that went wrong to the standard error. */
export const say = (text: string): void => console.log(text);

/** Tells something beside the result. */
export const warn = (text: string): void => console.error(text);

/** Tells what went wrong in plain Chinese sentences. A bug brings its stack. */
export const fail = (error: unknown): void => {
  const words = wordsOf(error);
  if (words !== null) console.error(words);
  else console.error('程序出错：', error);
};
