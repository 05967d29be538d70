/* What was dropped, chosen or pasted → files to read. Of folders only the documents are taken; the rest is counted. */

/** Files to read, and how many were left out because they are no documents. */
export interface Collected {
  readonly files: readonly File[];
  readonly left: number;
  /** More than the window takes at once: these were not even looked at. */
  readonly cut: boolean;
}

/** Endings that readers may know; a file's content decides in the end. */
export const DOCUMENT_ENDINGS = [
  ...['xlsx', 'xlsm', 'xls', 'xltx', 'et', 'ett', 'ods', 'docx', 'docm', 'doc', 'wps', 'odt', 'rtf'],
  ...['pdf', 'html', 'htm', 'mht', 'mhtml', 'xml', 'csv', 'txt'],
] as const;

/** For the dialog of 选择文件. */
export const ACCEPT = DOCUMENT_ENDINGS.map((ending) => `.${ending}`).join(',');

/** A folder with more than that is not one of tables. */
export const MOST_FILES = 1_000;

const ENDINGS: ReadonlySet<string> = new Set(DOCUMENT_ENDINGS);

/** Whether a file of a folder is worth a look. Office leaves `~$表.docx` beside every open document. */
export const isDocument = (name: string): boolean =>
  !/^(?:~\$|\.)/u.test(name) && ENDINGS.has(/\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '');

/** The documents of a chosen folder, by their place in it. */
export const ofFolder = (files: readonly File[]): Collected => {
  const documents = files.filter(({ name }) => isDocument(name)).toSorted(byPath);
  return {
    files: documents.slice(0, MOST_FILES),
    left: files.filter(({ name }) => !isDocument(name) && !isOwnDust(name)).length,
    cut: documents.length > MOST_FILES,
  };
};

// What a system or an office program leaves in a folder is nothing anybody would miss.
const isOwnDust = (name: string): boolean => /^(?:~\$|\.)|^(?:desktop\.ini|thumbs\.db)$/iu.test(name);

const byPath = (one: File, other: File): number => pathOf(one).localeCompare(pathOf(other), 'zh-CN', { numeric: true });

const pathOf = (file: File): string => file.webkitRelativePath || file.name;

/**
 * Everything that was dropped. Files dropped by themselves are all taken, so that each can say why it can't be read;
 * of folders only the documents are.
 * @param data of the drop event; asked at once, for the browser forgets it when the event is over
 */
export const ofDrop = async (data: Pick<DataTransfer, 'items' | 'files'>): Promise<Collected> => {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return { files: [...data.files], left: 0, cut: false };
  const alone: File[] = [];
  const inside: File[] = [];
  for (const entry of entries) {
    if (isFileEntry(entry)) alone.push(await fileOf(entry));
    else inside.push(...(await filesBelow(entry, MOST_FILES * 4)));
  }
  const folder = ofFolder(inside);
  return { ...folder, files: [...alone, ...folder.files] };
};

const isFileEntry = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolderEntry = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

/** @param most where to stop: somebody may drop a whole disk */
const filesBelow = async (entry: FileSystemEntry, most: number): Promise<File[]> => {
  if (isFileEntry(entry)) return [await fileOf(entry)];
  if (!isFolderEntry(entry)) return [];
  const found: File[] = [];
  for (const child of await childrenOf(entry)) {
    if (found.length >= most) break;
    found.push(...(await filesBelow(child, most - found.length)));
  }
  return found;
};

// A reader hands out a hundred at a time, and an empty list at the end.
const childrenOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0)
      return all.toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN', { numeric: true }));
    all.push(...some);
  }
};

/** What is said of a folder: how many of its files are read, and how many are none. Empty where nothing was left out. */
export const leftText = ({ files, left, cut }: Collected): string => {
  if (cut) return `文件夹里的表格太多，先读前 ${files.length} 个。其余的请分几次导入。`;
  if (left === 0) return '';
  return files.length === 0
    ? `没有找到能读的表格，${left} 个文件不是 Excel、Word、PDF 或网页。`
    : `读取 ${files.length} 个文件，另有 ${left} 个不是表格或文档，没有读。`;
};

/** What a paste holds: files, a table as HTML with its text, or text; null where there is nothing to read. */
export type Pasted =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'text'; readonly html: string; readonly text: string };

/** @param data of the paste event */
export const pastedOf = (data: Pick<DataTransfer, 'files' | 'getData'>): Pasted | null => {
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  // Excel puts a picture of the cells beside them: where there is text, that is what was meant.
  if (text.trim() !== '' || /<table/iu.test(html)) return { kind: 'text', html, text };
  const files = [...data.files];
  return files.length > 0 ? { kind: 'files', files } : null;
};
