import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '../../../electron/app/router.ts';
import type { Trouble } from '../lib/errors.ts';
import { checkFile, fileForm, FileTrouble } from '../lib/file-form.ts';
import type { ImportPreview, ReadingProgress } from './contract.ts';
import type { Given } from './sources.ts';

type Client = TRPCClient<AppRouter>;

/** How the reading of one file ended. */
export type ReadingEnd =
  | { readonly state: 'ready'; readonly preview: ImportPreview }
  | { readonly state: 'unknown'; readonly readingId: string; readonly trouble: Trouble }
  | { readonly state: 'failed'; readonly trouble: Trouble }
  | { readonly state: 'cancelled' };

/** Hands a file or a pasted table to the program. @returns the id of the reading */
export const beginReading = async (client: Client, name: string, given: Given): Promise<string> => {
  if (given.kind === 'pasted') {
    const { html, text } = given;
    return (await client.imports.begin.mutate({ name, text, ...(html === '' ? {} : { html }) })).readingId;
  }
  await checkFile(given.file, '请只留下绩效目标表，另存成较小的文件再导入。');
  const form = fileForm(await wholeFile(given.file));
  form.append('hidden', 'leave');
  return (await client.imports.begin.mutate(form)).readingId;
};

/**
 * The file with all its bytes here: a browser that sends one which changed meanwhile only says that it could not.
 * @throws FileTrouble where it changed, moved or vanished since it was chosen
 */
const wholeFile = async (file: File): Promise<File> => {
  try {
    return new File([await file.arrayBuffer()], file.name);
  } catch {
    throw new FileTrouble({
      code: 'file-unreadable',
      message: `“${file.name}”在读取时变了或者不见了，没有读取。`,
      nextStep: '请保存并关闭它，再重新选一次。',
    });
  }
};

/** Asked more often at first: most files are read at once. */
const PAUSES = [40, 80, 120, 200, 300];

/**
 * Waits until a reading has ended.
 * @param onProgress how far it is
 * @param cancelled asked before every question
 */
export const followReading = async (
  client: Client,
  readingId: string,
  onProgress: (progress: ReadingProgress) => void,
  cancelled: () => boolean,
): Promise<ReadingEnd> => {
  for (let asked = 0; ; asked += 1) {
    if (cancelled()) {
      await client.imports.cancel.mutate({ readingId });
      return { state: 'cancelled' };
    }
    const [progress] = await client.imports.progress.query({ readingIds: [readingId] });
    if (progress === undefined) return { state: 'failed', trouble: GONE };
    const end = await endOf(client, progress);
    if (end) return end;
    onProgress(progress);
    await pause(PAUSES[Math.min(asked, PAUSES.length - 1)] ?? 300);
  }
};

const endOf = async (client: Client, progress: ReadingProgress): Promise<ReadingEnd | null> => {
  const { state, readingId, message, nextStep } = progress;
  switch (state) {
    case 'reading':
      return null;
    case 'cancelled':
      return { state };
    case 'ready':
      return { state, preview: await wholePreview(client, readingId) };
    case 'unknown':
      return { state, readingId, trouble: { code: null, message, nextStep, details: '' } };
    case 'failed':
      return { state, trouble: { code: null, message, nextStep, details: '' } };
  }
};

/** Projects that are fetched together: the window stays free between them. */
const AT_ONCE = 60;

/** Everything that was read, part by part. */
const wholePreview = async (client: Client, readingId: string): Promise<ImportPreview> => {
  const first = await client.imports.preview.query({ readingId, to: AT_ONCE });
  const parts = [first];
  for (let from = AT_ONCE; from < first.count; from += AT_ONCE) {
    parts.push(await client.imports.preview.query({ readingId, from, to: from + AT_ONCE }));
  }
  return {
    ...first,
    recognised: { ...first.recognised, projects: parts.flatMap(({ recognised }) => recognised.projects) },
    contents: parts.flatMap(({ contents }) => contents),
    projectUnits: parts.flatMap(({ projectUnits }) => projectUnits),
    alreadyThere: parts.flatMap(({ alreadyThere }) => alreadyThere),
  };
};

const GONE: Trouble = { code: null, message: '这次读取已经不在了。', nextStep: '请重新选择文件。', details: '' };

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
