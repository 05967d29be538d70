import { readDocument } from '../../electron/office/read.ts';
import { ExpectedError } from '../../shared/model/errors.ts';

/** The sentence a file is refused with. */
export const refusal = async (bytes: Uint8Array, name = '文件.xlsx'): Promise<ExpectedError> => {
  try {
    await readDocument(bytes, name);
  } catch (error) {
    if (error instanceof ExpectedError) return error;
    throw error;
  }
  throw new Error('was read');
};
