import { parseArgs } from 'node:util';

/** What `--data` says on the command line; undefined where it is not there. Chromium's own switches are left alone. */
export const dataOption = (args: readonly string[]): string | undefined => {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } }, strict: false });
  return typeof values.data === 'string' && values.data !== '' ? values.data : undefined;
};
