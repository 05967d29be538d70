import { FIELDS } from '../../forms/annex2/definition.ts';
import { fold } from '../../model/text.ts';
import { remember } from '../remember.ts';

/**
 * The fields read from the part above the indicators. `funds` is the label beside the amounts, `funds.part` one of several
 * sources of fiscal money, `ignored` a row of other editions that no field takes.
 */
export type HeaderKey =
  (typeof FIELDS)[number]['path'] | 'code' | 'category' | 'usage' | 'funds' | 'funds.part' | 'ignored';

/** What a label names. A weak one gives way to the proper label of its field wherever that stands. */
export interface HeaderField {
  readonly key: HeaderKey;
  readonly weak: boolean;
}

/** The form in which labels are compared: folded, without bracket, colon, 其中 and number. */
export const plain = (text: string): string =>
  fold(text)
    .replace(/^其中[:,]?/u, '')
    .replace(/^\(?[一二三四五六七八九十\d]{1,2}[),.]/u, '')
    .replace(/[([【][^)\]】]*[)\]】]?/gu, '')
    .replace(/[:,.*]+$/u, '');

const CODE_AFTER = '(?:名称)?(?:及?(?:代码|编码|编号))?';
const YEAR = '(?:年度|当年|本年度?|年初|项目年度)';
const PLACE = '(?:中央|国家|自治区|自治州|省级?|州级|市级|县级|区级|市县|县区|上级|本级|地方|乡镇|镇级)';

/** Labels of this form, its elder editions and its likes in other provinces, in the form of {@link plain}. */
const LABELS: readonly (readonly [RegExp, HeaderKey])[] = [
  [/^(?:预算|支出|财政支出|财政)?(?:项目|专项)(?:支出|资金)?(?:名称?|名称及(?:编码|代码))$/u, 'name'],
  [/^(?:预算)?项目(?:编码|代码|编号)$/u, 'code'],
  [
    new RegExp(`^(?:业务|项目|预算|${PLACE}|一级)?(?:主管|归口)(?:预算)?(?:部门|单位)${CODE_AFTER}$`, 'u'),
    'departmentAndCode',
  ],
  [
    new RegExp(
      `^(?:项目)?(?:具体)?(?:实施|承担|承办|执行|建设|负责)(?:部门|单位|主体)${CODE_AFTER}$|^项目单位${CODE_AFTER}$`,
      'u',
    ),
    'implementingUnit',
  ],
  [/^项目属性$/u, 'attribute'],
  [/^项目(?:类别|分类)$/u, 'category'],
  [/^(?:项目)?(?:实施|建设|执行)(?:期|期限|周期|年限)$|^项目(?:期|期限|周期|年限)$/u, 'period'],
  [/^(?:项目|主要)?(?:资金)?用途(?:说明)?$/u, 'usage'],
  [
    /^(?:项目)?(?:年度)?(?:资金|预算)(?:情况|申请|来源|安排|来源及构成|总额及构成|安排情况|来源情况|申请情况)$|^项目(?:支出)?(?:资金|金额|预算)$|^预算(?:资金|金额)$|^年度(?:金额|资金)$|^资金总额及构成$|^项目(?:资金|预算)(?:情况|申请|来源|安排)$/u,
    'funds',
  ],
  [
    new RegExp(
      `^(?:${YEAR}|年度)(?:资金|预算|金额|项目资金)(?:申请)?(?:总额|总计|合计|总数|总量|数|金额)$|^(?:资金|预算|金额|支出)(?:总额|合计|总计|总量)$|^(?:${YEAR})+预算(?:数|金额)?$|^预算数$`,
      'u',
    ),
    'funds.total',
  ],
  [
    new RegExp(
      `^(?:${YEAR}|年度)?财政(?:拨款|性资金|预算资金|拨款资金|拨款合计|拨款小计|预算拨款)$|^(?:${YEAR})财政资金$`,
      'u',
    ),
    'funds.fiscal',
  ],
  [
    new RegExp(
      `^(?:${YEAR})?一般公共预算(?:财政)?(?:拨款|资金|安排)?$|^${PLACE}(?:财政)?(?:资金|补助|补助资金|拨款|财政|配套|配套资金|转移支付|转移支付资金|预算资金|安排)$|^政府性基金(?:预算)?(?:拨款|资金|安排)?$|^国有资本经营预算(?:拨款|资金)?$`,
      'u',
    ),
    'funds.part',
  ],
  [/^其[他它](?:资金|收入|来源|资金来源)?$/u, 'funds.other'],
  [
    /^(?:年度|项目|项目年度|本年度?|当年)?(?:绩效|总体|主要|绩效总体|总体绩效|任务|工作)?目标(?:和成果|及成果|内容|描述)?$/u,
    'goals.0',
  ],
];

/** Labels that may mean a field, where no better one is printed. */
const WEAK: readonly (readonly [RegExp, HeaderKey])[] = [
  [new RegExp(`^(?:预算|用款|申报|资金使用|使用|项目使用|编制)单位${CODE_AFTER}$|^单位名称$`, 'u'), 'implementingUnit'],
  [new RegExp(`^(?:预算|一级预算)?部门${CODE_AFTER}$`, 'u'), 'departmentAndCode'],
  [/^项目(?:类型|性质)$/u, 'attribute'],
  [/^(?:项目)?(?:实施|建设|计划|执行)?(?:起止|实施)(?:时间|年限|日期|年月|期间)$/u, 'period'],
  [
    /^(?:项目)?(?:资金|预算|总)(?:总额|合计|投资|投资额)$|^项目资金总额$|^合计$|^总额$|^总计$|^资金总额$/u,
    'funds.total',
  ],
  [/^财政资金$|^财政$/u, 'funds.fiscal'],
  [/^(?:单位)?(?:自有|单位|自筹|社会|社会投入)资金$/u, 'funds.other'],
  [/^(?:项目)?(?:绩效)?总目标$|^预期目标$|^项目(?:绩效)?总体目标$/u, 'goals.0'],
];

/** Rows that no field takes, and that say so by their end. */
const IGNORED =
  /^(?:项目)?(?:联系人|联系电话|联系方式|电话|负责人|负责人及(?:联系)?电话|经办人)$|^(?:填报|填表|审核|制表)(?:人|日期|时间|单位)$|^单位负责人$|^备注$|^(?:项目)?(?:立项|设立|政策|项目|实施|编制|申报)(?:的)?依据$|^(?:项目)?(?:总体)?概况$|概述$|^项目(?:主要)?(?:内容|级次)$|^(?:上年|以前年度|历年)?(?:结转|结余|结转结余)(?:资金)?$|^(?:实施期|中期|长期|中长期)(?:总体|总|绩效|绩效总)?目标$|^单位职能概述$|^财政专户管理资金$|^(?:评价|自评)结论$|^(?:存在|主要)(?:的)?(?:问题|不足)(?:及原因)?$|^改进措施$|^其[他它](?:需要?)?说明的?(?:问题|事项)$/u;

const FORM_LABELS: ReadonlyMap<string, HeaderKey> = new Map(
  FIELDS.map((field) => [plain(field.printed), field.path] as const),
);

/** Longest label; longer cells are content and are not looked at closely. */
export const LONGEST_LABEL = 30;

/** Which field's label a cell is, and how surely; or null. */
export const headerField = (text: string): HeaderField | null =>
  text.length > LONGEST_LABEL ? null : findHeaderField(text);

const findHeaderField = remember((text): HeaderField | null => {
  const label = plain(text);
  if (label === '') return null;
  const own = FORM_LABELS.get(label) ?? LABELS.find(([pattern]) => pattern.test(label))?.[1];
  if (own !== undefined) return { key: own, weak: false };
  const weak = WEAK.find(([pattern]) => pattern.test(label))?.[1];
  if (weak !== undefined) return { key: weak, weak: true };
  return IGNORED.test(label) ? { key: 'ignored', weak: false } : null;
});

/** Which field's label a cell is, or null. */
export const headerLabel = (text: string): HeaderKey | null => headerField(text)?.key ?? null;

/** `项目名称：村道养护` in one cell: label and value. */
export const inlineField = (text: string): (HeaderField & { readonly value: string }) | null => {
  const found = /^((?:其中\s*[:：]\s*)?[^:：]{2,16})[:：]([^]+)$/u.exec(text);
  if (!found) return null;
  const [, label = '', value = ''] = found;
  const field = headerField(label);
  return field === null || value.trim() === '' ? null : { ...field, value: value.trim() };
};

const LABEL_END =
  /(?:名称|编码|代码|编号|部门|单位|处室|科室|股室|负责人|联系人|经办人|电话|方式|时间|日期|周期|期限|年限|性质|类别|类型|属性|分类|级次|依据|概况|概述|背景|必要性|可行性|用途|范围|地点|科目|来源|总额|结转|措施|情况|说明|备注|意见|审批|期间|年度|进度)$/u;

/** Might a cell be the label of a field that nobody knows? Asked only where a label can stand. */
export const looksLikeLabel = (text: string): boolean => text.length <= LONGEST_LABEL && isLabelLike(text);

const isLabelLike = remember((text): boolean => {
  const label = plain(text);
  return label.length >= 2 && label.length <= 12 && /^[\p{Script=Han}/]+$/u.test(label) && LABEL_END.test(label);
});
