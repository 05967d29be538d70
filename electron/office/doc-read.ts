import { unknownKind, SAVE_AS_DOCX } from './file-kind.ts';
import type { OleContainer } from './ole-container.ts';
import type { ReadDocument } from './read.ts';

export const readDoc = (_container: OleContainer, fileName: string): ReadDocument => {
  throw unknownKind(fileName, '旧版 Word 文件（.doc）', SAVE_AS_DOCX);
};
