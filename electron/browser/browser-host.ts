import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Downloads } from '../app/downloads.ts';
import type { Delivery, Host, ReadyFile } from '../app/host.ts';
import { zipFolder } from './zip.ts';

/** A host without dialogs: everything reaches the clerk as a download, printing is the browser's own. */
export const createBrowserHost = (downloads: Downloads): Host => {
  const download = (file: ReadyFile): Promise<Delivery> => {
    const href = downloads.offer({ name: file.name, type: file.type, open: () => fileStream(file.path) });
    return Promise.resolve({ outcome: 'download', href, name: file.name });
  };
  return {
    kind: 'browser',
    deliverFile: download,
    deliverFiles: (folder, suggestedName) => {
      const name = `${suggestedName}.zip`;
      const href = downloads.offer({ name, type: 'application/zip', open: () => zipFolder(folder) });
      return Promise.resolve({ outcome: 'download', href, name });
    },
    openMailDraft: download,
    printToPdf: null,
  };
};

const fileStream = (path: string): ReadableStream<Uint8Array> =>
  Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
