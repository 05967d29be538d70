import { randomBytes } from 'node:crypto';
import { dataHeaders, plainResponse } from './security-headers.ts';

/** A file waiting to be fetched by the browser. */
export interface DownloadOffer {
  readonly name: string;
  readonly type: string;
  /** Opens the bytes; called once, when the browser asks. */
  readonly open: () => ReadableStream<Uint8Array>;
}

/** Files a host without a save dialog hands to the browser: each under an address that answers once. */
export interface Downloads {
  /** @returns path on our origin */
  readonly offer: (offer: DownloadOffer) => string;
  /** Answers /download/…; null for every other address. */
  readonly answer: (request: Request) => Response | null;
}

const KEPT = 32;

export const createDownloads = (): Downloads => {
  const offers = new Map<string, DownloadOffer>();
  return {
    offer: (offer) => {
      const token = randomBytes(16).toString('base64url');
      offers.set(token, offer);
      for (const old of [...offers.keys()].slice(0, -KEPT)) offers.delete(old);
      return `/download/${token}`;
    },
    answer: (request) => {
      const token = /^\/download\/([\w-]+)$/u.exec(new URL(request.url).pathname)?.[1];
      if (token === undefined) return null;
      if (request.method !== 'GET') return plainResponse(405, '不支持这种请求。');
      const offer = offers.get(token);
      offers.delete(token);
      return offer ? attachment(offer) : plainResponse(404, '这个文件已经下载过了，请重新导出。');
    },
  };
};

const attachment = (offer: DownloadOffer): Response =>
  new Response(offer.open(), {
    headers: {
      ...dataHeaders(offer.type),
      'content-disposition': `attachment; filename="download"; filename*=UTF-8''${encodeName(offer.name)}`,
    },
  });

// RFC 8187: what encodeURIComponent leaves and the header may not carry.
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
