import type { App } from '../../app/create-app.ts';
import { ALL_UNITS, otherUnits, writeOut, type Wanted, type Written } from '../../app/services/script-export.ts';
import { parse, UsageError } from '../../app/usage.ts';
import { PAPERS } from '../../../shared/forms/index.ts';
import type { Unit } from '../../../shared/model/unit.ts';
import { createCliHost } from '../host.ts';
import { withStored } from '../open.ts';
import { outOption, type OutPlace } from '../out-option.ts';
import { showProgress } from '../progress.ts';
import { say } from '../say.ts';
import { yearOption } from '../year-option.ts';
import type { Command } from './command.ts';

const KNOWN = PAPERS.map(({ id, title }) => `${id}（${title}）`).join('、');

export const exportCommand: Command = {
  usage:
    'export --form 表 --data 文件夹 [--unit 单位 | --all-units] [--year 年度] [--project 项目名称] ' +
    '--out 文件.xlsx|文件.docx|文件夹',
  about:
    `导出正式表格。表：${KNOWN}。给出文件名时是一个文件；给出文件夹时一个项目一个文件，整份的表仍是一个文件。` +
    '--all-units 是所有单位，同一主管部门的放在一起。',
  run: async (args) => {
    const { values } = parse(args, {
      form: { type: 'string' },
      data: { type: 'string' },
      unit: { type: 'string' },
      'all-units': { type: 'boolean', default: false },
      year: { type: 'string' },
      project: { type: 'string' },
      out: { type: 'string' },
    });
    const paper = PAPERS.find(({ id }) => id === values.form);
    if (!paper) throw new UsageError(`--form 请写 ${KNOWN}。`);
    const everyone = values['all-units'];
    if (everyone && values.unit !== undefined) throw new UsageError('--unit 和 --all-units 只能写一个。');
    const place = outOption(values.out, paper);
    const wanted: Wanted = {
      form: paper.id,
      format: place.format,
      unit: everyone ? ALL_UNITS : (values.unit ?? null),
      year: yearOption(values.year),
      name: values.project ?? null,
      mode: place.folder && paper.span === 'project' ? 'files' : 'workbook',
      apart: place.folder,
    };
    const host = createCliHost(place.path, place.folder ? (everyone ? 'folders' : 'folder') : 'file');
    return withStored(values.data, (app) => exportFrom(app, wanted, place), host);
  },
};

const exportFrom = async (app: App, wanted: Wanted, { path }: OutPlace): Promise<number> => {
  const written = await writeOut(app.program(), wanted, showProgress);
  for (const part of written) tell(part, path);
  const [unit] = written.flatMap(({ units }) => units);
  if (wanted.unit !== null || !unit) return 0;
  const others = otherUnits(app.program(), unit);
  if (others.length > 0) say(`没有导出的其他单位（用 --unit 指定，或用 --all-units）：${others.join('、')}`);
  return 0;
};

const MOST_NAMED = 5;

const namesOf = (units: readonly Unit[]): string => {
  const names = units.slice(0, MOST_NAMED).map(({ name }) => name);
  return `${names.join('、')}${units.length > MOST_NAMED ? `等 ${units.length} 个单位` : ''}`;
};

const tell = ({ units, count, notes }: Written, path: string): void => {
  say(`已导出${namesOf(units)}的 ${count} 个项目：${path}`);
  for (const note of notes) say(`  ${note}`);
};
