import { fold } from '../../model/text.ts';
import { readValue } from '../../model/value.ts';
import type { Doubt, RecognisedIndicator, RecognisedProject } from '../recognised.ts';
import { nameOf, rowOf, shown, type Check } from './reading.ts';

/** What signs the values of a document carry: a copy loses them, optical recognition reads ≥ as >. */
export interface Signs {
  /** `>` and `<`, where the document hardly uses them. */
  readonly rare: ReadonlySet<string>;
  /** Kinds and units whose numbers nearly always have a sign here, as `keyOf` names them. */
  readonly signed: ReadonlySet<string>;
}

/** A sign used this much less than its neighbour is likely a misread one. */
const RARE = 0.25;
/** So many of a kind's numbers have a sign where it is missed. */
const SIGNED = 0.9;
const FEWEST = 5;
/** What one project writes is its own habit, not the document's. */
const FEWEST_PROJECTS = 3;

const TWINS: readonly (readonly [string, string])[] = [
  ['>', '≥'],
  ['<', '≤'],
];

/** Looks at all values of a document. */
export const signsOf = (projects: readonly RecognisedProject[]): Signs => {
  const numbers = projects.flatMap(({ indicators }) => indicators.filter(isNumber));
  const count = (sign: string): number => numbers.filter(({ operator }) => operator === sign).length;
  const rare = TWINS.filter(([sign, twin]) => count(sign) > 0 && count(sign) < count(twin) * RARE).map(
    ([sign]) => sign,
  );
  return { rare: new Set(rare), signed: signedIn(projects) };
};

/** `2次` under 数量 needs no sign because `≥95%` under 满意度 has one: kind and unit must be the same. */
const keyOf = ({ kind, unit, printedValue }: RecognisedIndicator): string =>
  `${kind} ${fold(unit ?? readValue(printedValue ?? '').unit)}`;

const signedIn = (projects: readonly RecognisedProject[]): ReadonlySet<string> => {
  const numbers = projects.flatMap(({ indicators }, project) =>
    indicators
      .filter(isNumber)
      .map((indicator) => ({ project, key: keyOf(indicator), signed: indicator.operator !== null })),
  );
  const usual = [...Map.groupBy(numbers, ({ key }) => key)].filter(([, all]) => {
    const signed = all.filter((one) => one.signed);
    const spread = new Set(signed.map(({ project }) => project)).size;
    return all.length >= FEWEST && spread >= FEWEST_PROJECTS && signed.length >= all.length * SIGNED;
  });
  return new Set(usual.map(([key]) => key));
};

const isNumber = ({ value, printedValue }: RecognisedIndicator): boolean =>
  value !== null || readValue(printedValue ?? '').kind === 'number';

/** Values whose sign is lost, or likely misread. */
export const signs: Check = (reading) =>
  reading.project.indicators.flatMap((indicator, index): Doubt[] => {
    const { operator, printedValue, value, unit } = indicator;
    if (printedValue === null || !isNumber(indicator)) return [];
    const whole = value === null || printedValue.includes(value) ? printedValue : `${value}${unit ?? ''}`;
    const doubt = (message: string, better: string): Doubt => ({
      path: `indicators.${index}.printedValue`,
      kind: 'odd',
      message,
      at: rowOf(reading, index),
      confidence: 0.6,
      alternatives: [
        { label: `改为“${better}”`, changes: [{ path: `indicators.${index}.printedValue`, value: better }] },
      ],
    });
    const twin = TWINS.find(([sign]) => sign === operator && reading.signs.rare.has(sign))?.[1];
    if (twin !== undefined)
      return [
        doubt(
          `“${nameOf(indicator)}”的指标值“${shown(whole)}”用了少见的符号，可能是“${twin}”认错了。`,
          `${twin}${whole.replace(/^\s*[><＞＜]\s*/u, '')}`,
        ),
      ];
    if (operator !== null || !reading.signs.signed.has(keyOf(indicator))) return [];
    return [doubt(`“${nameOf(indicator)}”的指标值“${shown(whole)}”没有符号，同类指标大多有，可能漏了。`, `≥${whole}`)];
  });
