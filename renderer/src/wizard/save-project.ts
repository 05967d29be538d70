import type { Outputs } from '../lib/trpc.ts';

export type StoredProject = Outputs['projects']['get'];

/** What a browser lets outlive its page; more than this must be on its way before. In bytes. */
const KEEPALIVE_LIMIT = 60_000;

/** True where a save can't outlive its page: such a content waits for nothing. */
export const isHeavy = (content: StoredProject['content']): boolean => {
  const text = JSON.stringify(content);
  // No character takes more than three bytes a unit: short texts need no counting.
  return text.length * 3 > KEEPALIVE_LIMIT && new TextEncoder().encode(text).length > KEEPALIVE_LIMIT - ENVELOPE;
};

/** Id, version and names around the content, at most. */
const ENVELOPE = 500;

/**
 * A save that outlives the page. tRPC's client can't mark a single call, so this is the same call by hand.
 * @throws where the program refused it or did not answer
 */
export const saveWhileLeaving = async (input: {
  readonly id: string;
  readonly version: number;
  readonly content: StoredProject['content'];
}): Promise<Outputs['projects']['save']> => {
  const body = new Blob([JSON.stringify(input)], { type: 'application/json' });
  const response = await fetch('/trpc/projects.save', {
    method: 'POST',
    body,
    keepalive: body.size <= KEEPALIVE_LIMIT,
  });
  if (!response.ok) throw new Error(`projects.save: ${response.status}`);
  const answer = (await response.json()) as { result: { data: Outputs['projects']['save'] } };
  return answer.result.data;
};

/** A wizard that was left while its last save was on its way, or failed. */
interface Departure {
  /** Tries once more; resolves when nothing is on its way. */
  readonly settle: () => Promise<unknown>;
  /** Gives up: what is not stored by then is kept elsewhere. */
  readonly end: () => void;
}

const departures = new Map<string, Departure>();

/** Remembers a wizard that goes on saving after it was left. */
export const rememberDeparture = (id: string, departure: Departure): void => {
  departures.set(id, departure);
};

/** Resolves when nothing typed into this project before is still on its way. */
export const departed = async (id: string): Promise<void> => {
  const departure = departures.get(id);
  departures.delete(id);
  await departure?.settle();
  departure?.end();
};
