import type { Page } from 'playwright-core';
import { z } from 'zod';
import { UNIT_DEFAULTS } from '../../shared/model/unit.ts';

/** Calls a procedure from inside the window, as its own page does, and gives back the answer as it came. */
export const call = (page: Page, name: string, kind: 'query' | 'mutation', input?: unknown): Promise<unknown> =>
  page.evaluate(
    async ({ name, kind, body }) => {
      const query = body === '' ? '' : `?input=${encodeURIComponent(body)}`;
      const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      const response = await (kind === 'query' ? fetch(`/trpc/${name}${query}`) : fetch(`/trpc/${name}`, post));
      return (await response.json()) as unknown;
    },
    { name, kind, body: input === undefined ? '' : JSON.stringify(input) },
  );

const answered = <T extends z.ZodType>(data: T) => z.object({ result: z.object({ data }) });
const started = answered(z.object({ units: z.array(z.object({ id: z.string() })) }));
const stored = answered(z.object({ id: z.string(), content: z.object({ name: z.string() }) }));

const UNIT = {
  ...UNIT_DEFAULTS,
  name: '测试镇人民政府本级',
  department: '测试县测试镇',
  departmentCode: '407001',
  code: '',
};
const YEAR = 2024;

/** Makes a unit and a project in it, past the window; returns the project's id. */
export const createProject = async (page: Page, name: string): Promise<string> => {
  const unit = await call(page, 'start.createUnit', 'mutation', { ...UNIT, year: YEAR, operator: '测试员' });
  const unitId = started.parse(unit).result.data.units[0]?.id ?? '';
  const project = await call(page, 'projects.create', 'mutation', { unitId, year: YEAR, name });
  return stored.parse(project).result.data.id;
};

/** The name under which a project is stored. */
export const nameOf = async (page: Page, id: string): Promise<string> =>
  stored.parse(await call(page, 'projects.get', 'query', { id })).result.data.content.name;
