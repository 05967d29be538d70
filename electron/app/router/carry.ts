import { inputs } from '../inputs.ts';
import { procedure, router } from '../trpc.ts';

export const carryRouter = router({
  prepare: procedure.input(inputs.carryPrepare).mutation(({ ctx, input }) => ctx.services().carry.prepare(input)),
  run: procedure.input(inputs.carryRun).mutation(({ ctx, input }) => ctx.services().carry.run(input)),
  undo: procedure.input(inputs.projectsOf).mutation(({ ctx, input }) => ctx.services().carry.undo(input.ids)),
  lastYear: procedure.input(inputs.project).query(({ ctx, input }) => ctx.services().carry.lastYear(input.id)),
});
