import type { Level2Kind } from '../../model/level2.ts';
import { readValue } from '../../model/value.ts';
import type { Doubt, RecognisedIndicator, RecognisedProject } from '../recognised.ts';
import { nameOf, rowOf, shown, type Check } from './reading.ts';

/** What signs the values of a document carry: a copy loses them, optical recognition reads ≥ as >. */
export interface Signs {
  /** `>` and `<`, where the document hardly uses them. */
  readonly rare: ReadonlySet<string>;
  /** Kinds whose numbers nearly always have a sign here. */
  readonly signed: ReadonlySet<Level2Kind>;
}

/** A sign used this much less than its neighbour is likely a misread one. */
const RARE = 0.25;
/** So many of a kind's numbers have a sign where it is missed. */
const SIGNED = 0.9;
const FEWEST = 5;

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
  const kinds = Map.groupBy(numbers, ({ kind }) => kind);
  const signed = [...kinds].filter(
    ([, all]) => all.length >= FEWEST && all.filter(({ operator }) => operator !== null).length >= all.length * SIGNED,
  );
  return { rare: new Set(rare), signed: new Set(signed.map(([kind]) => kind)) };
};

const isNumber = ({ value, printedValue }: RecognisedIndicator): boolean =>
  value !== null || readValue(printedValue ?? '').kind === 'number';

/** Values whose sign is lost, or likely misread. */
export const signs: Check = (reading) =>
  reading.project.indicators.flatMap((indicator, index): Doubt[] => {
    const { operator, printedValue, value, unit, kind } = indicator;
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
    if (operator !== null || !reading.signs.signed.has(kind)) return [];
    return [doubt(`“${nameOf(indicator)}”的指标值“${shown(whole)}”没有符号，同类指标大多有，可能漏了。`, `≥${whole}`)];
  });
