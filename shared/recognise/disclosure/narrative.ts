import type { Level2Kind } from '../../model/level2.ts';
import { readValue } from '../../model/value.ts';
import type { Doubt, RecognisedIndicator } from '../recognised.ts';
import { type Heading, readHeading, splitAtHeadings } from './headings.ts';
import { type Item, itemsOf } from './items.ts';
import { unwrap } from './unwrap.ts';
import { type NameAndValue, splitValue } from './value.ts';

/** The indicators of one project with what is not sure of them. */
export interface Narrative {
  readonly indicators: readonly RecognisedIndicator[];
  readonly doubts: readonly Doubt[];
}

/** Items under one heading, as far as headings say where they belong. */
interface Section {
  readonly level1: string | null;
  readonly kind: Level2Kind;
  /** Null where no heading of level 2 is printed. */
  readonly level2: string | null;
  readonly lines: string[];
  /** Why its level 1 is not sure. */
  readonly doubt: Pick<Doubt, 'kind' | 'message'> | null;
}

/** Reads 绩效指标 as numbered text. Never throws; what no heading names is kept as `other`. */
export const readNarrative = (text: string, at: number): Narrative => {
  const found = sectionsOf(text).flatMap((section) =>
    withoutSlips(
      itemsOf(section.lines).map((item) => {
        const split = splitValue(item.text);
        return { section: sectionFor(section, item, split), item, split };
      }),
    ),
  );
  return {
    indicators: found.map(indicatorOf),
    doubts: found.flatMap((one, index) => doubtsOf(one, `indicators.${index}`, at)),
  };
};

const LEVEL1: Readonly<Partial<Record<Level2Kind, string>>> = {
  quantity: '产出指标',
  quality: '产出指标',
  timeliness: '产出指标',
  cost: '产出指标',
  economicCost: '成本指标',
  socialCost: '成本指标',
  ecologicalCost: '成本指标',
  economic: '效益指标',
  social: '效益指标',
  ecological: '效益指标',
  sustainable: '效益指标',
  satisfaction: '满意度指标',
};

const sectionsOf = (text: string): Section[] => {
  const sections: Section[] = [];
  let level1: string | null = null;
  const begin = (heading: Heading): void => {
    sections.push(sectionOf(heading, level1));
    level1 = sections.at(-1)?.level1 ?? level1;
  };
  for (const part of unwrap(text).split('\n').flatMap(splitAtHeadings)) {
    let rest = part;
    for (let found = readHeading(rest); found !== null && rest !== ''; found = rest === '' ? null : readHeading(rest)) {
      begin(found.heading);
      rest = found.rest;
    }
    if (rest === '') continue;
    if (sections.length === 0) sections.push({ level1: null, kind: 'other', level2: null, lines: [], doubt: null });
    sections.at(-1)?.lines.push(rest);
  }
  return sections;
};

const sectionOf = (heading: Heading, above: string | null): Section => {
  if (heading.level === 1) {
    const moved = heading.numberedAs === 2;
    const message = `“${heading.printed}”的序号像是二级指标，按一级指标读入，请核对。`;
    return {
      level1: heading.level1,
      kind: heading.kind ?? 'other',
      level2: null,
      lines: [],
      doubt: moved ? { kind: 'label-moved', message } : null,
    };
  }
  const kind = heading.kind ?? 'other';
  const own = kind === 'cost' && above === '成本指标' ? above : (LEVEL1[kind] ?? above);
  const missing = own !== null && own !== above;
  const message = `“${heading.printed}”上面没有“${own ?? ''}”的标题，按“${own ?? ''}”读入，请核对。`;
  return {
    level1: own,
    kind,
    level2: heading.printed,
    lines: [],
    doubt: missing ? { kind: 'label-missing', message } : null,
  };
};

/**
 * A satisfaction below another heading: without a number behind numbered items its own heading is lost; with one the author may mean
 * it, and only a doubt is raised.
 */
const sectionFor = (section: Section, { isBare }: Item, { name }: NameAndValue): Section => {
  if (section.kind === 'satisfaction' || !/满意[度率]$/u.test(name)) return section;
  const where = section.level2 ?? section.level1 ?? '';
  if (!isBare) {
    const message = `“${name}”写在“${where}”下面，请核对是不是满意度指标。`;
    return { ...section, doubt: section.doubt ?? { kind: 'label-moved', message } };
  }
  const message = `“${name}”没有序号，上面没有“满意度指标”的标题，按满意度指标读入，请核对。`;
  return {
    ...section,
    level1: '满意度指标',
    kind: 'satisfaction',
    level2: null,
    doubt: { kind: 'label-missing', message },
  };
};

interface Found {
  readonly section: Section;
  readonly item: Item;
  readonly split: NameAndValue;
  /** A letter has been moved from this item to the one above, or from the one below to this. */
  readonly slipped?: true;
}

/** `经费涉及村数 2` above `个举办活动数`: the count's 个 has slipped into the next line. */
const withoutSlips = (found: readonly Found[]): Found[] => {
  const repaired = [...found];
  found.forEach((below, index) => {
    const above = repaired[index - 1];
    if (above === undefined || !/^个(?![人体别性税案股])/u.test(below.split.name)) return;
    const { kind, unit } = readValue(above.split.value);
    if (kind !== 'number' || unit !== '') return;
    repaired[index - 1] = { ...above, split: { ...above.split, value: `${above.split.value}个` }, slipped: true };
    repaired[index] = { ...below, split: { ...below.split, name: below.split.name.slice(1) }, slipped: true };
  });
  return repaired;
};

const indicatorOf = ({ section, split: { name, value } }: Found): RecognisedIndicator => {
  const reading = readValue(value);
  return {
    kind: section.kind,
    level1: section.level1,
    level2: section.level2,
    requirement: null,
    level3: orNull(name),
    description: null,
    operator: orNull(reading.operator),
    value: orNull(reading.value),
    unit: orNull(reading.unit),
    weight: null,
    basis: null,
    printedValue: orNull(value),
  };
};

const doubtsOf = ({ section, item, split, slipped }: Found, path: string, at: number): Doubt[] => {
  const doubts: Doubt[] = [];
  const add = (field: string, kind: Doubt['kind'], message: string): void => {
    doubts.push({ path: `${path}.${field}`, kind, message, at });
  };
  const seen = shown(item.seen);
  if (section.doubt !== null) add('level1', section.doubt.kind, section.doubt.message);
  if (section.kind === 'other')
    add('level2', 'label-missing', `“${seen}”上面没有认得的二级指标标题，请核对它属于哪一类。`);
  if (item.guess === 'split') {
    add('level3', 'cell-split', `“${seen}”里序号与内容连在一起，按“${shown(item.text)}”读入，请核对。`);
  }
  if (item.guess === 'joined') add('level3', 'cell-joined', `“${seen}”按一条指标“${shown(item.text)}”读入，请核对。`);
  if (slipped === true) {
    add(
      'level3',
      'cell-split',
      `相邻两条指标的“个”像是错了行，按“${shown(`${split.name} ${split.value}`)}”读入，请核对。`,
    );
  }
  const parted = `按指标“${shown(split.name)}”、指标值“${shown(split.value)}”读入，请核对。`;
  if (split.guess === 'glued') add('printedValue', 'cell-split', `“${seen}”里名称与指标值之间没有空格，${parted}`);
  if (split.guess === 'words') add('printedValue', 'cell-split', `“${seen}”里有几处空格，${parted}`);
  if (split.guess === 'missing') add('printedValue', 'missing', `“${seen}”后面没有找到指标值，请核对。`);
  return doubts;
};

/** Enough of a text to find it by. */
const shown = (text: string): string => {
  const letters = Array.from(text.trim());
  return letters.length > 30 ? `${letters.slice(0, 30).join('')}…` : letters.join('');
};

const orNull = (text: string): string | null => (text === '' ? null : text);
