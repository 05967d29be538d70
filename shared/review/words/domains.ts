/*
 * Fields of government work whose indicators come out of a system's library by default. An indicator that speaks of one of them in a
 * project that has nothing to do with it was taken over unread. 惯例; the words are those of the fields' own usual indicators.
 */
export interface Domain {
  readonly name: string;
  /** The indicator speaks of the field. */
  readonly words: RegExp;
  /** The project has to do with it, by its name, purpose or goals. */
  readonly allowed: RegExp;
}

export const DOMAINS: readonly Domain[] = [
  { name: '发票和税务', words: /发票|税收征管|纳税人|纳税服务|涉税/u, allowed: /税|发票/u },
  { name: '社会保险征缴', words: /社保费|征缴率|参保率|保费征收/u, allowed: /社保|保险|医保|参保|征缴/u },
  {
    name: '粮食和农田',
    words: /粮食产能|粮食产量|高标准农田|灌溉|耕地质量|良种/u,
    allowed: /粮|农|田|灌|水利|耕|种植|产业/u,
  },
  {
    name: '贸易和外事',
    words: /贸易|经贸|外贸|进出口|出访|随团|境外|展会|推介/u,
    allowed: /贸|商务|外事|外宣|招商|推介|展|旅游|文旅|电商/u,
  },
  {
    name: '水运和交通',
    words: /水运|航道|港口|船舶|机场|铁路|客运量|货运量/u,
    allowed: /水运|航|港|船|交通|铁路|机场|渡/u,
  },
  { name: '棚户区改造和拆迁', words: /棚改|棚户|拆迁/u, allowed: /棚|拆|征|改造|安置|搬迁/u },
  {
    name: '案件办理',
    words: /案例办理|案件办理|审判|检察|律师|公证|诉讼/u,
    allowed: /案|法|调解|信访|纠纷|综治|政法|平安/u,
  },
  { name: '牌照和车管', words: /牌照|驾驶证|机动车/u, allowed: /牌照|车|驾/u },
  { name: '医疗', words: /门诊|住院|床位|诊疗|患者|接种率/u, allowed: /医|卫生|疾|健康|防疫|计生|疫/u },
  { name: '学校教育', words: /在校学生|入学率|升学率|师生比|教师培训|学位供给/u, allowed: /教|学|校|幼|师/u },
  { name: '科研', words: /专利|论文|科研成果|高新技术企业|研发/u, allowed: /科|研|技术|创新/u },
  { name: '金融', words: /贷款余额|授信|不良率|理赔/u, allowed: /金融|贷|保险|担保|贴息/u },
];
