import { listNumber } from './docx-numbers.ts';
import { parseXml } from './xml-parse.ts';

/** Where a paragraph says that it is an item of a list. */
export interface ListItem {
  /** Style of the paragraph, which may say so in its place. */
  readonly style: string | null;
  /** As said by the paragraph itself; `0` takes it out of the list of its style. */
  readonly list: string | null;
  readonly level: number | null;
}

interface Level {
  start: number;
  way: string;
  /** `%1.`, `（%1）` */
  text: string;
}

interface ListOfStyle {
  basedOn: string | null;
  list: string | null;
  level: number | null;
}

const LEVELS = 9;

/** The lists of a Word document: what Word would print before every paragraph that is an item of one. */
export class DocxLists {
  /** Levels by the id of the abstract list. */
  private readonly levels = new Map<string, Map<number, Level>>();
  /** Abstract list of every list, and where its levels begin anew. */
  private readonly lists = new Map<string, { of: string; starts: Map<number, number> }>();
  private readonly styles = new Map<string, ListOfStyle>();
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  /** Parts of the document; either may be missing. */
  constructor(numbering: Uint8Array | undefined, styles: Uint8Array | undefined, fileName: string) {
    if (numbering !== undefined) this.readLists(numbering, fileName);
    if (numbering !== undefined && styles !== undefined) this.readStyles(styles, fileName);
  }

  /** The number of the next item, counted on; empty where the paragraph is none or has only a mark before it. */
  next(item: ListItem): string {
    const ofStyle = this.listOfStyle(item.style);
    const id = item.list ?? ofStyle?.list ?? '0';
    const list = this.lists.get(id);
    const levels = this.levels.get(list?.of ?? '');
    const depth = Math.min(LEVELS - 1, Math.max(0, item.level ?? ofStyle?.level ?? 0));
    const level = levels?.get(depth);
    if (list === undefined || levels === undefined || level === undefined) return '';
    const counts = this.countsOf(id, list);
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    counts.length = depth + 1;
    return level.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      return listNumber(counts[at] ?? levels.get(at)?.start ?? 1, levels.get(at)?.way ?? 'decimal');
    });
  }

  /** Lists of one kind count on together, unless one says where it begins. */
  private countsOf(id: string, { of, starts }: { of: string; starts: Map<number, number> }): (number | undefined)[] {
    const counts = this.counts.get(of) ?? [];
    this.counts.set(of, counts);
    if (!this.begun.has(id)) {
      this.begun.add(id);
      for (const [level, start] of starts) counts[level] = start - 1;
    }
    return counts;
  }

  private listOfStyle(style: string | null): ListOfStyle | null {
    let name = style;
    for (let step = 0; step < 10 && name !== null; step += 1) {
      const found = this.styles.get(name);
      if (found === undefined || found.list !== null) return found ?? null;
      name = found.basedOn;
    }
    return null;
  }

  private readLists(part: Uint8Array, fileName: string): void {
    let levels = new Map<number, Level>();
    let level: Level = { start: 1, way: 'decimal', text: '' };
    let list: { of: string; starts: Map<number, number> } = { of: '', starts: new Map() };
    let override = 0;
    parseXml(part, fileName, {
      open: ({ name, attributes }) => {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:abstractNum')
          this.levels.set(attributes['w:abstractNumId'] ?? '', (levels = new Map<number, Level>()));
        else if (name === 'w:lvl')
          levels.set(Number(attributes['w:ilvl']), (level = { start: 1, way: 'decimal', text: '' }));
        else if (name === 'w:start') level.start = Number.parseInt(value, 10) || 0;
        else if (name === 'w:numFmt') level.way = value;
        else if (name === 'w:lvlText') level.text = value;
        else if (name === 'w:num') this.lists.set(attributes['w:numId'] ?? '', (list = { of: '', starts: new Map() }));
        else if (name === 'w:abstractNumId') list.of = value;
        else if (name === 'w:lvlOverride') override = Number(attributes['w:ilvl']);
        else if (name === 'w:startOverride') list.starts.set(override, Number.parseInt(value, 10) || 0);
      },
    });
  }

  private readStyles(part: Uint8Array, fileName: string): void {
    let style: ListOfStyle = { basedOn: null, list: null, level: null };
    parseXml(part, fileName, {
      open: ({ name, attributes }) => {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:style') {
          this.styles.set(attributes['w:styleId'] ?? '', (style = { basedOn: null, list: null, level: null }));
        } else if (name === 'w:basedOn') style.basedOn = value;
        else if (name === 'w:numId') style.list = value;
        else if (name === 'w:ilvl') style.level = Number.parseInt(value, 10) || 0;
      },
    });
  }
}
