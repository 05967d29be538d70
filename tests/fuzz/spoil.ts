import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** One thing done to a file. Places are fractions of its length, so that it fits any file. */
export type Spoil =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'write'; readonly at: number; readonly bytes: readonly number[] }
  | { readonly kind: 'remove'; readonly at: number; readonly length: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: 'number'; readonly at: number; readonly number: string }
  | {
      readonly kind: 'tag';
      readonly at: number;
      readonly deed: 'remove' | 'repeat' | 'open' | 'insert';
      readonly text: string;
    };

/** What is done to a file: to its bytes as they are, or to a part inside its zip, which is packed anew. */
export interface Spoiling {
  readonly part: number | null;
  readonly spoils: readonly Spoil[];
}

const place = fc.double({ min: 0, max: 0.999_999, noNaN: true });

const NUMBERS = [
  '',
  '-1',
  '0',
  '1',
  '255',
  '65536',
  '1048577',
  '2147483648',
  '4294967295',
  '99999999999999999999',
  '1e308',
  'x',
];

const TEXTS = [
  '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>',
  '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/>',
  '&lol;',
  '&#0;',
  '<c><v>',
  '<w:tbl><w:tr><w:tc>',
  '\u0000',
  ']]>',
];

const spoil: fc.Arbitrary<Spoil> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({
    kind: fc.constant('write' as const),
    at: place,
    bytes: fc.oneof(
      fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(
        [0xff, 0xff, 0xff, 0xff],
        [0, 0, 0, 0],
        [0xff, 0xff, 0xff, 0x7f],
        [0xfe, 0xff, 0xff, 0xff],
        [1, 0, 0, 0],
      ),
    ),
  }),
  fc.record({ kind: fc.constant('remove' as const), at: place, length: fc.integer({ min: 1, max: 5_000 }) }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: place,
    length: fc.integer({ min: 1, max: 500 }),
    times: fc.constantFrom(2, 10, 300),
  }),
  fc.record({ kind: fc.constant('number' as const), at: place, number: fc.constantFrom(...NUMBERS) }),
  fc.record({
    kind: fc.constant('tag' as const),
    at: place,
    deed: fc.constantFrom('remove' as const, 'repeat' as const, 'open' as const, 'insert' as const),
    text: fc.constantFrom(...TEXTS),
  }),
);

/** Anything that can be done to a file: mostly one thing, inside a part as often as outside. */
export const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  part: fc.option(fc.nat(100)),
  spoils: fc.array(spoil, { minLength: 1, maxLength: 4 }),
});

/** The file with all of it done. */
export const spoiled = (bytes: Uint8Array, { part, spoils }: Spoiling): Uint8Array => {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (part === null || !isZip) return spoils.reduce(apply, bytes);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels|bin)$/u.test(name));
  const name = names[part % names.length] ?? '';
  return zipSync({ ...parts, [name]: spoils.reduce(apply, parts[name] ?? new Uint8Array()) });
};

/** No file grows without end: more would only test how fast it is. */
const LARGEST = 3_000_000;

const apply = (bytes: Uint8Array, change: Spoil): Uint8Array => {
  const at = Math.floor(change.at * bytes.length);
  switch (change.kind) {
    case 'cut':
      return bytes.slice(0, at);
    case 'write': {
      const written = bytes.slice();
      written.set(change.bytes.slice(0, bytes.length - at), at);
      return written;
    }
    case 'remove':
      return joined(bytes.subarray(0, at), bytes.subarray(at + change.length));
    case 'repeat': {
      const piece = bytes.subarray(at, at + change.length);
      const times = bytes.length > LARGEST ? 1 : change.times;
      return joined(bytes.subarray(0, at), ...Array.from({ length: times }, () => piece), bytes.subarray(at));
    }
    case 'number':
      return inText(bytes, (text) => replaceFrom(text, at, /\d+/u, () => change.number));
    case 'tag':
      return inText(bytes, (text) => changeTag(text, at, change.deed, change.text));
  }
};

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Latin-1 keeps every byte. */
const inText = (bytes: Uint8Array, change: (text: string) => string): Uint8Array =>
  strToU8(change(strFromU8(bytes, true)), true);

const replaceFrom = (text: string, at: number, pattern: RegExp, by: (found: string) => string): string =>
  text.slice(0, at) + text.slice(at).replace(pattern, by);

const changeTag = (text: string, at: number, deed: 'remove' | 'repeat' | 'open' | 'insert', inserted: string): string =>
  replaceFrom(text, at, /<[^>]{1,500}>/u, (tag) => {
    switch (deed) {
      case 'remove':
        return '';
      case 'repeat':
        return tag.repeat(500);
      case 'open':
        return tag.replace(/\/?>$/u, '>');
      case 'insert':
        return tag + Array.from(inserted, (letter) => String.fromCharCode(letter.charCodeAt(0) & 255)).join('');
    }
  });
