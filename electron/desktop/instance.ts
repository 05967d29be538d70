import { app } from 'electron';

/**
 * Whether this is the first start on its data folder. The lock lies in the profile under that folder, so two data
 * folders may be open at once, and one never twice. A second start must leave at once, having touched nothing.
 */
export const claimInstance = (onSecondStart: () => void): boolean => {
  app.on('second-instance', onSecondStart);
  return app.requestSingleInstanceLock();
};
