import { protocol, type Session } from 'electron';
import { SCHEME } from './origin.ts';

/** Makes app:// a standard, secure scheme. Must run before Electron is ready. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, stream: true, supportFetchAPI: true } },
  ]);
};

/** Lets the program answer every request to app://. */
export const serveScheme = (session: Session, fetch: (request: Request) => Promise<Response>): void => {
  session.protocol.handle(SCHEME, (request) => fetch(request));
};
