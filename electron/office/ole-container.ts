import { damaged } from './zip-read.ts';

/** The container of old Office files: a small file system of sectors ([MS-CFB]). Only what lies at its root is listed. */
export interface OleContainer {
  /** Names at the root in lower case, folders too. */
  readonly names: ReadonlySet<string>;
  /**
   * The bytes of a stream; null where there is none.
   * @throws ExpectedError where its sectors run in a circle or out of the file
   */
  readonly stream: (name: string) => Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** Sector numbers from here on mean something else. */
const FIRST_SPECIAL = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;
const STREAM = 2;

/**
 * Opens the container of an old Office file.
 * @throws ExpectedError naming the file where it is damaged
 */
export const openOle = (bytes: Uint8Array, fileName: string): OleContainer => {
  const broken = (why: string): never => {
    throw damaged(fileName, new Error(why));
  };
  const sectors = new Sectors(bytes, broken);
  const entries = readEntries(sectors.read(sectors.directoryStart));
  const root = entries[0] ?? broken('no root entry');
  const atRoot = new Map<string, Entry>();
  const waiting = [root.child];
  const seen = new Set<number>();
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    atRoot.set(entry.name.toLowerCase(), entry);
    waiting.push(entry.left, entry.right);
  }
  let small: Uint8Array | null = null;
  return {
    names: new Set(atRoot.keys()),
    stream: (name) => {
      const entry = atRoot.get(name.toLowerCase());
      if (entry?.type !== STREAM) return null;
      if (entry.size >= sectors.smallest) return sectors.read(entry.start).subarray(0, entry.size);
      small ??= sectors.read(root.start);
      return sectors.readSmall(entry.start, small).subarray(0, entry.size);
    },
  };
};

const ENTRY_SIZE = 128;

const readEntries = (directory: Uint8Array): Entry[] => {
  const view = viewOf(directory);
  return Array.from({ length: Math.floor(directory.length / ENTRY_SIZE) }, (_, index) => {
    const at = index * ENTRY_SIZE;
    const letters = Math.min(Math.max(view.getUint16(at + 64, true) / 2 - 1, 0), 31);
    return {
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.floor(letters) * 2)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
};

/** A view of the same bytes. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

const HEADER = 512;
const IN_HEADER = 109;

class Sectors {
  readonly directoryStart: number;
  /** Streams below this size lie in sectors of their own, small ones. */
  readonly smallest: number;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly size: number;
  private readonly smallSize: number;
  private readonly count: number;
  private readonly next: Uint32Array;
  private readonly nextSmall: Uint32Array;
  private readonly broken: (why: string) => never;

  constructor(bytes: Uint8Array, broken: (why: string) => never) {
    this.bytes = bytes;
    this.view = viewOf(bytes);
    this.broken = broken;
    if (bytes.length < HEADER) broken('shorter than its header');
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) broken(`sectors of 2^${shift}`);
    this.size = 2 ** shift;
    const smallShift = this.view.getUint16(32, true);
    if (smallShift < 4 || smallShift > 9) broken(`small sectors of 2^${smallShift}`);
    this.smallSize = 2 ** smallShift;
    this.count = Math.ceil(bytes.length / this.size);
    this.directoryStart = this.view.getUint32(48, true);
    this.smallest = this.view.getUint32(56, true);
    this.next = this.tableOf(this.tableSectors());
    const smallTable = this.view.getUint32(60, true);
    this.nextSmall = smallTable >= FIRST_SPECIAL ? new Uint32Array() : this.tableOf(this.chain(smallTable, this.next));
  }

  /** Everything in a chain of sectors. */
  read(start: number): Uint8Array {
    return concat(this.chain(start, this.next).map((sector) => this.sector(sector)));
  }

  /** The same of small sectors, which lie in a stream. */
  readSmall(start: number, stream: Uint8Array): Uint8Array {
    return concat(
      this.chain(start, this.nextSmall).map((sector) =>
        stream.subarray(sector * this.smallSize, (sector + 1) * this.smallSize),
      ),
    );
  }

  private sector(index: number): Uint8Array {
    return this.bytes.subarray((index + 1) * this.size, (index + 2) * this.size);
  }

  private chain(start: number, next: Uint32Array): number[] {
    const chain: number[] = [];
    const most = Math.max(next.length, this.count);
    for (let sector = start; sector !== END_OF_CHAIN; sector = next[sector] ?? this.broken('chain out of its table')) {
      if (chain.length >= most) this.broken('chain in a circle');
      if (sector >= FIRST_SPECIAL) this.broken('chain of special sectors');
      chain.push(sector);
    }
    return chain;
  }

  /** Where the table of all chains lies: the first sectors in the header, the rest in a chain of their own. */
  private tableSectors(): number[] {
    const sectors: number[] = [];
    const add = (sector: number): void => {
      if (sector < this.count) sectors.push(sector);
    };
    for (let index = 0; index < IN_HEADER; index += 1) add(this.view.getUint32(76 + index * 4, true));
    let more = this.view.getUint32(68, true);
    for (let rounds = 0; more < this.count && rounds < this.count; rounds += 1) {
      const view = viewOf(this.sector(more));
      if (view.byteLength < this.size) break;
      for (let at = 0; at < this.size - 4; at += 4) add(view.getUint32(at, true));
      more = view.getUint32(this.size - 4, true);
    }
    if (sectors.length > this.count) this.broken('table larger than the file');
    return sectors;
  }

  private tableOf(sectors: readonly number[]): Uint32Array {
    const table = concat(sectors.map((sector) => this.sector(sector)));
    return new Uint32Array(table.buffer, 0, Math.floor(table.length / 4));
  }
}

const concat = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
