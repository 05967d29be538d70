import { describe, expect, it } from 'vitest';
import { told, type Row } from './support.ts';

/** What a rule finds in one indicator, and what comes nearest and is right. */
const cases: Record<string, readonly (readonly [row: Row, found: readonly string[]])[]> = {
  misplaced: [
    [['quantity', '街道环境清洁', '1170000 元'], ['indicator-misplaced error']],
    [['quantity', '街道环境清洁', '3 条'], []],
    [['quality', '补助人才项目', '7万元'], ['indicator-misplaced error']],
    [['quality', '项目验收合格率', '100%'], []],
    [['timeliness', '信息资讯总数', '≥95%'], ['indicator-misplaced warning']],
    [['timeliness', '完成时限', '12月底前'], []],
    [['timeliness', '工期', '60 天'], []],
    [['cost', '完成所有任务', '2024年度'], ['indicator-misplaced error']],
    [['cost', '运转成本', '≤5 万元'], []],
    [['cost', '项目完成数', '1-2万元/个'], ['indicator-misplaced warning']],
    [['economic', '经费支出总额', '41 万元'], ['indicator-misplaced warning']],
    [['economic', '带动农民增收', '≥500 元/户'], []],
    [['economic', '丰富退休人员生活', '显著提高'], ['indicator-misplaced warning']],
    [['economic', '带动村集体收入', '有效提高'], []],
    [['ecological', '提升干部队伍综合素质', '明显提升'], ['indicator-misplaced warning']],
    [['ecological', '优化人才服务发展环境', '效果良好'], ['indicator-misplaced warning']],
    [['ecological', '提升运维管理水平', '进一步提高'], ['indicator-misplaced warning']],
    [['ecological', '改善农村人居环境', '明显改善'], []],
    [['ecological', '办公用纸节约', '有效节约'], []],
    [['sustainable', '农村党员和群众满意度', '≥95%'], ['indicator-misplaced error']],
    [['sustainable', '长效管护机制', '不断健全'], []],
    [['satisfaction', '完成活动场所维修及建设', '98%'], ['indicator-misplaced error']],
    [['satisfaction', '受训党员满意度', '≥95%'], []],
    [['satisfaction', '培训对象', '≥95%'], []],
  ],
  'value-fits-name': [
    [['quantity', '发放 5 名党务工作者津贴', '100%'], ['value-unit-inconsistent warning']],
    [['quantity', '党务工作者人数', '5 人'], []],
    [['quantity', '每天用餐人数', '≥98%'], ['value-unit-inconsistent error']],
    [['quantity', '社区规范化建设覆盖率', '100%'], ['value-unit-inconsistent warning']],
    [['cost', '以奖代补经费', '10 人'], ['value-unit-inconsistent error']],
    [['cost', '以奖代补经费', '10 万元'], []],
    [['timeliness', '报告完成时间', '≥95%'], ['value-unit-inconsistent warning']],
    [['timeliness', '报告完成及时率', '≥95%'], []],
    [['cost', '案例办理单价', '≥95%'], ['value-unit-inconsistent warning']],
    [['cost', '成本控制率', '≤100%'], []],
    [['quantity', '社区工作者人数', '5 个'], ['value-unit-inconsistent hint']],
    [['quantity', '培训人次', '100 人'], ['value-unit-inconsistent hint']],
    [['quantity', '培训人次', '100 人次'], []],
    [['quantity', '驻村天数 ≥22 天', '22 天'], ['value-unit-inconsistent hint']],
    [['social', '群众参与率', '≥80%'], []],
  ],
  'percent-over-100': [
    [['quality', '足额发放率', '≥100%'], ['percent-over-100 hint']],
    [['quality', '足额发放率', '100%'], []],
    [['quantity', '发放工资人数', '≥110%'], ['percent-over-100 error']],
    [['quality', '资金到位率', '120%'], ['percent-over-100 warning']],
    [['economic', '收入增长率', '≥120%'], []],
  ],
  direction: [
    [['quality', '发票损耗率', '≥95%'], ['operator-direction error']],
    [['quality', '设备故障率', '≤5%'], []],
    [['quality', '投诉处理率', '≥95%'], []],
    [['satisfaction', '群众满意度', '≤95%'], ['operator-direction error']],
    [['cost', '办公成本', '≥8 万元'], ['operator-direction warning']],
    [['cost', '办公成本', '≤8 万元'], []],
    [['quantity', '办公用品支出', '≥5000 元'], ['operator-direction hint']],
    [['economic', '村集体收入', '≥20 万元'], []],
    [['quality', '安全事故', '≥0 起'], []],
  ],
  'wide-range': [
    [['quantity', '扶持项目', '2-10个'], ['range-too-wide hint']],
    [['quantity', '扶持项目', '8-10个'], []],
  ],
  'missing-unit': [
    [['quantity', '培训人次', '800'], []], // a hard row: told by `required`
    [['social', '服务群众', '≥10'], ['missing-unit warning']],
    [['economic', '收入增长率', '≥0'], []],
    [['cost', '维修费用', '117 万'], ['missing-unit hint']],
    [['cost', '维修费用', '117 万元'], []],
    [['quantity', '参加会议', '2 万人'], []],
  ],
  'satisfaction-name': [
    [['satisfaction', '培训对象', '≥95%'], ['unclear-indicator hint']],
    [['satisfaction', '满意度指标', '≥95%'], ['unclear-indicator hint']],
    [['satisfaction', '服务对象满意度', '≥95%'], []],
    [['satisfaction', '群众认可度', '≥95%'], []],
  ],
  'satisfaction-operator': [
    [['satisfaction', '群众满意度', '98%'], ['missing-operator hint']],
    [['satisfaction', '群众满意度', '≥98%'], []],
  ],
  'low-satisfaction': [
    [['satisfaction', '村民满意度', '≥70%'], ['satisfaction-below-common-threshold warning']],
    [['satisfaction', '村民满意度', '≥85%'], ['satisfaction-below-common-threshold hint']],
    [['satisfaction', '村民满意度', '≥90%'], []],
  ],
  'all-satisfied': [
    [['satisfaction', '村民满意度', '=100%'], ['satisfaction-unrealistic hint']],
    [['satisfaction', '村民满意度', '≥98%'], []],
  ],
  'words-for-time': [
    [['timeliness', '发放任职补贴', '按时足额'], ['qualitative-where-number-required hint']],
    [['timeliness', '发放任职补贴', '每月15日前'], []],
    [['timeliness', '生活垃圾清运时限', '当日清运'], []],
  ],
  'value-says-name': [
    [['social', '基层治理能力不断提升', '不断提升'], ['unclear-indicator hint']],
    [['social', '基层治理能力', '不断提升'], []],
  ],
  'percent-word': [
    [['quality', '合格率', '≥95百分比'], ['unit-style-inconsistent hint']],
    [['quality', '合格率', '≥95%'], []],
  ],
  unmeasurable: [
    [['social', '提升工作水平', '≥70%'], ['unmeasurable-percent hint']],
    [['social', '政策知晓率', '≥70%'], []],
  ],
  'foreign-field': [
    [['economic', '新增粮食产能', '≥95%'], ['copy-paste-mismatch warning']],
    [['economic', '集体收入', '≥5 万元'], []],
  ],
  placeholder: [
    [['quantity', '指标1：', '5 个'], ['placeholder error']],
    [['quantity', '培训××次', '5 次'], ['placeholder error']],
    [['quantity', '指标体系建设', '1 套'], []],
  ],
  marks: [
    [['quality', '走访网格村（社区）民，全覆盖）', '100%'], ['typo hint']],
    [['quality', '走访网格（社区）', '100%'], []],
    [['social', '落实[2020]517号文件', '有效'], ['typo hint']],
    [['social', '落实〔2020〕517号文件', '有效'], []],
  ],
};

for (const [rule, rows] of Object.entries(cases)) {
  describe(rule, () => {
    it.each(rows.map(([row, found]) => ({ row, text: row.join(' '), found })))('$text → $found', ({ row, found }) => {
      expect(told(rule, [row])).toEqual(found);
    });
  });
}
