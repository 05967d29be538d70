import { open, type FileHandle } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';

/** Bytes collected before they are written: a small file is one write. */
const CHUNK = 1 << 20;

/** A zip written entry by entry to a file: only what is not yet on disk is in memory. */
export class ZipWriter {
  private readonly file: FileHandle;
  private readonly directory: Buffer[] = [];
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private offset = 0;

  private constructor(file: FileHandle) {
    this.file = file;
  }

  static async create(path: string): Promise<ZipWriter> {
    return new ZipWriter(await open(path, 'w'));
  }

  /** Adds one entry. Entries and names are few and short enough for a plain zip: less than 65,535 and 4 GiB. */
  async add(name: string, text: string): Promise<void> {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const bytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0); // version needed: deflate
    fields.writeUInt16LE(0x0800, 2); // names are UTF-8
    fields.writeUInt16LE(8, 4); // deflate
    fields.writeUInt32LE(DOS_TIME, 6);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(bytes.length, 22);
    this.directory.push(directoryEntry(fields, bytes, this.offset));
    await this.write([Buffer.from('PK\u0003\u0004', 'latin1'), fields, bytes, packed]);
  }

  /** Writes the directory and closes the file. */
  async finish(): Promise<void> {
    const start = this.offset;
    await this.write(this.directory);
    const end = Buffer.alloc(22);
    end.write('PK\u0005\u0006', 'latin1');
    end.writeUInt16LE(this.directory.length, 8);
    end.writeUInt16LE(this.directory.length, 10);
    end.writeUInt32LE(this.offset - start, 12);
    end.writeUInt32LE(start, 16);
    await this.write([end]);
    await this.flush();
    await this.close();
  }

  /** Closes the file without finishing it; it is then no zip. */
  async close(): Promise<void> {
    await this.file.close();
  }

  private async write(parts: readonly Buffer[]): Promise<void> {
    for (const part of parts) {
      this.waiting.push(part);
      this.waitingBytes += part.length;
      this.offset += part.length;
    }
    if (this.waitingBytes >= CHUNK) await this.flush();
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    this.waitingBytes = 0;
    await this.file.writeFile(bytes);
  }
}

/** 1980-01-01 00:00, the zero of zip times: the same content is the same file. */
const DOS_TIME = 0x0021_0000;

const directoryEntry = (fields: Buffer, name: Buffer, offset: number): Buffer => {
  const entry = Buffer.alloc(46);
  entry.write('PK\u0001\u0002', 'latin1');
  entry.writeUInt16LE(20, 4);
  fields.copy(entry, 6);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
};
