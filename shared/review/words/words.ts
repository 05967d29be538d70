/*
 * Words by which the rules tell what an indicator speaks of. Unless a source is named they come from reading published
 * tables of several provinces; a word belongs here only where it means the same in every kind of project.
 */

const any = (words: readonly string[]): RegExp => new RegExp(words.join('|'), 'u');

/** The name asks for how many there are. */
export const COUNTED =
  /(?:数量|人数|人次|户数|个数|次数|场数|场次|台数|套数|件数|份数|期数|总数|面积|里程|天数|村数|企业数|项目数|机构数|部门数|产能|产量|成交额|交易额|系数|节能量?|场次和[\p{Script=Han}]{1,4})(?:[（(][^()（）]{0,8}[)）])?$/u;

/** The name asks for how many people. */
export const COUNTS_PEOPLE = /(?:人数|人次|人员数|人员数量|名额)$/u;

/** The name asks for a rate: a percentage fits. */
export const RATED =
  /(?:率|率达|比例|比重|占比|覆盖面|百分比|满意度|程度|完成度|达标|知晓度|参与度|认可度|幅度?|增幅|增长|提高|下降|降低|减少)(?:达到?)?(?:[（(][^()（）]{0,8}[)）])?$/u;

/** The name asks for a time. */
export const TIMED = /(?:时间|时限|时点|日期|期限|工期|周期|时长|天数)$/u;

/** The name asks for money. 成本控制率 and the like are rates (see RATED). */
export const PRICED =
  /(?:成本|单价|费用|支出|金额|总额|价格|控制数|预算数|经费|工资|薪酬|报酬|补贴|津贴|标准|租金|维修|采购价)(?:[（(][^()（）]{0,8}[)）])?$/u;

/** Spending that belongs under 成本: what is bought, paid or run. */
export const SPENDING =
  /(?:支出|经费|费用|资金|投入|总额|购置费|采购费|工资|补贴|津贴|薪酬|报酬|成本)|^(?:购买|采购|购置)/u;

/** A loss, an accident, a complaint: the less the better. */
export const LESS_IS_BETTER = any([
  ...[
    '损耗率',
    '损失率',
    '事故',
    '投诉',
    '差错',
    '失误',
    '超支',
    '发病率',
    '死亡率',
    '流失率',
    '违规',
    '违法率',
    '发生率',
  ],
  ...[
    '超标',
    '逾期率',
    '退件率',
    '上访',
    '火灾次数',
    '案件发',
    '返贫',
    '能耗',
    '故障率',
    '缺勤',
    '空置率',
    '闲置率',
    '不合格率',
  ],
]);

/** These words turn the sense round again: 投诉处理率, 事故下降率. */
export const HANDLED = /(?:处理|处置|办结|办理|调解|化解|回复|查处|整改|下降|降低|减少|控制|防范|预防|救援|响应|结案)/u;

/** Words of nature and surroundings, one of which 生态效益 needs. */
export const ENVIRONMENT = any([
  ...[
    '生态',
    '环境',
    '环保',
    '污染',
    '绿',
    '水',
    '气',
    '土',
    '垃圾',
    '卫生',
    '节能',
    '节约',
    '低碳',
    '碳',
    '减排',
    '排放',
    '耗',
  ],
  ...[
    '资源',
    '能源',
    '自然',
    '植被',
    '林',
    '草',
    '河',
    '湖',
    '湿地',
    '防火',
    '火灾',
    '灾',
    '清洁',
    '整洁',
    '干净',
    '村容',
    '村貌',
  ],
  ...[
    '市容',
    '宜居',
    '美化',
    '美丽',
    '无纸化',
    '纸',
    '电',
    '粪',
    '厕',
    '秸秆',
    '农药',
    '化肥',
    '扬尘',
    '噪',
    '生物',
    '景观',
    '取暖',
  ],
]);

/** 发展环境, 水平, 风气 speak of no nature, though their letters do. */
export const NO_ENVIRONMENT =
  /(?:发展|营商|服务|用人|工作|办公|社会|政治|投资|创业|人才|学习|法治|网络)[\p{Script=Han}]{0,2}环境|水平|薪水|风气|气氛|正气|士气|底气|人气|队伍|电子|电脑|电话|电视|电商|土特产|乡土|本土/gu;

/** Words of money, work and trade, one of which 经济效益 needs. */
export const ECONOMY = any([
  ...[
    '经济',
    '收入',
    '增收',
    '收益',
    '产值',
    '产业',
    '产能',
    '产量',
    '就业',
    '创业',
    '税',
    '利润',
    '投资',
    '资金',
    '成本',
    '费',
    '节约',
  ],
  ...[
    '减少',
    '降低',
    '消费',
    '贸易',
    '市场',
    '销售',
    '集体',
    '农民人均',
    '脱贫',
    '致富',
    '发展',
    '资产',
    '效益',
    '经营',
    '企业',
    '招商',
  ],
  ...['财政', '生产', '粮食', '生活标准', '生活水平', '损失', '旅游', '价格', '价值', '元', '农产品', '出口'],
]);

/** A satisfaction is named so. */
export const SATISFIED = /满意|认可|好评|评价|获得感/u;

/** Something done or built: no satisfaction. */
export const DONE =
  /^(?:完成|建设|维修|开展|组织|购买|采购|发放|改造|新建|培训(?!对象|人员|学员)|保障)|(?:建设|维修|改造|完成|数量|率)$/u;

/** What is counted, in quality rows too. */
export const VAGUE_VALUES = /^(?:良好|较好|好|明显|显著|提高|提升|有效|增强|改善|是|有|完成|正常|合格|达标|优)$/u;

/** Placeholders of the systems and of Word templates. */
export const PLACEHOLDER =
  /目标内容\s*\d|^(?:目标|指标|指标名称|指标内容|三级指标)\s*[\d一二三四五]{0,2}\s*[:：]?$|[×✕╳]{2,}|(?<![A-Za-z])[xX]{2,}(?![A-Za-z])|[（(](?:请填写?|填写|示例|样例|此处)[^()（）]{0,20}[)）]|^(?:请填写|待填|待定|待补充)|^(?:同上|略|示例|模板)$|[…]{2,}$|_{3,}/u;

/** Policies whose time is over, and since which budget year naming them as today's is stale. */
export const STALE_POLICIES: readonly {
  readonly words: RegExp;
  readonly name: string;
  readonly since: number;
  readonly instead: string;
}[] = [
  // 2021-02-25 全国脱贫攻坚总结表彰大会: 脱贫攻坚战 was declared won; 巩固拓展脱贫攻坚成果 goes on.
  {
    words: /(?<!巩固(?:拓展)?)(?<!巩固和拓展)(?<!巩固提升)脱贫攻坚(?!成果|战果|期)/u,
    name: '脱贫攻坚',
    since: 2022,
    instead: '巩固拓展脱贫攻坚成果、乡村振兴',
  },
  // 中国共产党第二十次全国代表大会: October 2022.
  { words: /党的?十[八九]大(?!以来)/u, name: '党的十九大', since: 2023, instead: '党的二十大' },
  { words: /“?十三五”?(?:规划|期间|时期)/u, name: '“十三五”', since: 2021, instead: '“十四五”' },
  { words: /“?十四五”?(?:规划|期间|时期)/u, name: '“十四五”', since: 2026, instead: '“十五五”' },
  // 2020: 小康社会 was to be completed.
  { words: /全面建成小康社会/u, name: '全面建成小康社会', since: 2022, instead: '全面建设社会主义现代化国家' },
];
