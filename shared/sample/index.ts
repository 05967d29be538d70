import { emptyContent, emptyIndicator, type ProjectContent } from '../model/project.ts';
import { UNIT_DEFAULTS, type Unit } from '../model/unit.ts';
import { readValue } from '../model/value.ts';
import { SAMPLES, type Sample } from './projects.ts';

/** 示例县示例镇: the unit a first run can be tried out with. No such place exists. */
export const SAMPLE_UNIT: Omit<Unit, 'id'> = {
  name: '示例县示例镇人民政府本级',
  department: '示例县示例镇人民政府',
  departmentCode: '900001',
  code: '900001001',
  ...UNIT_DEFAULTS,
};

/** The sample unit's projects. `newId` makes ids that are unique within a project. */
export const sampleProjects = (newId: () => string): ProjectContent[] =>
  SAMPLES.map((sample) => toContent(sample, newId));

const toContent = ({ name, total, fiscal, other, goal, indicators }: Sample, newId: () => string): ProjectContent => ({
  ...emptyContent(),
  name,
  departmentAndCode: `${SAMPLE_UNIT.department} ${SAMPLE_UNIT.departmentCode}`,
  implementingUnit: SAMPLE_UNIT.name,
  attribute: '0101-一年期项目',
  period: '1 年',
  funds: { total, fiscal, other },
  goals: [goal],
  indicators: indicators.map(([kind, level3, printed]) => {
    const { operator, value, unit } = readValue(printed);
    return { ...emptyIndicator(newId(), kind), level3, printed, operator, value, unit };
  }),
});
