import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { vi } from 'vitest';
import type { ListPage, ProjectRow } from '../../db/types.ts';
import type { StartState } from '../../electron/app/contract.ts';
import { appRouter } from '../../electron/app/router.ts';
import type { Services } from '../../electron/app/services.ts';
import { defaultSettings, UNIT_DEFAULTS, type Unit } from '../../shared/model/unit.ts';

/** The program's answers a test cares about; calling anything else fails the call. */
export type FakeServices = { readonly [Subject in keyof Services]?: Partial<Services[Subject]> };

/**
 * Puts a program behind fetch: the real router with its real schemas, and the given answers.
 * Undone by vitest's unstubAllGlobals.
 */
export const fakeProgram = (services: FakeServices): void => {
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      req: new Request(new URL(address, 'http://localhost'), withoutSignal(init)),
      router: appRouter,
      createContext: () => ({ services: () => services as Services }),
    }),
  );
};

// jsdom's AbortSignal is not the one Node's Request knows.
const withoutSignal = (init: RequestInit = {}): RequestInit => ({ ...init, signal: null });

export const unit: Unit = {
  id: 'u1',
  name: '示例县示例镇人民政府',
  department: '示例县示例镇人民政府',
  departmentCode: '407',
  code: '',
  ...UNIT_DEFAULTS,
};

export const startState = (change: Partial<StartState> = {}): StartState => ({
  host: 'browser',
  pdf: 'browser',
  version: '0.1.0',
  dataFolder: '/data',
  empty: false,
  settings: { ...defaultSettings(2024), unitId: unit.id },
  units: [unit],
  years: [2024],
  ...change,
});

/** A list row; the number makes it tell apart from others. */
export const projectRow = (position: number, change: Partial<ProjectRow> = {}): ProjectRow => ({
  id: `p${position}`,
  position,
  name: `项目${position}`,
  implementingUnit: unit.name,
  totalFen: position * 1_000_000,
  fiscalFen: position * 1_000_000,
  otherFen: 0,
  totalText: String(position),
  requiredDone: 7,
  requiredAll: 15,
  state: 'draft',
  version: 1,
  updatedAt: '2024-03-01T06:32:00.000Z',
  ...change,
});

/** What the program answers to a list query over these rows; finds names that contain the search. */
export const listOf = (
  rows: readonly ProjectRow[],
  { search, offset, limit }: { readonly search: string; readonly offset: number; readonly limit: number },
): ListPage => {
  const found = rows.filter(({ name }) => name.includes(search));
  const sum = (of: (row: ProjectRow) => number | null): number => found.reduce((all, row) => all + (of(row) ?? 0), 0);
  return {
    rows: found.slice(offset, offset + limit),
    count: found.length,
    sums: {
      totalFen: sum(({ totalFen }) => totalFen),
      fiscalFen: sum(({ fiscalFen }) => fiscalFen),
      otherFen: sum(({ otherFen }) => otherFen),
      withoutAmount: found.filter(({ totalFen }) => totalFen === null).length,
      drafts: found.filter(({ state }) => state === 'draft').length,
      finished: found.filter(({ state }) => state === 'finished').length,
      approved: 0,
    },
  };
};
