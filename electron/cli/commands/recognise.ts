import { parse, UsageError } from '../../app/usage.ts';
import { FORMS } from '../../../shared/forms/index.ts';
import type { RecognisedDocument } from '../../../shared/recognise/recognised.ts';
import { eachDocument } from '../files.ts';
import { projectLines } from '../project-lines.ts';
import { say } from '../say.ts';
import type { Command } from './command.ts';

export const recognise: Command = {
  usage: 'recognise 文件或文件夹… [--json]',
  about: `识别文件里的绩效目标表，不保存：${FORMS.map(({ title }) => title).join('、')}。`,
  run: async (args) => {
    const { values, positionals } = parse(args, { json: { type: 'boolean', default: false } }, 'files');
    if (positionals.length === 0) throw new UsageError('没有写文件。');
    const documents: RecognisedDocument[] = [];
    const code = await eachDocument(positionals, (document) => {
      documents.push(document);
      if (!values.json) say(summary(document));
    });
    // One document for one file, a list for several, however many of them could be read.
    if (values.json && (positionals.length > 1 || documents.length > 1)) say(JSON.stringify(documents, null, 2));
    else if (values.json && documents[0]) say(JSON.stringify(documents[0], null, 2));
    return code;
  },
};

const summary = ({ document, projects }: RecognisedDocument): string => {
  const indicators = projects.reduce((sum, project) => sum + project.indicators.length, 0);
  const doubts = projects.reduce((sum, project) => sum + project.doubts.length, 0);
  const head = `${document.file}：${document.department ?? '没有写主管部门'}，${document.year ?? '没有写'}年度，`;
  return [
    `${head}${projects.length} 个项目，${indicators} 条指标，${doubts} 处拿不准`,
    ...projects.flatMap(projectLines),
  ].join('\n');
};
