import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { commonHeaders, pageHeaders, plainResponse } from './security-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const NONCE_PLACE = '__CSP_NONCE__';

/** A fresh nonce for one answer. */
export const newNonce = (): string => randomBytes(16).toString('base64url');

/**
 * Serves the built window. An address without an extension is a page of the window: it gets index.html, with this
 * answer's nonce put where the build left `__CSP_NONCE__`.
 * @param folder the built renderer
 * @param pathname as in the address, still percent-encoded
 */
export const serveStatic = async (folder: string, pathname: string): Promise<Response> => {
  const file = fileInside(folder, pathname);
  if (file === null) return plainResponse(404, '没有这个页面。');
  const extension = extname(file);
  if (extension === '' || extension === '.html') return serveIndex(folder);
  const type = TYPES[extension];
  const bytes = type === undefined ? null : await readFile(file).catch(() => null);
  if (type === undefined || bytes === null) return plainResponse(404, '没有这个页面。');
  return new Response(new Uint8Array(bytes), {
    headers: { ...commonHeaders, 'content-type': type, ...cached(pathname) },
  });
};

// Vite puts a hash of the contents into the names below assets/.
const cached = (pathname: string): Record<string, string> => ({
  'cache-control': pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
});

const serveIndex = async (folder: string): Promise<Response> => {
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
  if (html === null) return plainResponse(500, '程序文件不完整，缺少界面。请重新安装。');
  const nonce = newNonce();
  return new Response(html.replaceAll(NONCE_PLACE, nonce), { headers: pageHeaders(nonce) });
};

/** The file an address means, or null where it would lie outside the folder. */
export const fileInside = (folder: string, pathname: string): string | null => {
  const decoded = decode(pathname);
  if (decoded === null || decoded.includes('\0')) return null;
  const file = join(folder, decoded);
  const inside = relative(folder, file);
  const outside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return outside ? null : file;
};

const decode = (pathname: string): string | null => {
  try {
    return decodeURIComponent(pathname).replaceAll('\\', '/');
  } catch {
    return null;
  }
};
