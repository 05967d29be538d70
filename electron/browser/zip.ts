import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Zip, ZipPassThrough } from 'fflate';

/**
 * The files of a folder as one zip, made while it is fetched: never more than a chunk in memory. Workbooks are
 * compressed already, so they are only packed. Names are UTF-8 and marked so.
 */
export const zipFolder = (folder: string): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(chunks(folder), { objectMode: false })) as ReadableStream<Uint8Array>;

async function* chunks(folder: string): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const name of readdirSync(folder).sort()) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    for await (const chunk of createReadStream(join(folder, name)) as AsyncIterable<Buffer>) {
      entry.push(chunk);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
