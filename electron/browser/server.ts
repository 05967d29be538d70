import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LARGEST_BODY } from '../../shared/model/limits.ts';
import { judge, type Guard } from './guard.ts';

export type Handler = (request: Request) => Promise<Response>;

export interface Listening {
  readonly port: number;
  /** Puts the program behind the port; until then the port answers that it is starting. */
  readonly serve: (handler: Handler) => void;
  readonly close: () => Promise<void>;
}

/**
 * Opens the loopback port and nothing wider.
 * @param wanted port, 0 for any free one
 */
export const listen = async (wanted: number, secret: string): Promise<Listening> => {
  let handler: Handler = () => Promise.resolve(new Response('正在启动，请稍后刷新。', { status: 503, headers: TEXT }));
  const server = createServer({ maxHeaderSize: 64 * 1024, headersTimeout: 20_000, requestTimeout: 120_000 });
  await bind(server, wanted);
  const guard: Guard = { port: (server.address() as AddressInfo).port, secret };
  server.on('request', (incoming, outgoing) => {
    answer(guard, handler, incoming, outgoing).catch(() => outgoing.destroy());
  });
  return {
    port: guard.port,
    serve: (next) => {
      handler = next;
    },
    close: () => close(server),
  };
};

const TEXT = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };

const bind = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve();
    });
  });

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
  });

const answer = async (
  guard: Guard,
  handler: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  const method = incoming.method ?? 'GET';
  const url = incoming.url ?? '/';
  if (!url.startsWith('/')) return say(outgoing, 400, '不支持这种请求。');
  const verdict = judge(guard, { method, url, headers: incoming.headers });
  switch (verdict.kind) {
    case 'refuse':
      return say(outgoing, 403, '请从程序启动时显示的地址打开。');
    case 'welcome':
      outgoing.writeHead(303, {
        location: '/',
        'set-cookie': verdict.cookie,
        'cache-control': 'no-store',
        ...NO_REFERRER,
      });
      outgoing.end();
      return;
    case 'pass':
      if (Number(incoming.headers['content-length'] ?? 0) > LARGEST_BODY) return refuseLarge(incoming, outgoing);
      await relay(guard, handler, incoming, outgoing);
  }
};

// The secret stands in the address of the first visit only.
const NO_REFERRER = { 'referrer-policy': 'no-referrer' };

const say = (outgoing: ServerResponse, status: number, text: string): void => {
  outgoing.writeHead(status, { ...TEXT, ...NO_REFERRER, 'cache-control': 'no-store' });
  outgoing.end(text);
};

const refuseLarge = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
  outgoing.setHeader('connection', 'close');
  say(outgoing, 413, '文件太大，超过 50 MB。');
  incoming.resume();
  setTimeout(() => incoming.destroy(), 1_000).unref();
};

const relay = async (
  guard: Guard,
  handler: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const response = await handler(toRequest(guard, incoming, gone.signal));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null || incoming.method === 'HEAD') {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body), outgoing);
};

const toRequest = (guard: Guard, incoming: IncomingMessage, signal: AbortSignal): Request => {
  const method = incoming.method ?? 'GET';
  const url = `http://127.0.0.1:${guard.port}${incoming.url ?? '/'}`;
  const init = { method, headers: headersOf(incoming), signal };
  if (method === 'GET' || method === 'HEAD') return new Request(url, init);
  return new Request(url, { ...init, body: limited(incoming), duplex: 'half' });
};

// The secret stops here: the program behind needs no cookie.
const headersOf = (incoming: IncomingMessage): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name !== 'cookie' && value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
};

/** The body as a stream that fails once it grows past the limit, whatever its header promised. */
const limited = (incoming: IncomingMessage): ReadableStream<Uint8Array> => {
  let size = 0;
  const counted = incoming.map((chunk: Buffer) => {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Error('request body too large');
    return chunk;
  });
  return Readable.toWeb(counted) as ReadableStream<Uint8Array>;
};
