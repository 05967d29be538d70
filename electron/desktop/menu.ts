import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

const EDIT: MenuItemConstructorOptions = {
  label: '编辑(&E)',
  submenu: [
    { role: 'undo', label: '撤销' },
    { role: 'redo', label: '重做' },
    SEPARATOR,
    { role: 'cut', label: '剪切' },
    { role: 'copy', label: '复制' },
    { role: 'paste', label: '粘贴' },
    { role: 'delete', label: '删除' },
    SEPARATOR,
    { role: 'selectAll', label: '全选' },
  ],
};

const VIEW: MenuItemConstructorOptions = {
  label: '查看(&V)',
  submenu: [
    { role: 'zoomIn', label: '放大' },
    { role: 'zoomOut', label: '缩小' },
    { role: 'resetZoom', label: '原来大小' },
    SEPARATOR,
    { role: 'togglefullscreen', label: '全屏' },
  ],
};

const DEVELOP: MenuItemConstructorOptions = {
  label: '开发(&D)',
  submenu: [
    { role: 'reload', label: '重新载入' },
    { role: 'toggleDevTools', label: '开发者工具' },
  ],
};

// The page prints by the key it has for it everywhere; the menu only shows that key and presses it.
const PRINT: MenuItemConstructorOptions = {
  label: '打印…',
  accelerator: 'CmdOrCtrl+P',
  registerAccelerator: false,
  click: (_item, window) => {
    if (!(window instanceof BrowserWindow)) return;
    for (const type of ['keyDown', 'keyUp'] as const)
      window.webContents.sendInputEvent({ type, keyCode: 'P', modifiers: ['control'] });
  },
};

/** The menu in Chinese. Its roles are what makes the keys for copy, paste and undo work. */
export const setMenu = (): void => {
  const file: MenuItemConstructorOptions = {
    label: '文件(&F)',
    submenu: [PRINT, SEPARATOR, { role: 'quit', label: '退出' }],
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate([file, EDIT, VIEW, ...(app.isPackaged ? [] : [DEVELOP])]));
};
