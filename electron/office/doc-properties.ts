import type { DocStream } from './doc-stream.ts';

/** Properties of a stretch of the main stream: a list of instructions ("sprm"). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly properties: DataView;
}

/** Which of the two lists: paragraphs or characters. Offset of its place in the header, and of its entries. */
const LISTS = {
  paragraphs: { header: 0x0102, entry: 13 },
  characters: { header: 0x00fa, entry: 1 },
} as const;

const PAGE = 512;
const PAGE_NUMBER = 0x3fffff;

/** The properties of all paragraphs or characters, in the order of the stream. */
export const readStretches = ({ main, table }: DocStream, list: keyof typeof LISTS): Stretch[] => {
  const { header, entry } = LISTS[list];
  const start = main.getUint32(header, true);
  const count = Math.floor((main.getUint32(header + 4, true) - 4) / 8);
  const stretches: Stretch[] = [];
  for (let index = 0; index < count; index += 1) {
    const page = (table.getUint32(start + (count + 1) * 4 + index * 4, true) & PAGE_NUMBER) * PAGE;
    if (page + PAGE > main.byteLength) continue;
    const runs = main.getUint8(page + PAGE - 1);
    for (let run = 0; run < runs; run += 1) {
      stretches.push({
        from: main.getUint32(page + run * 4, true),
        to: main.getUint32(page + run * 4 + 4, true),
        properties: propertiesAt(main, page, main.getUint8(page + (runs + 1) * 4 + run * entry) * 2, list),
      });
    }
  }
  return stretches.sort((one, other) => one.from - other.from);
};

const NONE = new DataView(new ArrayBuffer(0));

const propertiesAt = (main: DataView, page: number, offset: number, list: keyof typeof LISTS): DataView => {
  if (offset === 0) return NONE;
  const at = page + offset;
  const size = main.getUint8(at);
  if (list === 'characters') return cut(main, at + 1, size, page);
  // The number of the style stands before the instructions.
  return size === 0 ? cut(main, at + 4, main.getUint8(at + 1) * 2 - 2, page) : cut(main, at + 3, size * 2 - 3, page);
};

const cut = (view: DataView, at: number, size: number, page: number): DataView => {
  const length = Math.min(size, page + PAGE - at);
  return length <= 0 ? NONE : new DataView(view.buffer, view.byteOffset + at, length);
};

/** The stretch that holds a place of the main stream. */
export const stretchAt = (stretches: readonly Stretch[], place: number): Stretch | null => {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.from ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low - 1];
  return found !== undefined && place < found.to ? found : null;
};

/** Calls for every instruction, with where its operand begins. An instruction that is cut off ends the list. */
export const eachInstruction = (
  properties: DataView,
  deed: (code: number, operand: number, size: number) => void,
): void => {
  for (let at = 0; at + 3 <= properties.byteLength;) {
    const code = properties.getUint16(at, true);
    const size = operandSize(properties, code, at + 2);
    if (size < 0 || at + 2 + size > properties.byteLength) return;
    deed(code, at + 2, size);
    at += 2 + size;
  }
};

export const DEFINE_TABLE = 0xd608;
const CHANGE_TABS = 0xc615;

/** The three highest bits of a code say how long its operand is. */
const SIZES = [1, 1, 2, 4, 2, 2, -1, 3];

const operandSize = (view: DataView, code: number, at: number): number => {
  const size = SIZES[code >> 13] ?? -1;
  if (size !== -1) return size;
  if (code === DEFINE_TABLE) return at + 2 > view.byteLength ? -1 : view.getUint16(at, true) + 1;
  const length = view.getUint8(at);
  return code === CHANGE_TABS && length === 255 ? -1 : length + 1;
};
