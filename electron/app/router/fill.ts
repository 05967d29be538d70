import { inputs } from '../inputs.ts';
import { procedure, router } from '../trpc.ts';
import { fileInput, fileOf } from './files.ts';

export const fillRouter = router({
  open: procedure.input(fileInput).mutation(async ({ ctx, input }) => {
    const { name, bytes } = await fileOf(input);
    return ctx.services().fill.open(name, bytes);
  }),
  openKept: procedure.input(inputs.template).mutation(({ ctx, input }) => ctx.services().fill.openKept(input.id)),
  analyse: procedure.input(inputs.fillAnalyse).mutation(({ ctx, input }) => ctx.services().fill.analyse(input)),
  preview: procedure.input(inputs.fillPreview).mutation(({ ctx, input }) => ctx.services().fill.preview(input)),
  start: procedure.input(inputs.fillStart).mutation(({ ctx, input }) => ctx.services().fill.start(input)),
  list: procedure.query(({ ctx }) => ctx.services().fill.list()),
  keep: procedure.input(inputs.fillKeep).mutation(({ ctx, input }) => ctx.services().fill.keep(input)),
  remove: procedure.input(inputs.template).mutation(({ ctx, input }) => ctx.services().fill.remove(input.id)),
});
