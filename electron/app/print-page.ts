import { printHtml } from '../office/print-html.ts';
import type { Paper } from './program.ts';
import { paperHeaders, plainResponse } from './security-headers.ts';
import type { Shelf } from './shelf.ts';
import { newNonce } from './static.ts';

/** Answers /print/<ticket> with the tables as they print; null for every other address. */
export const printPage = (request: Request, papers: Shelf<Paper>): Response | null => {
  const ticket = /^\/print\/([\w-]+)$/u.exec(new URL(request.url).pathname)?.[1];
  if (ticket === undefined) return null;
  const paper = papers.get(ticket);
  if (!paper) return plainResponse(404, '这个打印页面已经过期，请回到程序重新打开打印预览。');
  const nonce = newNonce();
  return new Response(printHtml(paper.grids, { title: paper.title, nonce }), { headers: paperHeaders(nonce) });
};
