import type { ProjectContent } from '../model/project.ts';

/** Where the upper fields of a recognised project stand in what is stored. */
const FIELDS = [
  'name',
  'code',
  'departmentAndCode',
  'implementingUnit',
  'attribute',
  'period',
  'category',
  'usage',
] as const satisfies readonly (keyof ProjectContent)[];

const FUNDS = ['total', 'fiscal', 'other'] as const;

/** A stored project with one upper field of a recognised one changed; unchanged where the path names none. */
export const setPath = (content: ProjectContent, path: string, value: string): ProjectContent => {
  const field = FIELDS.find((one) => one === path);
  if (field !== undefined) return { ...content, [field]: value };
  if (path === 'amountUnit') return value === '元' || value === '万元' ? { ...content, amountUnit: value } : content;
  const amount = FUNDS.find((one) => one === path);
  if (amount !== undefined) return { ...content, funds: { ...content.funds, [amount]: value } };
  const midterm = FUNDS.find((one) => `midterm.${one}` === path);
  if (midterm !== undefined) return { ...content, midtermFunds: { ...content.midtermFunds, [midterm]: value } };
  return setGoal(content, path, value);
};

/** A goal changed, the next one added, or one taken out. */
const setGoal = (content: ProjectContent, path: string, value: string): ProjectContent => {
  const place = /^goals\.(\d{1,3})$/u.exec(path)?.[1];
  const index = Number(place);
  if (place === undefined || index > content.goals.length) return content;
  const goals = [...content.goals];
  goals.splice(index, 1, value);
  return { ...content, goals: value === '' ? goals.filter((_, at) => at !== index) : goals };
};
