import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, dialog, type BrowserWindow, type SaveDialogOptions } from 'electron';

/** What a kind of file is called in the system's dialog. */
const KINDS: Readonly<Record<string, string>> = {
  '.xlsx': 'Excel 表格',
  '.docx': 'Word 文档',
  '.pdf': 'PDF 文件',
  '.eml': '邮件草稿',
  '.zip': '压缩文件',
  '.json': '数据文件',
};

/** Where the clerk last saved in this session; their documents at first. */
let lastFolder: string | null = null;
const startFolder = (): string => lastFolder ?? app.getPath('documents');

/** Asks where to save a file; null where the clerk thought better of it. Replacing a file is always asked for. */
export const askTarget = async (window: BrowserWindow, name: string): Promise<string | null> => {
  const extension = path.extname(name);
  const options: SaveDialogOptions = {
    title: '保存到',
    defaultPath: path.join(startFolder(), name),
    filters: [{ name: KINDS[extension] ?? '文件', extensions: [extension.slice(1)] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  };
  const { canceled, filePath } = await dialog.showSaveDialog(window, options);
  if (canceled || filePath === '') return null;
  lastFolder = path.dirname(filePath);
  if (filePath.toLowerCase().endsWith(extension)) return filePath;
  // The system asked about the name as typed; with the extension it may be another file.
  const whole = filePath + extension;
  return !existsSync(whole) || (await mayReplace(window, path.basename(whole))) ? whole : null;
};

/** Asks for the folder that takes many files; null where the clerk thought better of it. */
export const askFolder = async (window: BrowserWindow): Promise<string | null> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: '选择保存到哪个文件夹',
    buttonLabel: '保存到这里',
    defaultPath: startFolder(),
    properties: ['openDirectory', 'createDirectory'],
  });
  const folder = canceled ? undefined : filePaths[0];
  if (folder === undefined) return null;
  lastFolder = folder;
  return folder;
};

const mayReplace = async (window: BrowserWindow, name: string): Promise<boolean> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: '绩效填报',
    message: `“${name}”已经存在，要替换它吗？`,
    buttons: ['替换', '取消'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
};
