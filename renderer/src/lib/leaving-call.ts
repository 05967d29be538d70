/** What a browser lets outlive its page; more than this must be on its way before. In bytes. */
const KEEPALIVE_LIMIT = 60_000;

/** Id, version and names around the content, at most. */
const ENVELOPE = 500;

/** True where a save can't outlive its page: such a content waits for nothing. */
export const isHeavy = (content: unknown): boolean => {
  const text = JSON.stringify(content);
  // No character takes more than three bytes a unit: short texts need no counting.
  return text.length * 3 > KEEPALIVE_LIMIT && new TextEncoder().encode(text).length > KEEPALIVE_LIMIT - ENVELOPE;
};

/**
 * A call that outlives the page. tRPC's client can't mark a single call, so this is the same call by hand.
 * @param procedure e.g. `projects.save`; Answer is what it answers
 * @throws where the program refused it or did not answer
 */
export const callWhileLeaving = async <Answer>(procedure: string, input: unknown): Promise<Answer> => {
  const body = new Blob([JSON.stringify(input)], { type: 'application/json' });
  const response = await fetch(`/trpc/${procedure}`, {
    method: 'POST',
    body,
    keepalive: body.size <= KEEPALIVE_LIMIT,
  });
  if (!response.ok) throw new Error(`${procedure}: ${response.status}`);
  const answer = (await response.json()) as { result: { data: Answer } };
  return answer.result.data;
};
