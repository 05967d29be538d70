import { useEffect } from 'react';

export interface Leaving {
  /** Saves what is not saved yet; the page stays. */
  readonly save: () => void;
  /** The page is going away: saves with what outlives it. */
  readonly leave: () => void;
  /** What is typed is too large to go with the page: it goes with every box that is left. */
  readonly heavy: () => boolean;
}

/** Another window, a hidden window, a window that closes: nothing typed is left behind. All three must be stable. */
export const useLeaving = ({ save, leave, heavy }: Leaving): void => {
  useEffect(() => {
    const hide = (): void => {
      if (document.visibilityState === 'hidden') save();
    };
    const leaveBox = (): void => {
      if (heavy()) save();
    };
    window.addEventListener('blur', save);
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    document.addEventListener('focusout', leaveBox);
    return () => {
      window.removeEventListener('blur', save);
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      document.removeEventListener('focusout', leaveBox);
    };
  }, [save, leave, heavy]);
};
