/** A part of a message or of a page saved as one file. */
export interface MimePart {
  /** Lower case, without parameters: `text/html`. */
  readonly type: string;
  /** As its header says; null where it does not. */
  readonly charset: string | null;
  /** Address it had when it was saved; empty where none is given. */
  readonly location: string;
  readonly body: Uint8Array;
}

/** How far into a file its kind is looked for. */
const HEAD = 4_096;

/** Is a file a page saved as one (.mht, `单个文件网页`), by the headers it begins with? */
export const isMht = (bytes: Uint8Array): boolean => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD)).replace(/^(?:ï»¿)?\s*/u, '');
  return (
    /^[\w-]+:[ \t]/u.test(head) &&
    /^mime-version:/imu.test(head) &&
    /^content-type:\s*(?:multipart\/|text\/html)/imu.test(head)
  );
};

/** Messages inside messages inside … are no saved page. */
const MOST_DEPTH = 8;
const MOST_PARTS = 10_000;

/**
 * The parts of a file in MIME (RFC 2045, RFC 2557: .mht), in order, those of nested ones in their place. What is broken is
 * read as far as it goes.
 * @param isWanted whose body is to be decoded, by its type
 */
export const mimeParts = (bytes: Uint8Array, isWanted: (type: string) => boolean): MimePart[] => {
  // One character a byte: offsets and bytes are the same.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const parts: MimePart[] = [];
  addParts(text, isWanted, parts, 0);
  return parts;
};

const addParts = (entity: string, isWanted: (type: string) => boolean, parts: MimePart[], depth: number): void => {
  if (depth > MOST_DEPTH || parts.length >= MOST_PARTS) return;
  const { headers, body } = splitHead(entity);
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = (/^[\w.+/-]+/u.exec(contentType)?.[0] ?? '').toLowerCase();
  const boundary = parameter(contentType, 'boundary');
  if (type.startsWith('multipart/') && boundary !== null) {
    for (const inner of splitAt(body, boundary)) addParts(inner, isWanted, parts, depth + 1);
  } else if (isWanted(type)) {
    const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
    parts.push({
      type,
      charset: parameter(contentType, 'charset'),
      location: headers.get('content-location') ?? '',
      body: decodeBody(body, encoding),
    });
  }
};

interface Head {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Headers end at the first empty line; a line that begins with a blank goes on with the one before. */
const splitHead = (entity: string): Head => {
  const begin = /^\s*/u.exec(entity)?.[0].length ?? 0;
  const end = /\r?\n[ \t]*\r?\n/gu;
  end.lastIndex = begin;
  const gap = end.exec(entity);
  const head = entity.slice(begin, gap?.index ?? entity.length);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: gap === null ? '' : entity.slice(gap.index + gap[0].length) };
};

const parameter = (header: string, name: string): string | null => {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'iu').exec(header);
  return match?.[1] ?? match?.[2] ?? null;
};

/** What stands between the lines `--boundary`; the one with `--` behind it is the last. */
const splitAt = (body: string, boundary: string): string[] => {
  const [first, ...pieces] = `\n${body}`.split(`\n--${boundary}`);
  if (first === undefined) return [];
  const last = pieces.findIndex((piece) => piece.startsWith('--'));
  return (last < 0 ? pieces : pieces.slice(0, last)).map((piece) => piece.replace(/^[ \t]*\r?\n/u, '\n'));
};

const decodeBody = (body: string, encoding: string): Uint8Array => {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return Buffer.from(encoding === 'quoted-printable' ? unquote(body) : body, 'latin1');
};

/** `=E9=A1=B9` is three bytes, `=` at the end of a line joins it to the next. */
const unquote = (body: string): string =>
  body
    .replace(/=[ \t]*\r?\n/gu, '')
    .replace(/=([\da-f]{2})/giu, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)));
