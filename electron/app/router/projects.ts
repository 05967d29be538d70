import { inputs } from '../inputs.ts';
import { procedure, router } from '../trpc.ts';

export const projectRouter = router({
  list: procedure.input(inputs.projectList).query(({ ctx, input }) => ctx.services().projects.list(input)),
  ids: procedure.input(inputs.projectIds).query(({ ctx, input }) => ctx.services().projects.ids(input)),
  get: procedure.input(inputs.project).query(({ ctx, input }) => ctx.services().projects.get(input.id)),
  create: procedure.input(inputs.projectCreate).mutation(({ ctx, input }) => ctx.services().projects.create(input)),
  copy: procedure.input(inputs.project).mutation(({ ctx, input }) => ctx.services().projects.copy(input.id)),
  save: procedure.input(inputs.projectSave).mutation(({ ctx, input }) => ctx.services().projects.save(input)),
  remove: procedure.input(inputs.projectsOf).mutation(({ ctx, input }) => ctx.services().projects.remove(input.ids)),
  restore: procedure.input(inputs.projectsOf).mutation(({ ctx, input }) => ctx.services().projects.restore(input.ids)),
  finish: procedure.input(inputs.project).mutation(({ ctx, input }) => ctx.services().projects.finish(input.id)),
  reopen: procedure.input(inputs.project).mutation(({ ctx, input }) => ctx.services().projects.reopen(input.id)),
  versions: procedure.input(inputs.project).query(({ ctx, input }) => ctx.services().projects.versions(input.id)),
  declaredApproved: procedure
    .input(inputs.project)
    .query(({ ctx, input }) => ctx.services().projects.declaredApproved(input.id)),
  history: procedure.input(inputs.project).query(({ ctx, input }) => ctx.services().projects.history(input.id)),
});
