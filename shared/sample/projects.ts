import type { Level2Kind } from '../model/level2.ts';

/** One sample project: amounts in 万元, indicators as kind, 三级指标, 指标值. */
export interface Sample {
  readonly name: string;
  readonly total: string;
  readonly fiscal: string;
  readonly other: string;
  readonly goal: string;
  readonly indicators: readonly (readonly [kind: Level2Kind, level3: string, printed: string])[];
}

/* All numbers are invented. People × price × months make the total, and the goal shows how. */

/** What keeps people and offices going; the rest is for one purpose each. */
export const PEOPLE: readonly Sample[] = [
  {
    name: '村干部任职补贴',
    total: '90',
    fiscal: '90',
    other: '0',
    goal: '按月足额发放 30 名村干部任职补贴（30 人×2500 元/月×12 个月＝90 万元），稳定村干部队伍，保障村级各项工作正常开展。',
    indicators: [
      ['quantity', '享受任职补贴的村干部人数', '30 人'],
      ['quality', '任职补贴足额发放率', '100%'],
      ['timeliness', '每月补贴发放时间', '每月 15 日前'],
      ['cost', '村干部任职补贴标准', '2500 元/人/月'],
      ['social', '村级治理能力', '有效提升'],
      ['sustainable', '村干部队伍稳定，乡村振兴持续推进', '持续推进'],
      ['satisfaction', '村干部满意度', '≥95%'],
    ],
  },
  {
    name: '村干部、社区干部民族团结奖',
    total: '2.52',
    fiscal: '2.52',
    other: '0',
    goal: '为 32 名村干部、10 名社区干部发放民族团结奖（42 人×600 元/年＝2.52 万元），调动基层干部开展民族团结进步创建的积极性。',
    indicators: [
      ['quantity', '发放民族团结奖的村干部人数', '32 人'],
      ['quantity', '发放民族团结奖的社区干部人数', '10 人'],
      ['quality', '奖金足额发放率', '100%'],
      ['timeliness', '奖金发放完成时限', '12 月底前'],
      ['cost', '民族团结奖发放标准', '600 元/人/年'],
      ['social', '各民族群众交往交流交融', '不断加深'],
      ['sustainable', '民族团结进步创建长效机制', '不断健全'],
      ['satisfaction', '村干部、社区干部满意度', '≥95%'],
    ],
  },
  {
    name: '村级党务工作者津贴',
    total: '1.44',
    fiscal: '1.44',
    other: '0',
    goal: '按月发放 6 名村级党务工作者津贴（6 人×200 元/月×12 个月＝1.44 万元），规范党组织生活，加强党员教育管理。',
    indicators: [
      ['quantity', '享受津贴的党务工作者人数', '6 人'],
      ['quality', '津贴足额发放率', '100%'],
      ['timeliness', '津贴发放完成时限', '12 月底前'],
      ['cost', '党务工作者津贴标准', '200 元/人/月'],
      ['social', '党员教育管理规范化水平', '明显提高'],
      ['sustainable', '基层党组织活力', '持续增强'],
      ['satisfaction', '党务工作者满意度', '≥95%'],
    ],
  },
  {
    name: '社区工作者任职补贴',
    total: '60.48',
    fiscal: '60.48',
    other: '0',
    goal: '按月足额发放 12 名社区工作者任职补贴（12 人×4200 元/月×12 个月＝60.48 万元），保障社区服务工作有人干、干得好。',
    indicators: [
      ['quantity', '享受补贴的社区工作者人数', '12 人'],
      ['quality', '任职补贴足额发放率', '100%'],
      ['timeliness', '全年补贴发放完成时限', '12 月底前'],
      ['cost', '社区工作者任职补贴标准', '4200 元/人/月'],
      ['social', '社区服务群众能力', '有效提升'],
      ['sustainable', '社区工作者队伍稳定性', '持续稳定'],
      ['satisfaction', '社区居民满意度', '≥90%'],
      ['satisfaction', '社区工作者满意度', '≥95%'],
    ],
  },
  {
    name: '政府长期聘用人员经费',
    total: '9.648',
    fiscal: '9.648',
    other: '0',
    goal: '按月发放 3 名长期聘用人员工资（3 人×2680 元/月×12 个月＝9.648 万元），保障机关后勤工作正常运转。',
    indicators: [
      ['quantity', '长期聘用人员人数', '3 人'],
      ['quality', '工资足额发放率', '100%'],
      ['timeliness', '工资发放及时率', '100%'],
      ['cost', '聘用人员工资标准', '2680 元/人/月'],
      ['social', '机关后勤保障水平', '有效保障'],
      ['sustainable', '聘用人员管理制度', '长期执行'],
      ['satisfaction', '聘用人员满意度', '≥95%'],
    ],
  },
  {
    name: '网格员补贴和综治中心运行经费',
    total: '8.48',
    fiscal: '8.48',
    other: '',
    goal:
      '发放 36 名网格员补贴（36 人×150 元/月×12 个月＝6.48 万元），保障 1 个综治中心运行（2 万元），' +
      '及时发现和化解矛盾纠纷，提升群众安全感。',
    indicators: [
      ['quantity', '享受补贴的网格员人数', '36 人'],
      ['quantity', '保障运行的综治中心数量', '1 个'],
      ['quality', '矛盾纠纷调处率', '≥98%'],
      ['timeliness', '矛盾纠纷受理时限', '3 个工作日内'],
      ['cost', '网格员补贴标准', '150 元/人/月'],
      ['cost', '综治中心运行经费', '2 万元/个'],
      ['social', '辖区治安案件数量下降', '≥5%'],
      ['sustainable', '网格化服务管理长效机制', '不断健全'],
      ['satisfaction', '辖区群众满意度', '≥92%'],
    ],
  },
];

const PLACES: readonly Sample[] = [
  {
    name: '村委会办公经费',
    total: '18',
    fiscal: '18',
    other: '0',
    goal: '保障 6 个村全年办公需要（6 个村×3 万元/年＝18 万元），确保村级组织正常运转、便民服务不断档。',
    indicators: [
      ['quantity', '保障办公经费的行政村数量', '6 个'],
      ['quality', '办公经费拨付到位率', '100%'],
      ['timeliness', '办公经费拨付时间', '每季度首月 10 日前'],
      ['cost', '每村办公经费标准', '3 万元/个/年'],
      ['social', '村级组织服务群众水平', '不断提升'],
      ['sustainable', '村级组织正常运转', '长期保障'],
      ['satisfaction', '村民满意度', '≥90%'],
    ],
  },
  {
    name: '城乡社区运转经费',
    total: '20',
    fiscal: '20',
    other: '0',
    goal: '保障 2 个社区全年运转（2 个社区×10 万元/年＝20 万元），改善社区办公和服务条件，开展便民服务活动不少于 24 场。',
    indicators: [
      ['quantity', '保障运转的社区数量', '2 个'],
      ['quantity', '开展便民服务活动场次', '≥24 场'],
      ['quality', '社区规范化建设覆盖率', '100%'],
      ['timeliness', '经费拨付完成时限', '6 月底前'],
      ['cost', '社区运转经费标准', '10 万元/个/年'],
      ['social', '社区居民办事便利程度', '明显提高'],
      ['sustainable', '社区服务体系', '不断完善'],
      ['satisfaction', '社区居民满意度', '≥90%'],
    ],
  },
  {
    name: '农村环境卫生整治经费',
    total: '28.64',
    fiscal: '23.64',
    other: '5',
    goal:
      '聘用 24 名保洁员（24 人×800 元/月×12 个月＝23.04 万元），保障 2 辆垃圾清运车运行（2 辆×2.8 万元/年＝5.6 万元），' +
      '合计 28.64 万元，其中村集体自筹 5 万元，实现 6 个村生活垃圾日产日清，村容村貌明显改善。',
    indicators: [
      ['quantity', '聘用保洁员人数', '24 人'],
      ['quantity', '运行垃圾清运车数量', '2 辆'],
      ['quality', '生活垃圾无害化处理率', '≥98%'],
      ['timeliness', '生活垃圾清运时限', '当日清运'],
      ['cost', '保洁员工资标准', '800 元/人/月'],
      ['cost', '垃圾清运车运行成本', '≤2.8 万元/辆/年'],
      ['economic', '增加保洁员家庭年收入', '9600 元/户'],
      ['social', '群众环境卫生意识', '有效增强'],
      ['ecological', '村容村貌和人居环境', '明显改善'],
      ['sustainable', '农村环境卫生长效管护机制', '不断健全'],
      ['satisfaction', '村民满意度', '≥92%'],
    ],
  },
  {
    name: '小城镇维护建设经费',
    total: '23.7',
    fiscal: '23.7',
    other: '0',
    goal:
      '维修集镇道路 1200 平方米（85 元/平方米，10.2 万元），更换路灯 60 盏（1450 元/盏，8.7 万元），' +
      '管护绿地 5000 平方米（9.6 元/平方米，4.8 万元），合计 23.7 万元，方便群众出行，改善集镇面貌。',
    indicators: [
      ['quantity', '维修道路面积', '1200 平方米'],
      ['quantity', '更换路灯数量', '60 盏'],
      ['quantity', '管护绿地面积', '5000 平方米'],
      ['quality', '工程验收合格率', '100%'],
      ['timeliness', '工程完工时间', '10 月底前'],
      ['cost', '道路维修单价', '≤85 元/平方米'],
      ['cost', '路灯更换单价', '≤1450 元/盏'],
      ['cost', '绿地管护单价', '≤9.6 元/平方米'],
      ['social', '受益群众人数', '≥3000 人'],
      ['ecological', '集镇绿化环境', '明显改善'],
      ['sustainable', '设施正常使用年限', '≥5 年'],
      ['satisfaction', '集镇居民满意度', '≥90%'],
    ],
  },
  {
    name: '森林草原防火经费',
    total: '8.72',
    fiscal: '8.72',
    other: '0',
    goal:
      '防火期聘用 8 名护林员（8 人×1500 元/月×6 个月＝7.2 万元），购置防火物资 40 套（380 元/套，1.52 万元），' +
      '合计 8.72 万元，不发生较大以上森林草原火灾。',
    indicators: [
      ['quantity', '聘用护林员人数', '8 人'],
      ['quantity', '购置防火物资数量', '40 套'],
      ['quality', '巡护区域覆盖率', '100%'],
      ['timeliness', '护林员上岗巡护时间', '1-3月、10-12月'],
      ['cost', '护林员劳务标准', '1500 元/人/月'],
      ['cost', '防火物资单价', '380 元/套'],
      ['social', '较大以上森林草原火灾次数', '0 次'],
      ['ecological', '森林草原资源', '有效保护'],
      ['sustainable', '群众防火意识', '持续增强'],
      ['satisfaction', '辖区群众满意度', '≥90%'],
    ],
  },
  {
    name: '驻村工作队工作经费',
    total: '3',
    fiscal: '3',
    other: '0',
    goal: '保障 3 支驻村工作队全年工作需要（3 支×1 万元/年＝3 万元），每支工作队入户走访不少于 200 户，帮助村里办实事。',
    indicators: [
      ['quantity', '保障驻村工作队数量', '3 支'],
      ['quantity', '入户走访户数', '≥600 户'],
      ['quality', '走访问题办结率', '≥95%'],
      ['timeliness', '经费拨付完成时限', '3 月底前'],
      ['cost', '驻村工作队经费标准', '1 万元/支/年'],
      ['social', '帮助村里办实事件数', '9-15 件'],
      ['sustainable', '巩固拓展脱贫攻坚成果', '持续巩固'],
      ['satisfaction', '驻村群众满意度', '≥95%'],
    ],
  },
];

/** A dozen projects of the kinds a township declares, without any gap. */
export const SAMPLES: readonly Sample[] = [...PEOPLE, ...PLACES];
