import { emptyContent, emptyIndicator, type ProjectContent } from '../../shared/model/project.ts';
import { toRecognised } from '../../shared/recognise/content.ts';
import type { RecognisedDocument } from '../../shared/recognise/recognised.ts';

export const STANDING = 12;
export const NEW = 8;

const project = (name: string, usage: string): ProjectContent => ({
  ...emptyContent(),
  ...{ name, usage, implementingUnit: '青山镇人民政府本级', goals: [usage.repeat(50)] },
  indicators: [{ ...emptyIndicator('i', 'quantity'), level3: '数量', printed: usage }],
});

/** A paper that changes the same projects every round and brings some of its own. */
export const paperOfRound = (round: number): RecognisedDocument => ({
  document: {
    ...{ file: `第${round}次.xlsx`, title: null, layout: 'annex2', year: '2024' },
    ...{ department: '青山镇人民政府', unitCode: null },
  },
  projects: [
    ...Array.from({ length: STANDING }, (_, index) =>
      project(`常有项目${String.fromCodePoint(0x7532 + index)}`, `第${round}次`),
    ),
    ...Array.from({ length: NEW }, (_, index) => project(`第${round}轮新增之${index}`, `第${round}次`)),
  ].map(toRecognised),
});
