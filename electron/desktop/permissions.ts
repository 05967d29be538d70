import type { Session } from 'electron';
import { isOurs } from './origin.ts';

/** All a page of ours may do beyond drawing itself: put text it made on the clipboard. Everything else is refused. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Whether a page may have a permission. */
export const mayHave = (permission: string, address: string): boolean => GRANTED.has(permission) && isOurs(address);

/** Holds the table above in a session: asked for, checked, and devices. */
export const holdPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(mayHave(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHave(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
};
