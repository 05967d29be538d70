import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What a request to the loopback port must prove: it was meant for us, came from our page, and knows this run's secret. */
export interface Guard {
  /** Port this run listens on. */
  readonly port: number;
  /** 128 bits, new every run. */
  readonly secret: string;
}

export type Verdict =
  | { readonly kind: 'pass' }
  /** The first visit with the address printed at start: set the cookie and go on to the window. */
  | { readonly kind: 'welcome'; readonly cookie: string }
  | { readonly kind: 'refuse'; readonly reason: string };

interface Incoming {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** Ports share cookies, so the name carries ours. */
const cookieName = (guard: Guard): string => `jixiao-${guard.port}`;

/** Decides on one request before anything else looks at it. */
export const judge = (guard: Guard, request: Incoming): Verdict => {
  const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
  if (request.headers.host !== `127.0.0.1:${guard.port}`) return refuse('host');
  if (!sameOrigin(guard, request)) return refuse('origin');
  const key = searchParams.get('k');
  if (request.method === 'GET' && pathname === '/' && key !== null) {
    return same(key, guard.secret) ? { kind: 'welcome', cookie: newCookie(guard) } : refuse('secret');
  }
  return same(cookieIn(request.headers, cookieName(guard)), guard.secret) ? { kind: 'pass' } : refuse('secret');
};

const refuse = (reason: string): Verdict => ({ kind: 'refuse', reason });

// A page of another site may neither read nor write. A browser names the origin of every POST; without one it is no browser of ours.
const sameOrigin = (guard: Guard, { method, headers }: Incoming): boolean => {
  const reads = method === 'GET' || method === 'HEAD';
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return false;
  if (headers.origin === undefined) return reads;
  return headers.origin === `http://127.0.0.1:${guard.port}`;
};

const newCookie = (guard: Guard): string => `${cookieName(guard)}=${guard.secret}; Path=/; HttpOnly; SameSite=Strict`;

const cookieIn = (headers: IncomingHttpHeaders, name: string): string => {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name && value !== undefined) return value;
  }
  return '';
};

// Compared by digest, so that neither length nor first difference shows in the time it takes.
const same = (given: string, wanted: string): boolean =>
  timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(wanted).digest());
