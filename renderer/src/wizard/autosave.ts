/** How far the clerk's typing is from being safe on disk, as the wizard shows it. */
export type SaveStatus =
  | { readonly kind: 'saved'; /** ISO 8601; null where nothing was typed yet. */ readonly at: string | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  /** Will be tried again by itself. */
  | { readonly kind: 'failed'; readonly message: string }
  /** Trying again would not help: a newer version is stored, the project is finished or gone. */
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: string };

export type RefusalCode = 'stale' | 'frozen' | 'not-found';

export interface Saved {
  readonly version: number;
  readonly updatedAt: string;
}

/** What a failed save means: tried again by itself, or refused for good. */
export interface SaveFailure {
  readonly refusal: RefusalCode | null;
  readonly message: string;
}

export interface AutosaveOptions<Content> {
  /** What is stored when the wizard opens, and its version. */
  readonly stored: Content;
  readonly version: number;
  /** Stores the content if `version` is still the stored one. `leaving`: the page is going away, use what outlives it. */
  readonly save: (content: Content, version: number, leaving: boolean) => Promise<Saved>;
  readonly explain: (error: unknown) => SaveFailure;
  readonly onStatus: (status: SaveStatus) => void;
  /** Where text stays that may not reach the program: called with what both started from and what stands here. */
  readonly keep?: (base: Content, content: Content) => void;
  /** Everything is stored: nothing needs to be kept any longer. */
  readonly release?: () => void;
  /** How long a content may wait for its request, in ms; SAVE_DELAY where not given. */
  readonly delayOf?: (content: Content) => number;
}

export interface Autosave<Content> {
  /** Takes what stands in the form now. Only the newest is ever sent. */
  readonly change: (content: Content) => void;
  /** Sends at once what is not stored yet; true where everything is stored afterwards. */
  readonly flush: () => Promise<boolean>;
  /** The page is going away: sends once, without waiting for a save on its way. */
  readonly leave: () => void;
  /** Goes on from another stored version, after a reload or a reopening. */
  readonly adopt: (stored: Content, version: number) => void;
  /** What is known to be stored. */
  readonly stored: () => Content;
  readonly unsaved: () => boolean;
  /** What is not known to be stored; null where everything is. */
  readonly newest: () => Content | null;
  readonly status: () => SaveStatus;
  /** No further timers, no further status, nothing kept any more. What is unsaved must be flushed before. */
  readonly dispose: () => void;
}

/** From the first unsaved key to the request: typing on and on is saved all the while, a kill loses less than a second. */
export const SAVE_DELAY = 500;
/** For a content too large to outlive its page. */
export const HEAVY_DELAY = 100;
const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;
const pauseAfter = (failures: number): number => Math.min(FIRST_RETRY * 2 ** (failures - 1), LAST_RETRY);

/**
 * Saves one project while it is typed: one request at a time, the newest content wins, each with the version the answer
 * before it gave; a failed one is tried again with growing pauses, and nothing typed is given up.
 */
export const createAutosave = <Content>(options: AutosaveOptions<Content>): Autosave<Content> => {
  let { stored, version } = options;
  let pending: { content: Content } | null = null;
  let flying: { content: Content } | null = null;
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let failures = 0;
  let refused = false;
  let departing = false;
  let disposed = false;

  const { delayOf = () => SAVE_DELAY } = options;
  const waiting = (): { content: Content } | null => pending;
  const keep = (): void => {
    const newest = pending ?? flying;
    if (newest !== null && !disposed) options.keep?.(stored, newest.content);
  };
  let told: SaveStatus = { kind: 'saved', at: null };
  const tell = (status: SaveStatus): void => {
    told = status;
    if (!disposed) options.onStatus(status);
  };
  const stopTimer = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const later = (wait: number): void => {
    if (timer !== null || sending !== null || departing || refused || disposed) return;
    timer = setTimeout(() => {
      timer = null;
      void send();
    }, wait);
  };

  const accepted = (content: Content, saved: Saved): void => {
    version = Math.max(version, saved.version);
    failures = 0;
    stored = content;
    if (pending === null && !disposed) options.release?.();
    tell(pending === null ? { kind: 'saved', at: saved.updatedAt } : { kind: 'waiting' });
  };
  const rejected = (job: { content: Content }, error: unknown): void => {
    pending ??= job;
    failures += 1;
    const { refusal, message } = options.explain(error);
    refused = refusal !== null;
    keep();
    tell(refusal === null ? { kind: 'failed', message } : { kind: 'refused', code: refusal, message });
  };
  const attempt = async (job: { content: Content }, leaving: boolean): Promise<void> => {
    try {
      accepted(job.content, await options.save(job.content, version, leaving));
    } catch (error) {
      rejected(job, error);
    }
  };

  const send = async (leaving = false): Promise<void> => {
    const job = pending;
    if (job === null || refused || sending !== null) return;
    pending = null;
    flying = job;
    tell({ kind: 'saving' });
    sending = attempt(job, leaving);
    await sending;
    sending = null;
    flying = null;
    const next = waiting();
    if (next !== null) later(failures === 0 ? delayOf(next.content) : pauseAfter(failures));
  };

  const flush = async (): Promise<boolean> => {
    if (sending !== null) await sending;
    while (pending !== null && !refused) {
      stopTimer();
      const before = failures;
      await (sending ?? send());
      if (failures > before) return false;
    }
    return pending === null && !refused;
  };

  /** A save is on its way and will be answered first: it will have raised the version by one. */
  const overtake = async (job: { content: Content }): Promise<void> => {
    departing = true;
    try {
      const saved = await options.save(job.content, version + 1, true);
      if (pending === job) pending = null;
      accepted(job.content, saved);
    } catch {
      // The page stays after all, or nobody is left to tell: the retry below says what is wrong.
    } finally {
      departing = false;
      if (pending !== null) later(SAVE_DELAY);
    }
  };

  return {
    change: (content) => {
      pending = { content };
      if (failures > 0) keep();
      if (refused) return;
      if (failures === 0 && sending === null) tell({ kind: 'waiting' });
      later(delayOf(content));
    },
    flush,
    leave: () => {
      // The request may be cut off with the page: kept until it is known to have arrived.
      keep();
      const job = pending;
      if (job === null || refused || departing) return;
      stopTimer();
      void (sending === null ? send(true) : overtake(job));
    },
    adopt: (newest, itsVersion) => {
      stored = newest;
      version = itsVersion;
      refused = false;
      failures = 0;
      if (pending === null) return;
      tell({ kind: 'waiting' });
      later(SAVE_DELAY);
    },
    stored: () => stored,
    unsaved: () => pending !== null || sending !== null,
    newest: () => (pending ?? flying)?.content ?? null,
    status: () => told,
    dispose: () => {
      disposed = true;
      stopTimer();
    },
  };
};
