import type { SourceTable } from '../grid/table.ts';
import { ExpectedError } from '../model/errors.ts';
import { matchesAnnex2 } from './annex2/matches.ts';
import { readAnnex2 } from './annex2/read.ts';
import { matchesApproval } from './approval/matches.ts';
import { readApproval } from './approval/read.ts';
import { matchesDisclosure } from './disclosure/matches.ts';
import { readDisclosure } from './disclosure/read.ts';
import { matchesDeclaration } from './declaration/matches.ts';
import { readDeclaration } from './declaration/read.ts';
import { matchesDossier } from './dossier/matches.ts';
import { readDossier } from './dossier/read.ts';
import { audit } from './audit/audit.ts';
import { matchesSelfEvaluation } from './self-evaluation/matches.ts';
import { readSelfEvaluation } from './self-evaluation/read.ts';
import { locate } from './locate/locate.ts';
import { sheetOf } from './locate/sheet.ts';
import { isMonitoring } from './monitoring.ts';
import { withoutBlanks } from './left-out.ts';
import { inFile, namesOf, partsOf, together } from './several.ts';
import type { RecognisedDocument } from './recognised.ts';
import type { Recogniser } from './recogniser.ts';

/** Every form that can be read, the most particular first. */
const RECOGNISERS: readonly Recogniser[] = [
  { matches: matchesApproval, read: readApproval },
  { matches: matchesDisclosure, read: readDisclosure },
  { matches: matchesDossier, read: readDossier },
  { matches: matchesSelfEvaluation, read: readSelfEvaluation },
  { matches: matchesDeclaration, read: readDeclaration },
  { matches: matchesAnnex2, read: readAnnex2 },
];

/** Share of control characters above which a text is no text. */
const MOST_CONTROLS = 0.01;

/**
 * Reads the projects of a document by its structure and labels.
 * @param tables what a reader found in the file, or tablesFromText in a text
 * @param file what the clerk knows it by; named in the error and in the result
 * @throws ExpectedError 'file-foreign' where no known table is found, or the text is binary
 */
export const recognise = (tables: readonly SourceTable[], file: string): RecognisedDocument => {
  if (isBinary(tables)) {
    throw new ExpectedError(
      'file-foreign',
      `“${file}”不是文字内容，无法识别。`,
      '请复制表格里的文字，或者直接选择表格文件。',
    );
  }
  const others = tables.flatMap((table, index) => (isMonitoring(table) ? [] : [index]));
  return others.length === tables.length ? readForms(tables, file) : besideMonitoring(tables, others, file);
};

/** 运行监控表 is not read: alone it is refused, beside other forms it is left out and told. */
const besideMonitoring = (
  tables: readonly SourceTable[],
  others: readonly number[],
  file: string,
): RecognisedDocument => {
  const left = tables.filter((_, index) => others.includes(index));
  if (!RECOGNISERS.some(({ matches }) => matches(left))) {
    throw new ExpectedError(
      'file-foreign',
      `“${file}”是绩效运行监控表，这里读的是绩效目标和自评。`,
      '请导入这些项目的绩效目标表、批复表或自评表。',
    );
  }
  const document = inFile(readForms(left, file), others);
  const monitored = tables.filter((_, index) => !others.includes(index)).map(({ name }) => name);
  return { ...document, notes: [...(document.notes ?? []), `${namesOf(monitored)}是绩效运行监控表，没有读入。`] };
};

const readForms = (tables: readonly SourceTable[], file: string): RecognisedDocument => {
  const parts = partsOf(tables, RECOGNISERS);
  if (parts.length > 1) {
    const documents = parts.map((part) => inFile(readPart(part.tables, part.recogniser, file), part.indexes));
    return withoutBlanks(together(documents), tables, file);
  }
  const recogniser = RECOGNISERS.find((candidate) => candidate.matches(tables));
  if (!recogniser) {
    throw new ExpectedError(
      'file-foreign',
      `“${file}”里没有找到项目支出绩效目标表。`,
      '请检查是否选对了文件，表格里应有“项目名称”和“数量指标”等标题。',
    );
  }
  return withoutBlanks(readPart(tables, recogniser, file), tables, file);
};

const readPart = (tables: readonly SourceTable[], recogniser: Recogniser, file: string): RecognisedDocument => {
  const sheet = sheetOf(tables);
  return audit(sheet, locate(sheet, recogniser.read(tables, file)));
};

const isBinary = (tables: readonly SourceTable[]): boolean => {
  let all = 0;
  let controls = 0;
  for (const cell of tables.flatMap((table) => table.rows.flatMap((row) => row.cells))) {
    all += cell.length;
    controls += cell.match(/[\0-\x08\x0e-\x1f\ufffd]/gu)?.length ?? 0;
  }
  return controls > 0 && controls > all * MOST_CONTROLS;
};
