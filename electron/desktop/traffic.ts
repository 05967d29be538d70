type Handler = (request: Request) => Promise<Response>;

/** What happened to the last writes of a window that is closing. */
export type Settled = 'saved' | 'refused' | 'too-slow';

/** Counts the requests under way, so that a closing window can wait for its last save. */
export interface Traffic {
  readonly fetch: Handler;
  /** Resolves once no request has been under way for a moment, or the limit (ms) is over. */
  readonly settle: (limit: number) => Promise<Settled>;
}

/** How long it must be quiet, in milliseconds: longer than the way from one answer to the next request. */
const QUIET = 120;

/** Wraps the program's handler. */
export const watchTraffic = (answer: Handler): Traffic => {
  const now = { underWay: 0, lastMove: 0, refused: false };
  const fetch: Handler = async (request) => {
    now.underWay += 1;
    try {
      const response = await answer(request);
      if (request.method === 'POST' && response.status >= 400) now.refused = true;
      return response;
    } finally {
      now.underWay -= 1;
      now.lastMove = performance.now();
    }
  };
  const settle = async (limit: number): Promise<Settled> => {
    const start = performance.now();
    Object.assign(now, { lastMove: start, refused: false });
    while (now.underWay > 0 || performance.now() - now.lastMove < QUIET) {
      if (performance.now() - start > limit) return 'too-slow';
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return now.refused ? 'refused' : 'saved';
  };
  return { fetch, settle };
};
