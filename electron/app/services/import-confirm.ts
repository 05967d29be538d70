import { paperTraits } from '../../../shared/match/index.ts';
import { ExpectedError } from '../../../shared/model/errors.ts';
import type { ProjectContent } from '../../../shared/model/project.ts';
import { assertNever } from '../../../shared/model/text.ts';
import { partsByUnit, unitAsNamed } from '../../../shared/recognise/named-unit.ts';
import type { RecognisedDocument } from '../../../shared/recognise/recognised.ts';
import type { ImportResult } from '../contract.ts';
import { unitOf, type Program } from '../program.ts';
import type { ReadyReading } from '../readings.ts';
import type { Services } from '../services.ts';
import { declaredIn } from './declared.ts';
import { storeShares, type Planned, type Share } from './import-store.ts';

/* The clerk's yes to what was read. */

type Confirmed = Parameters<Services['imports']['confirm']>[0];
type NamedProject = Confirmed['files'][number]['projects'][number];
/** With what is stored of it. */
type ConfirmedProject = NamedProject & { readonly content: ProjectContent };

/**
 * Stores what is taken: in the unit the clerk chose, or each project in the one its paper names. All of it, or nothing.
 * @throws ExpectedError stale where a stored project was changed since it was matched
 */
export const confirmImport = async (
  program: Program,
  { files, unitId, year, byUnit, approve }: Confirmed,
): Promise<ImportResult> => {
  if (!byUnit || unitId !== '') unitOf(program, unitId);
  const { taken, putBack, putBackRest } = program.readings.take(files.map(({ importId }) => importId));
  const named = files.map(({ projects }) => new Set(projects.map(({ index }) => index)));
  try {
    if (taken.some(({ done }, index) => [...(named[index] ?? [])].some((one) => done.has(one))))
      throw new ExpectedError('bad-input', '有的项目已经存过了。', '请重新选择文件再导入。');
    const shares = taken.flatMap((reading, index) => {
      const projects = (files[index]?.projects ?? []).map((project) => withContent(project, reading));
      const shares = byUnit ? sharesByUnit(reading, projects) : [shareOf(reading, projects)];
      return shares.map((share) => ({ ...share, approve: approve && approves(reading, taken) }));
    });
    const result = await storeShares(program, { unitId, year, shares });
    putBackRest(named);
    return result;
  } catch (error) {
    putBack();
    throw error;
  }
};

/** Where one of the files is a 批复表, the others beside it are no approval: a table of the office's own may lie among them. */
const approves = (one: ReadyReading, all: readonly ReadyReading[]): boolean => isApproval(one) || !all.some(isApproval);

const isApproval = ({ reading }: ReadyReading): boolean => reading.recognised.document.layout === 'approval';

type Unmarked = Omit<Share, 'approve'>;

const paperOf = ({ document }: RecognisedDocument): Pick<Share, 'file' | 'paper'> => ({
  file: document.file,
  paper: paperTraits(document.layout),
});

/** What the clerk did not touch is stored as it was read. */
const withContent = (project: NamedProject, { contents }: ReadyReading): ConfirmedProject => {
  const content = project.content ?? contents[project.index];
  if (content) return { ...project, content };
  throw new ExpectedError('bad-input', '要存入的项目不在识别的结果里。', '请重新选择文件再导入。');
};

const shareOf = ({ reading }: ReadyReading, projects: readonly ConfirmedProject[]): Unmarked => {
  const { recognised } = reading;
  // The total of several units is nobody's own.
  const declared = partsByUnit(recognised).length === 1 ? declaredIn(recognised) : null;
  return { ...paperOf(recognised), part: null, plans: projects.map(plannedOf), declared };
};

const sharesByUnit = ({ reading }: ReadyReading, projects: readonly ConfirmedProject[]): Unmarked[] => {
  const { recognised } = reading;
  const parts = partsByUnit(recognised);
  const declared = parts.length === 1 ? declaredIn(recognised) : null;
  const known = new Set(parts.flatMap(({ indexes }) => indexes));
  if (projects.some(({ index }) => !known.has(index)))
    throw new ExpectedError('bad-input', '要存入的项目不在识别的结果里。', '请重新选择文件再导入。');
  return parts.flatMap(({ named, indexes }) => {
    const own = projects.filter(({ index }) => indexes.includes(index));
    if (own.length === 0) return [];
    const part = { named, proposed: unitAsNamed('', named, recognised) };
    return [{ ...paperOf(recognised), part, plans: own.map(plannedOf), declared }];
  });
};

const plannedOf = ({ action, storedId, storedVersion, content }: ConfirmedProject): Planned => {
  switch (action) {
    case 'add':
      return { action, content };
    case 'update':
      // The schema has made sure of it.
      if (storedId === null) throw new ExpectedError('bad-input', '没有说明要更新哪个项目。', '请重新核对后再存入。');
      return { action, content, storedId, storedVersion };
    case 'skip':
      return { action, content, why: storedId === null ? '没有选择存入。' : '已有这个项目，没有选择更新。' };
    default:
      return assertNever(action);
  }
};
