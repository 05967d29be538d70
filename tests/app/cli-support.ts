import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, temporaryFolder } from './support.ts';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of the command line. */
export const jixiao = (...args: string[]): Promise<Run> => node('electron/cli/main.ts', ...args);

/** Runs one of our programs, without anybody's data. */
export const node = (program: string, ...args: string[]): Promise<Run> =>
  new Promise((resolve) => {
    const env = { ...process.env, JIXIAO_DATA: '' };
    const all = [path.join(root, program), ...args];
    const child = execFile(process.execPath, all, { env, maxBuffer: 1e8 }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

/** The indicators of {@link table}, a line each. */
export const indicators = [
  '绩效指标\t产出指标\t数量指标（必填硬性指标）\t发放人数\t31 人',
  '\t\t质量指标（必填）\t发放准确率\t100%',
  '\t\t时效指标（必填）\t发放时间\t2024 年底',
  '\t\t成本指标（必填硬性指标）\t人均标准\t600 元/人/年',
  '\t效益指标\t社会效益指标（必填）\t治理水平\t提高',
  '\t\t可持续影响指标（必填）\t队伍稳定\t长期',
  '\t满意度指标\t服务对象满意度指标（必填）\t村干部满意度\t≥95%',
];

/** A table of 附件2 as text. */
export const table = (name: string, department = '青山镇人民政府', rows = indicators): string =>
  [
    `附件 2：${department}项目支出预算绩效目标表`,
    '部门项目支出预算绩效目标表',
    '（2024 年度）',
    `项目名称\t${name}`,
    `主管部门及代码\t${department}\t实施单位\t${department}本级`,
    '项目属性\t0101-一年期项目\t项目期\t1 年',
    '项目资金（万元）\t年度资金总额：\t2.46',
    '\t其中：财政拨款\t2.46',
    '\t其他资金\t0',
    '年度总体目标\t按时发放。',
    '名称\t一级指标\t二级指标\t三级指标\t指标值',
    ...rows,
  ].join('\n');

/** A file of the test's own. */
export const fileWith = (text: string, name = '项目.txt'): string => {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
};

/** Two projects of one unit. */
export const two = `${table('村干部报酬')}\n${table('=村级运转经费')}`;
