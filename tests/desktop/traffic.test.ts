import { expect, test } from 'vitest';
import { watchTraffic } from '../../electron/desktop/traffic.ts';

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const save = (): Request => new Request('http://page/save', { method: 'POST' });

test('with nothing under way it is soon quiet', async () => {
  const { settle } = watchTraffic(() => Promise.resolve(new Response()));
  expect(await settle(2_000)).toBe('saved');
});

test('a save on its way is waited for, and one that follows it', async () => {
  let saves = 0;
  const { fetch, settle } = watchTraffic(async () => {
    await after(150);
    saves += 1;
    return new Response();
  });
  void fetch(save())
    .then(() => after(40))
    .then(() => fetch(save()));
  expect(await settle(2_000)).toBe('saved');
  expect(saves).toBe(2);
});

test('a save that is refused is told', async () => {
  const { fetch, settle } = watchTraffic(async () => {
    await after(50);
    return new Response(null, { status: 409 });
  });
  void fetch(save());
  expect(await settle(2_000)).toBe('refused');
});

test('a save that was refused long before is not', async () => {
  const { fetch, settle } = watchTraffic(() => Promise.resolve(new Response(null, { status: 409 })));
  await fetch(save());
  expect(await settle(2_000)).toBe('saved');
});

test('what never ends does not hold the window', async () => {
  const { fetch, settle } = watchTraffic(() => new Promise<Response>(() => undefined));
  void fetch(save());
  expect(await settle(200)).toBe('too-slow');
});

test('an answer that breaks counts as ended', async () => {
  const { fetch, settle } = watchTraffic(() => Promise.reject(new Error('broken')));
  await expect(fetch(save())).rejects.toThrow('broken');
  expect(await settle(2_000)).toBe('saved');
});
