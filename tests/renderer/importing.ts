import type { ImportPreview } from '../../renderer/src/importing/contract.ts';
import { sourcesReducer, type Source } from '../../renderer/src/importing/sources.ts';
import { emptyContent, emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';
import { toRecognised } from '../../shared/recognise/content.ts';
import type { Doubt, RecognisedProject } from '../../shared/recognise/recognised.ts';

/* Papers as the program answers them, for the tests of the import page. */

/** A project with two indicators, `名-0` and `名-1`. */
export const contentOf = (name: string, change: Partial<ProjectContent> = {}): ProjectContent => ({
  ...emptyContent(),
  name,
  funds: { total: '5', fiscal: '5', other: '' },
  indicators: [0, 1].map((at) => ({
    ...emptyIndicator(`${name}-${at}`, 'quantity'),
    level3: `指标${at}`,
    printed: `≥${at + 1}个`,
  })),
  ...change,
});

export const doubt = (path: string, message: string, change: Partial<Doubt> = {}): Doubt => ({
  path,
  kind: 'not-a-number',
  message,
  at: null,
  ...change,
});

/** A read project, with what is doubtful in it. */
export interface Read {
  readonly content: ProjectContent;
  readonly doubts?: readonly Doubt[];
  readonly places?: RecognisedProject['places'];
}

/** The answer to a paper with these projects. */
export const previewOf = (reads: readonly Read[], change: Partial<ImportPreview> = {}): ImportPreview => ({
  importId: 'i1',
  file: '去年.xlsx',
  unitName: '',
  recognised: {
    document: { file: '去年.xlsx', title: null, layout: 'annex2', year: '2023', department: null, unitCode: null },
    projects: reads.map(({ content, doubts = [], places = {} }) => ({ ...toRecognised(content), doubts, places })),
  },
  count: reads.length,
  contents: reads.map(({ content }) => content),
  projectUnits: reads.map(() => ({ name: '', code: '', unitId: '' })),
  alreadyThere: reads.map(() => ''),
  notes: [],
  hiddenSheets: [],
  tables: [{ name: 'Sheet1', rows: 20, columns: 6, lastRow: 20 }],
  isApproval: false,
  ...change,
});

/** The page with these papers read, under the keys 0, 1, … */
export const sourcesOf = (...previews: readonly ImportPreview[]): readonly Source[] =>
  previews.reduce<readonly Source[]>((sources, preview, index) => {
    const key = String(index);
    const given = { kind: 'pasted', html: '', text: '' } as const;
    const added = sourcesReducer(sources, { type: 'add', key, name: preview.file, given });
    return sourcesReducer(added, { type: 'ready', key, preview });
  }, []);
