/** What a page may do. Scripts come from our own files only; styles too, plus what carries the page's nonce. */
const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');

/** A printed page runs nothing and loads nothing. */
const paperPolicy = (nonce: string): string =>
  `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

const NOTHING = "default-src 'none'; frame-ancestors 'none'";

/** Headers every answer carries. */
export const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** An HTML page with scripts: the window. `nonce` is for the styles Mantine adds while running. */
export const pageHeaders = (nonce: string): Record<string, string> => ({
  ...commonHeaders,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': pagePolicy(nonce),
  'cache-control': 'no-store',
});

/** An HTML page without scripts: paper, start failure. */
export const paperHeaders = (nonce: string): Record<string, string> => ({
  ...pageHeaders(nonce),
  'content-security-policy': paperPolicy(nonce),
});

/** Data and files that are no page. */
export const dataHeaders = (type: string): Record<string, string> => ({
  ...commonHeaders,
  'content-type': type,
  'content-security-policy': NOTHING,
  'cache-control': 'no-store',
});

/** A short plain answer. */
export const plainResponse = (status: number, text: string): Response =>
  new Response(text, { status, headers: dataHeaders('text/plain; charset=utf-8') });

/** The answer with our headers added where it does not carry them yet. */
export const withHeaders = (response: Response, headers: Record<string, string>): Response => {
  const merged = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) if (!merged.has(name)) merged.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers: merged });
};
