import { z } from 'zod';
import { ExpectedError } from '../../../shared/model/errors.ts';

/** A form with one `file`, as the window sends files. */
export const fileInput = z.instanceof(FormData);

/** Its name and bytes. @throws ExpectedError `bad-input` where there is none */
export const fileOf = async (form: FormData): Promise<{ name: string; bytes: Uint8Array }> => {
  const file = form.get('file');
  if (!(file instanceof File)) throw new ExpectedError('bad-input', '没有收到文件。', '请重新选择文件。');
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
};

/** Whether its hidden sheets are to be read. @throws ExpectedError `bad-input` */
export const hiddenOf = (form: FormData): 'leave' | 'read' => {
  const hidden = form.get('hidden') ?? 'leave';
  if (hidden === 'leave' || hidden === 'read') return hidden;
  throw new ExpectedError('bad-input', '程序没有看懂这次操作。', '请重新选择文件。');
};
