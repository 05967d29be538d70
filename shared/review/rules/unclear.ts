import { fold, isBlank } from '../../model/text.ts';
import { eachIndicator, evidenceOf, namePath, valuePath, whose, type Rule } from '../rule.ts';

/** A name without a value where the form does not insist. */
export const missingValue: Rule = {
  id: 'missing-value',
  kind: 'missing-value',
  severity: 'warning',
  head: '完整性',
  question: '每个指标都有指标值吗？',
  source: '财预〔2015〕88号（规范完整性）',
  project: eachIndicator((one, _, { form }) => {
    const told = form.indicatorRows.some(({ kind }) => kind === one.kind);
    return told || !isBlank(one.printed)
      ? null
      : { path: valuePath(one), evidence: one.name, message: `${whose(one)}没有指标值，请填写。` };
  }),
};

/** The value says the name again. */
export const valueSaysName: Rule = {
  id: 'value-says-name',
  kind: 'unclear-indicator',
  severity: 'hint',
  head: '相关性',
  question: '指标值是不是只把名称又说了一遍？',
  source: '财预〔2015〕88号（明确清晰性）；惯例',
  project: eachIndicator((one) => {
    const value = fold(one.printed);
    if (one.value.kind !== 'words' || value.length < 4 || !one.folded.includes(value)) return null;
    return {
      path: valuePath(one),
      evidence: evidenceOf(one),
      message: `${whose(one)}的指标值只是把名称又说了一遍，请写到什么程度，能写数字的写数字。`,
    };
  }),
};

/** A time that is no time, a quality that is no measure: words where a number or a date belongs. */
export const wordsForTime: Rule = {
  id: 'words-for-time',
  kind: 'qualitative-where-number-required',
  severity: 'hint',
  head: '相关性',
  question: '时效指标写清什么时候完成了吗？',
  source: '财预〔2021〕101号（时效要有完成时间）；惯例',
  project: eachIndicator((one) => {
    const text = fold(one.printed);
    if (one.kind !== 'timeliness' || one.value.kind !== 'words' || /[\d年月日季周天]|完成前|底前|末前/u.test(text)) {
      return repeatsAsQuality(one.kind, one.folded, text) ? found(one, '只有文字，请写比率，如“100%”。') : null;
    }
    return found(one, '没有写日期或者期限，请写上，如“12月底前”“100%”。');
  }),
};

const repeatsAsQuality = (kind: string, name: string, value: string): boolean =>
  kind === 'quality' &&
  value.length >= 4 &&
  /^(?:按时足额|及时足额|足额发放|按时发放|及时发放|全部完成)$/u.test(value) &&
  name.includes(value.slice(0, 2));

const found = (one: Parameters<typeof whose>[0], message: string) => ({
  path: valuePath(one),
  evidence: evidenceOf(one),
  message: `${whose(one)}的指标值“${one.printed}”${message}`,
});

/** 百分比 where everything else is written %. */
export const percentWord: Rule = {
  id: 'percent-word',
  kind: 'unit-style-inconsistent',
  severity: 'hint',
  head: '完整性',
  question: '同一个单位是不是有两种写法？',
  source: '惯例',
  project: ({ indicators }) => {
    const written = indicators.filter(({ indicator }) => /\d\s*百分比/u.test(indicator.printed));
    const [first] = written;
    if (first === undefined) return [];
    return [
      {
        path: valuePath(first),
        evidence: written.map(evidenceOf).join('；'),
        message: `单位写成了“百分比”，请写“%”（${written.length} 处）。`,
        fix: {
          label: '都改成“%”',
          changes: written.map((one) => ({
            path: valuePath(one),
            value: one.indicator.printed.replace(/(\d)\s*百分比/gu, '$1%'),
          })),
        },
      },
    ];
  },
};

/** Names that lack their end: a number or a verb with nothing behind it. */
export const nameIsValue: Rule = {
  id: 'name-is-value',
  kind: 'unclear-indicator',
  severity: 'hint',
  head: '完整性',
  question: '三级指标写清是什么了吗？',
  source: '财预〔2015〕88号（明确清晰性）；惯例',
  project: eachIndicator((one) =>
    /^[\d.%≥≤=><]+$/u.test(one.folded) || (one.folded.length > 0 && one.folded.length < 2)
      ? {
          path: namePath(one),
          evidence: evidenceOf(one),
          message: `${one.row}的三级指标“${one.name}”看不出是什么，请写清。`,
        }
      : null,
  ),
};
