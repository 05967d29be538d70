import type { RecognisedProject } from '../../shared/recognise/recognised.ts';

/** A recognised project for people to read: one line, and one more under it for each doubt. @param index from 0 */
export const projectLines = (project: RecognisedProject, index: number): string[] => {
  const { name, total, amountUnit, indicators, doubts } = project;
  const amount = total === null ? '没有写金额' : `${total} ${amountUnit ?? ''}`.trim();
  return [
    `  ${index + 1}. ${name ?? '没有写项目名称'}：${amount}，${indicators.length} 条指标`,
    ...doubts.map(({ message, at }) => under(`拿不准${at === null ? '' : `（第 ${at} 行）`}：${message}`)),
  ];
};

/** A line that belongs to the project above it. */
export const under = (text: string): string => `       ${text}`;
