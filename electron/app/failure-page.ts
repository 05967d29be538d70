import { listBackups, type Backup } from '../../db/index.ts';
import type { ExpectedError } from '../../shared/model/errors.ts';
import type { DataFolder } from './data-folder.ts';
import { paperHeaders } from './security-headers.ts';
import { newNonce } from './static.ts';

/** What the window shows when the data could not be opened: what is wrong, where the data lies, what to do. */
export const failurePage = async (failure: ExpectedError, folder: DataFolder): Promise<Response> => {
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
<p class="place">${escapeHtml(folder.root)}</p>
<p>程序没有改动、也没有删除这里的任何内容。</p>
${failure.code === 'database-damaged' ? recovery((await listBackups(folder.backups))[0]) : ''}
</main>
</body>
</html>`;
  return new Response(html, { status: 503, headers: paperHeaders(nonce) });
};

/** What a clerk can do by hand; nothing of it is done for them, because the damaged file may hold more than the backup. */
const recovery = (newest: Backup | undefined): string => {
  if (!newest) {
    return '<h2>怎样恢复</h2><p>这里还没有备份。请不要改动这个文件夹，把它整个复制一份，交给维护人员。</p>';
  }
  const at = new Date(newest.at).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' });
  return `<h2>怎样用备份恢复</h2>
<ol>
<li>退出绩效填报。</li>
<li>在上面的文件夹里，把 jixiao.db 改名为“损坏的 jixiao.db”；如果有 jixiao.db-wal 和 jixiao.db-shm，也照样改名。</li>
<li>打开里面的 backups 文件夹，把“${escapeHtml(newest.name)}”（${at}，${newest.projects} 个项目）复制出来，放到上面的文件夹里，改名为 jixiao.db。</li>
<li>重新启动绩效填报。这份备份之后的修改要重新填写；损坏的文件请留着，维护人员也许还能救回内容。</li>
</ol>`;
};

const STYLE = `
body { margin: 0; font: 16px/1.7 "Microsoft YaHei", "Noto Sans SC", sans-serif; color: #1f2933; background: #f4f5f7; }
main { max-width: 640px; margin: 8vh auto; padding: 32px 40px; background: #fff; border: 1px solid #d5dae1; border-radius: 8px; }
h1 { margin: 0 0 16px; font-size: 22px; }
h2 { margin: 24px 0 4px; font-size: 16px; }
ol { margin: 8px 0 0; padding-left: 24px; }
.reason { font-weight: 600; color: #b42318; }
.reason, .place, li { overflow-wrap: anywhere; }
.place { font-family: Consolas, monospace; }
`;

/** Text as text inside HTML, in an attribute too. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (mark) => `&#${mark.charCodeAt(0)};`);
