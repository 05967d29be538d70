import { app, type Session } from 'electron';
import { isLocal } from './origin.ts';

/** Nothing Chromium does by itself reaches a network either: no name resolves. Must run before Electron is ready. */
export const cutNetwork = (): void => {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp');
};

/** Refuses every request of a window that does not stay inside the program, and every download. */
export const blockNetwork = (session: Session): void => {
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !isLocal(request.url, !app.isPackaged) }));
  session.on('will-download', (event) => event.preventDefault());
};
