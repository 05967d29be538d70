import type { ExpectedError } from '../../shared/model/errors.ts';
import { paperHeaders } from './security-headers.ts';
import { newNonce } from './static.ts';

/** What the window shows when the data could not be opened: what is wrong, where the data lies, what to do. */
export const failurePage = (failure: ExpectedError, dataFolder: string): Response => {
  const nonce = newNonce();
  const html = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>绩效填报：没有能够启动</title><style nonce="${nonce}">${STYLE}</style></head>
<body>
<main role="alert">
<h1>绩效填报没有能够启动</h1>
<p class="reason">${escapeHtml(failure.message)}</p>
<p>${escapeHtml(failure.nextStep)}</p>
<h2>数据在哪里</h2>
<p class="place">${escapeHtml(dataFolder)}</p>
<p>程序没有改动、也没有删除这里的任何内容。“backups”文件夹里是自动备份。</p>
</main>
</body>
</html>`;
  return new Response(html, { status: 503, headers: paperHeaders(nonce) });
};

const STYLE = `
body { margin: 0; font: 16px/1.7 "Microsoft YaHei", "Noto Sans SC", sans-serif; color: #1f2933; background: #f4f5f7; }
main { max-width: 640px; margin: 12vh auto; padding: 32px 40px; background: #fff; border: 1px solid #d5dae1; border-radius: 8px; }
h1 { margin: 0 0 16px; font-size: 22px; }
h2 { margin: 24px 0 4px; font-size: 16px; }
.reason { font-weight: 600; color: #b42318; }
.place { font-family: Consolas, monospace; overflow-wrap: anywhere; }
`;

/** Text as text inside HTML, in an attribute too. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (mark) => `&#${mark.charCodeAt(0)};`);
