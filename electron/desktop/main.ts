import path from 'node:path';
import { app, session, type BrowserWindow } from 'electron';
import { createApp } from '../app/create-app.ts';
import { chooseDataFolder, type DataFolder } from '../app/data-folder.ts';
import { claimFolder } from '../app/instance.ts';
import { createLog } from '../app/log.ts';
import { closeAfterSaving } from './close.ts';
import { giveContextMenu } from './context-menu.ts';
import { watchPage, watchProgram } from './faults.ts';
import { guardPages } from './guard.ts';
import { createDesktopHost } from './host.ts';
import { claimWindow, tellRunning } from './instance.ts';
import { setMenu } from './menu.ts';
import { blockNetwork, cutNetwork } from './network.ts';
import { dataOption } from './options.ts';
import { holdPermissions } from './permissions.ts';
import { useProfile } from './profile.ts';
import { endAfterClosing } from './quit.ts';
import { registerScheme, serveScheme } from './scheme.ts';
import { watchTraffic } from './traffic.ts';
import { openWindow, showWindow } from './window.ts';

let mainWindow: BrowserWindow | null = null;

const start = async (folder: DataFolder, profile: string): Promise<void> => {
  const log = createLog(folder.logs, () => new Date());
  watchProgram(log.bug);
  registerScheme();
  cutNetwork();
  guardPages();
  await app.whenReady();
  const claim = await claimFolder(folder);
  // Somebody works here in a browser: this start says so and leaves, before it could touch anything of theirs.
  if (claim.kind === 'theirs') return tellRunning(claim.holder).finally(() => app.exit(0));
  if (claim.kind === 'ours') claim.announce({ host: 'desktop', pid: process.pid });
  holdPermissions(session.defaultSession);
  blockNetwork(session.defaultSession);
  const host = createDesktopHost(() => mainWindow);
  const program = await createApp({
    folder,
    host,
    renderer: path.join(import.meta.dirname, '../renderer'),
    version: app.getVersion(),
    worker: new URL('./worker.js', import.meta.url),
  });
  endAfterClosing({ close: () => program.close().finally(claim.kind === 'ours' ? claim.release : undefined) });
  const traffic = watchTraffic(program.fetch);
  serveScheme(session.defaultSession, traffic.fetch);
  setMenu();
  mainWindow = openWindow(profile);
  watchPage(mainWindow, log.bug);
  giveContextMenu(mainWindow);
  closeAfterSaving(mainWindow, traffic);
};

app.setAppUserModelId('cn.jixiao.desktop');
app.commandLine.appendSwitch('lang', 'zh-CN');
const folder = chooseDataFolder(dataOption(process.argv.slice(1)));
const profile = useProfile(folder.root);
// The second start on a data folder leaves here, before it could touch anything.
if (claimWindow(() => mainWindow && showWindow(mainWindow))) void start(folder, profile);
else app.exit(0);
