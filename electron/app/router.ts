import { carryRouter } from './router/carry.ts';
import { exportRouters } from './router/exports.ts';
import { fillRouter } from './router/fill.ts';
import { importRouter, mappingRouter } from './router/imports.ts';
import { projectRouter } from './router/projects.ts';
import { startRouters } from './router/start.ts';
import { yearRouters } from './router/years.ts';
import { router } from './trpc.ts';

/** Every procedure the window can call, under /trpc. Thin: a schema, a service, nothing between. */
export const appRouter = router({
  ...startRouters,
  projects: projectRouter,
  ...yearRouters,
  carry: carryRouter,
  ...exportRouters,
  fill: fillRouter,
  imports: importRouter,
  mappings: mappingRouter,
});

/** All the window knows of the program: types. */
export type AppRouter = typeof appRouter;
