import { callWhileLeaving } from '../lib/leaving-call.ts';
import type { Outputs } from '../lib/trpc.ts';

export { departed, rememberDeparture } from '../lib/departures.ts';
export { isHeavy } from '../lib/leaving-call.ts';

export type StoredProject = Outputs['projects']['get'];

/**
 * A save that outlives the page.
 * @throws where the program refused it or did not answer
 */
export const saveWhileLeaving = (input: {
  readonly id: string;
  readonly version: number;
  readonly content: StoredProject['content'];
}): Promise<Outputs['projects']['save']> => callWhileLeaving('projects.save', input);
