import type { Outputs } from '../lib/trpc.ts';

export type StoredProject = Outputs['projects']['get'];

/** What a browser lets outlive its page; more than this must be on its way before. In bytes. */
const KEEPALIVE_LIMIT = 60_000;

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

// Saves of wizards that were left: whoever opens the project again waits for the last one.
const departures = new Map<string, Promise<unknown>>();

/** Remembers a save that goes on after its wizard was left. */
export const rememberDeparture = (id: string, saving: Promise<unknown>): void => {
  departures.set(id, saving);
  void saving.finally(() => {
    if (departures.get(id) === saving) departures.delete(id);
  });
};

/** Resolves when nothing typed into this project before is still on its way. */
export const departed = async (id: string): Promise<void> => {
  await departures.get(id);
};
