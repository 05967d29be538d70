import { LARGEST_FILE } from '../../../shared/model/limits.ts';
import type { Trouble } from './errors.ts';

/** A file that can't be sent, in words for the clerk. */
export class FileTrouble extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Omit<Trouble, 'details'>) {
    super(trouble.message);
    this.trouble = { ...trouble, details: '' };
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/**
 * Before anything is sent: a file that is far too large, or gone or locked since it was chosen.
 * @param whenLarge what to do with one that is too large
 * @throws FileTrouble
 */
export const checkFile = async (file: File, whenLarge: string): Promise<void> => {
  if (file.size > LARGEST_FILE) {
    throw new FileTrouble({
      code: 'file-too-large',
      message: `“${file.name}”有 ${megabytes(file.size)} MB，超过 ${megabytes(LARGEST_FILE)} MB，没有读取。`,
      nextStep: whenLarge,
    });
  }
  try {
    await file.slice(0, 1).arrayBuffer();
  } catch {
    throw new FileTrouble({
      code: 'file-unreadable',
      message: `“${file.name}”读不出来，可能已经移走，或者正被别的程序占用。`,
      nextStep: '请关闭打开它的程序，再选一次。',
    });
  }
};

/** A file as the program takes it. */
export const fileForm = (file: File): FormData => {
  const form = new FormData();
  form.append('file', file);
  return form;
};
