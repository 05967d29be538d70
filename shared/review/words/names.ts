/* What is no part of a project's own subject in its name, and groups of people whose number a unit has only one of. 惯例. */

/** Left out of a name before it is looked for in the goals. */
export const NAME_FILLERS =
  /(?:19|20)\d{2}\s*年?度?|[〔[【(（]\s*\d{4}\s*[〕\]】)）]\s*\d+\s*号|[\p{Script=Han}]{1,4}字(?=[〔[【(（])|专项|项目|资金|经费|费用|补助|补贴|工作|运转|运行|业务|支出|保障|建设|管理|相关|年度|中央|省级|市级|县级|区级|乡镇|下达|提前|关于|其他|等|费$|款$|类$/gu;

/** Groups whose number is one and the same all over a unit. */
export const GROUPS: readonly string[] = [
  ...[
    '村干部',
    '组干部',
    '社区干部',
    '社区工作者',
    '村民小组长',
    '网格员',
    '党务工作者',
    '驻村工作队员',
    '护林员',
    '巡河员',
  ],
  ...['保洁员', '离岗人员', '人大代表', '离任村干部', '监委会成员', '在职人员', '行政村', '临聘人员', '长聘人员'],
];
