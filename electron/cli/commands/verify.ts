import { verifyBytes } from '../../app/services/verifying.ts';
import { parse, UsageError } from '../../app/usage.ts';
import type { VerifyResult } from '../../app/contract.ts';
import { eachFile } from '../files.ts';
import { say } from '../say.ts';
import type { Command } from './command.ts';

export const verify: Command = {
  usage: 'verify 文件…',
  about: '核对文件和打印出来的是不是同一份：重新计算校验码，和页脚上印的比较。',
  run: async (args) => {
    const { positionals } = parse(args, {}, 'files');
    if (positionals.length === 0) throw new UsageError('没有写文件。');
    return eachFile(positionals, async (name, bytes) => {
      const result = await verifyBytes(name, bytes);
      for (const line of linesOf(result)) say(line);
      return isSame(result) ? 0 : 1;
    });
  },
};

const isSame = ({ tables }: VerifyResult): boolean =>
  tables.length > 0 && tables.every(({ outcome }) => outcome === 'same');

const linesOf = ({ file, tables }: VerifyResult): string[] => [
  `${file}：${headOf(tables)}`,
  ...tables.map((table, index) => `  ${index + 1}. ${table.name}：${wordsOf(table)}`),
];

type Table = VerifyResult['tables'][number];

const headOf = (tables: readonly Table[]): string => {
  const count = (outcome: Table['outcome']): number => tables.filter((table) => table.outcome === outcome).length;
  if (count('different') > 0) return `有 ${count('different')} 处和印的校验码不一致`;
  if (count('unmarked') > 0) return `有 ${count('unmarked')} 处没有印校验码，无法核对`;
  return tables.length === 0 ? '没有内容' : `${tables.length} 张表，和印的校验码都一致`;
};

const wordsOf = ({ outcome, code, printed }: Table): string => {
  switch (outcome) {
    case 'same':
      return `一致，校验码 ${code}`;
    case 'different':
      return `不一致，印的是 ${printed}，算出来是 ${code}，内容改动过`;
    case 'unmarked':
      return `没有印校验码，算出来是 ${code}`;
  }
};
