import type { Outputs } from '../lib/trpc.ts';

export type VerifiedTable = Outputs['verify']['file']['tables'][number];

/** What an outcome is called, what it means, and what to do. */
export const OUTCOMES: Readonly<
  Record<VerifiedTable['outcome'], { readonly label: string; readonly color: string; readonly meaning: string }>
> = {
  same: { label: '一致', color: 'teal', meaning: '内容没有改过。纸上印的校验码也一样，就是同一份。' },
  different: {
    label: '不一致',
    color: 'red',
    meaning: '导出以后内容改过。请向报送单位要原来的文件，或者请他们改好后重新导出、重新打印。',
  },
  unmarked: {
    label: '没有校验码',
    color: 'orange',
    meaning: '这份表没有印校验码，不能判断。需要的话，请报送单位在“设置—打印与导出”里打开页码和校验码，再导出一次。',
  },
};

const ORDER: readonly VerifiedTable['outcome'][] = ['different', 'unmarked', 'same'];

/** The outcomes that occur, the one to look at first in front, with how many tables each has. */
export const outcomesOf = (
  tables: readonly VerifiedTable[],
): readonly { readonly outcome: VerifiedTable['outcome']; readonly count: number }[] =>
  ORDER.map((outcome) => ({ outcome, count: tables.filter((table) => table.outcome === outcome).length })).filter(
    ({ count }) => count > 0,
  );
