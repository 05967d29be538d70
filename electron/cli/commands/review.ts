import { yearOf } from '../../app/services/import-preview.ts';
import { storedForReview } from '../../app/services/script-review.ts';
import { parse, UsageError } from '../../app/usage.ts';
import { askedForm } from '../../../shared/forms/asked.ts';
import type { AskedForm } from '../../../shared/forms/form.ts';
import { defaultSettings } from '../../../shared/model/unit.ts';
import { toContent } from '../../../shared/recognise/content.ts';
import { formsOf, treeOf } from '../../../shared/recognise/named-unit.ts';
import type { RecognisedDocument } from '../../../shared/recognise/recognised.ts';
import { review as reviewProjects, type Finding } from '../../../shared/review/review.ts';
import type { ReviewSubject } from '../../../shared/review/subject.ts';
import { eachDocument } from '../files.ts';
import { withStored } from '../open.ts';
import { say } from '../say.ts';
import { yearOption } from '../year-option.ts';
import type { Command } from './command.ts';

export const review: Command = {
  usage: 'review 文件… | --data 文件夹 [--unit 单位] [--year 年度] [--json]',
  about: '预审：列出县里会退回来的问题。文件按它自己的表，数据文件夹按单位要交的表。',
  run: async (args) => {
    const { values, positionals } = parse(
      args,
      {
        data: { type: 'string' },
        unit: { type: 'string' },
        year: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      'files',
    );
    const reviewed: { file: string; findings: Finding[] }[] = [];
    const add = (file: string, subject: ReviewSubject): void => {
      reviewed.push({ file, findings: reviewProjects(subject) });
    };
    if (positionals.length === 0 && values.data === undefined) throw new UsageError('请写文件，或者 --data 文件夹。');
    if (values.data !== undefined) {
      const year = yearOption(values.year);
      await withStored(values.data, (app) => {
        return Promise.resolve(add('', storedForReview(app.program(), values.unit ?? null, year)));
      });
    }
    const code = await eachDocument(positionals, (document) => {
      add(document.document.file, subjectOfDocument(document));
    });
    // Nothing was looked at: an empty list would say that all is well.
    if (reviewed.length === 0) return code;
    if (values.json) say(JSON.stringify(reviewed.flatMap(withFile), null, 2));
    else for (const { file, findings } of reviewed) say(report(file, findings));
    return code;
  },
};

/** What a document says, to be reviewed by the usual rules of its form. */
const subjectOfDocument = (recognised: RecognisedDocument): ReviewSubject => {
  let count = 0;
  const { document, projects } = recognised;
  const units = projects.flatMap(({ implementingUnit, departmentAndCode }) => [implementingUnit, departmentAndCode]);
  return {
    year: yearOf(recognised),
    names: [...new Set([document.department, ...units].filter((name) => name !== null))],
    form: askedOfDocument(recognised),
    projects: projects.map((project) => toContent(project, () => String((count += 1)))),
  };
};

/** What the form of a document asks, by the usual rules. */
const askedOfDocument = (recognised: RecognisedDocument): AskedForm => {
  // The year says nothing about the sum of the weights.
  return askedForm(formsOf([recognised]), { tree: treeOf(recognised), weightSum: defaultSettings(2000).weightSum });
};

const withFile = ({ file, findings }: { file: string; findings: Finding[] }): (Finding & { file: string })[] =>
  findings.map((finding) => ({ file, ...finding }));

const report = (file: string, findings: readonly Finding[]): string => {
  const head = `${file === '' ? '' : `${file}：`}${findings.length === 0 ? '没有发现问题' : `${findings.length} 个问题`}`;
  return [
    head,
    ...findings.map(
      ({ project, message }) => `  ${project === null ? '整个单位' : project || '没有名称的项目'}：${message}`,
    ),
  ].join('\n');
};
